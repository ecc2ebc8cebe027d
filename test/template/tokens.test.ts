import { describe, expect, it } from 'vitest';
import { tokensIn } from '../../src/template/tokens.ts';

const found = (text: string) => tokensIn(text, { start: 0, end: text.length }).map((token) => token.text);

describe('placeholders', () => {
  it('end where their own bracket is closed', () => {
    expect(found('{a {b} c} and [Name [of it]] and <<Name>>')).toEqual(['{a {b} c}', '[Name [of it]]', '<<Name>>']);
  });

  it('are found behind brackets that are never closed, and before ones that were never opened', () => {
    expect(found('{ {{ { name } and }} [ [Name]')).toEqual(['{{ { name } and }}', '[Name]']);
    expect(found('} ] > {name}')).toEqual(['{name}']);
  });

  it('may hold brackets of another kind', () => {
    expect(found('{a [b] <c>} [of {what}]')).toEqual(['{a [b] <c>}', '[of {what}]']);
  });

  it('are no longer than a few lines', () => {
    expect(found(`{${'a'.repeat(398)}}`)).toHaveLength(1);
    expect(found(`{${'a'.repeat(399)}}`)).toEqual([]);
  });

  it('are neither parameters of routes, nor tags, nor what is only said to be required', () => {
    expect(found('`GET /exports/{id}` and https://x.org/{id}')).toEqual(['{id}']);
    expect(found('</note> <Name> [required] [optional] [ABC-12] […]')).toEqual(['<Name>', '[…]']);
  });

  it('end before a blank line', () => {
    expect(found('{a\nb}')).toEqual(['{a\nb}']);
    expect(found('{a\n\nb}')).toEqual([]);
  });
});
