import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/interview/suggestion.ts';
import { suggestionFor, titleFromFileName } from '../../src/interview/suggestion.ts';
import type { SlotReading } from '../../src/judge/reading.ts';
import type { Slot } from '../../src/template/slot.ts';
import type { Walking } from '../../src/wizard/action.ts';
import { slotOf } from './field-user.ts';

const FACTS: Facts = {
  today: '2026-11-21',
  author: 'Ada Lovelace',
  email: 'ada@example.com',
  version: { text: '1.4.0', source: 'package.json' },
};

/** What is offered for a slot in a spec of this name. */
function offered(slot: Slot, facts: Facts = FACTS, more: Partial<SlotReading> = {}, text = '') {
  const reading = { slot, state: 'untouched', range: null, ...more } as SlotReading;
  const state = { facts, walk: { path: 'docs/cmp-001-export-service.md', text } } as Walking;
  return suggestionFor(reading, state)?.value ?? null;
}

describe('what is offered', () => {
  it('is empty if the author has answered', () =>
    expect(offered(slotOf('line', { label: 'Author' }), FACTS, { state: 'answered', value: 'Bo' })).toBe(null));

  it.each<[string, Slot, unknown]>([
    ['today for a date', slotOf('date'), '2026-11-21'],
    ['the author by git', slotOf('line', { label: 'Author' }), 'Ada Lovelace'],
    [
      'the author with the address where both are asked',
      slotOf('line', { label: 'PIC', guidance: '{Name} ({email})' }),
      'Ada Lovelace (ada@example.com)',
    ],
    ['the address', slotOf('line', { label: 'E-mail' }), 'ada@example.com'],
    ['the version of the manifest', slotOf('line', { label: 'Version' }), '1.4.0'],
    ['the file name in words', slotOf('variable', { label: 'component' }), 'Export Service'],
    ['the file name in words for a title', slotOf('line', { id: 'title', section: '' }), 'Export Service'],
    [
      'the file name in words where the name is asked in German',
      slotOf('variable', { label: 'Titel' }),
      'Export Service',
    ],
    [
      'the file name in words where the name is asked in Korean',
      slotOf('variable', { label: '제목' }),
      'Export Service',
    ],
    ['nothing for prose', slotOf('paragraph', { label: 'Author' }), null],
    ['nothing for what nothing is known of', slotOf('line', { label: 'Registry' }), null],
  ])('is %s', (_what, slot, value) => expect(offered(slot)).toBe(value));

  it('is the name as it was given, before the file name in words', () => {
    const facts = { ...FACTS, name: 'Export für Straßen' };
    expect(offered(slotOf('variable', { label: 'component' }), facts)).toBe('Export für Straßen');
    expect(offered(slotOf('line', { label: 'Author' }), facts)).toBe('Ada Lovelace');
  });

  it.each([
    ['99.X% uptime, measured monthly', '99.X% uptime, measured monthly'],
    ['X ms bei [Last]', 'X ms bei [Last]'],
    ['{name of the service}', null],
    ['[latency]', null],
    ['Describe the latency of the slowest call', null],
    ['How fast is the slowest call?', null],
  ])('of a line that says “%s” is %j', (text, value) => {
    const range = { start: 0, end: text.length };
    expect(offered(slotOf('line', { label: 'Speed' }), FACTS, { range, value: null }, text)).toBe(value);
  });

  it('is empty if no fact is known', () => {
    expect(offered(slotOf('line', { label: 'Author' }), { today: '2026-11-21' })).toBe(null);
  });

  it('is the template’s text if that is an outline of code or of a list', () => {
    const text = '- **{Data}**: {where from}\n  - Fields: {fields}\n';
    const range = { start: 0, end: text.length };
    expect(offered(slotOf('list'), FACTS, { range, value: null }, text)).toEqual([
      '**{Data}**: {where from}\n- Fields: {fields}',
    ]);
    expect(offered(slotOf('list'), FACTS, { range, value: ['mine'] }, text)).toBe(null);
    const one = '- {Data}';
    expect(offered(slotOf('list'), FACTS, { range: { start: 0, end: one.length }, value: null }, one)).toBe(null);
  });

  it('is the present example, as a starting point', () => {
    const text = '- a\n- b\n';
    const range = { start: 0, end: text.length };
    expect(offered(slotOf('list'), FACTS, { state: 'unconfirmed', range }, text)).toEqual(['a', 'b']);
    const code = '```yaml\na: 1\nb: 2\n```';
    expect(offered(slotOf('code'), FACTS, { state: 'unconfirmed', range: { start: 0, end: code.length } }, code)).toBe(
      'a: 1\nb: 2',
    );
  });
});

describe('a file name in words', () => {
  it.each([
    ['docs/specs/component/cmp-001-export-service.md', 'Export Service'],
    ['flaredb.md', 'Flaredb'],
    ['kv_router.v2.md', 'Kv Router V2'],
  ])('%s is %s', (path, words) => expect(titleFromFileName(path)).toBe(words));
});
