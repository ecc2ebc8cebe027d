import fc from 'fast-check';
import ignore from 'ignore';
import { expect, test } from 'vitest';
import { gitignore } from '../../src/text/gitignore.ts';
import { runs } from '../properties.ts';

test.each<[string, string, ReturnType<ReturnType<typeof gitignore>>]>([
  ['*.md', 'a/b.md', 'ignored'],
  ['/a.md', 'b/a.md', null],
  ['a/', 'a', null],
  ['a/', 'b/a/', 'ignored'],
  ['a/', 'b/a/c.md', 'ignored'],
  ['a/**', 'a/', null],
  ['a/**', 'a/b/c', 'ignored'],
  ['a/**/b', 'a/b', 'ignored'],
  ['a/**/b', 'a/x/y/b', 'ignored'],
  ['**/b', 'b', 'ignored'],
  ['a/*', 'a/b/c', 'ignored'],
  ['*.md\n!keep.md', 'x/keep.md', 'kept'],
  ['x/\n!x/keep.md', 'x/keep.md', 'ignored'],
  ['# a', '# a', null],
  ['\\# a', '# a', 'ignored'],
  ['\\!a', '!a', 'ignored'],
  ['a  ', 'a', 'ignored'],
  ['a\\ ', 'a ', 'ignored'],
  ['[a-c]?.md', 'bx.md', 'ignored'],
  ['[!a-c].md', 'b.md', null],
  ['[^a-c].md', 'd.md', 'ignored'],
  ['[\\]x].md', '].md', 'ignored'],
  ['a**b', 'axb', 'ignored'],
  ['a//b', 'a/b', null],
  ['[]].md', '].md', 'ignored'],
  ['[a', 'a', null],
  ['README.md', 'readme.md', 'ignored'],
  ['a\r\nb', 'a', 'ignored'],
])('%j says of %j: %s', (patterns, path, verdict) => {
  expect(gitignore(patterns)(path)).toBe(verdict);
});

test('says of every path what the library `ignore` says', () => {
  const part = fc.stringMatching(/^(?:[ab.]|\*|\?|\[ab\]|\[!a\]|ab){1,4}$/);
  const line = fc
    .tuple(
      fc.constantFrom('', '!', '/'),
      fc.array(fc.oneof(part, fc.constant('**')), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('', '/'),
    )
    .map(([before, parts, after]) => `${before}${parts.join('/')}${after}`)
    // Stars that repeat make the library slow, and `***` and a lone `.` are its own business.
    .filter((text) => !/\*\*[^/]|[^/!]\*\*|(?:^|[/!])\.{1,2}(?:\/|$)/.test(text));
  const name = fc.stringMatching(/^[abc.]{1,4}$/).filter((text) => !/^\.+$/.test(text));
  const path = fc
    .tuple(fc.array(name, { minLength: 1, maxLength: 4 }), fc.constantFrom('', '/'))
    .map(([names, after]) => `${names.join('/')}${after}`);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), path, (lines, found) => {
      const { ignored, unignored } = ignore().add(lines.join('\n')).test(found);
      expect(gitignore(lines.join('\n'))(found)).toBe(ignored ? 'ignored' : unignored ? 'kept' : null);
    }),
    runs(300),
  );
});

test('takes time that grows with the lengths, whatever repeats', () => {
  const began = Date.now();
  gitignore(`${'*a'.repeat(30)}b`)('a'.repeat(250));
  gitignore(`${'**/a/'.repeat(30)}b`)('a/'.repeat(500));
  gitignore(`${'*[ab]'.repeat(30)}c`)('ab'.repeat(120));
  expect(Date.now() - began).toBeLessThan(20_000);
});
