import { expect, test } from 'vitest';
import { MOVES } from '../../src/plain/moves.ts';
import { KEYS } from '../../src/wizard/keymap.ts';
import { readPaper, UPDATE, writePaper } from './documents.ts';

const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  down: '↓',
  up: '↑',
  left: '←',
  right: '→',
  pagedown: 'Page Down',
  pageup: 'Page Up',
  escape: 'Esc',
  'shift+tab': 'Shift+Tab',
};

function keyName(key: string): string {
  const named = NAMES[key] ?? key.replace(/^ctrl\+/, '^').replace(/^alt\+/, 'Alt+');
  return /^\^[a-z]$/.test(named)
    ? named.toUpperCase()
    : named.replace(/(?:^|(?<=\+))[a-z](?=[a-z])/, (letter) => letter.toUpperCase());
}

const table = (head: string, rows: readonly (readonly [string, string])[]) =>
  [`| ${head} | |`, '|---|---|', ...rows.map(([left, right]) => `| ${left} | ${right} |`)].join('\n');

/** The page with its tables made anew from the bindings and the commands of line-by-line mode. */
function current(page: string): string {
  return page
    .replace(
      /(<!-- keys:(\w+) -->\n)[\s\S]*?(<!-- \/keys -->)/g,
      (_, open, context: keyof typeof KEYS, close) => {
        const rows = KEYS[context].map(
          ({ keys, label }) => [keys.map((key) => `\`${keyName(key)}\``).join(', '), label] as const,
        );
        return `${open}${table('key', rows)}\n${close}`;
      },
    )
    .replace(/(<!-- moves -->\n)[\s\S]*?(<!-- \/moves -->)/, (_, open, close) => {
      const rows = MOVES.map(([word, label]) => [`\`${word}\``, label] as const);
      return `${open}${table('command', rows)}\n${close}`;
    });
}

test('the page of keys shows the bindings as they are (npm run docs updates it)', () => {
  const page = readPaper('docs/keys.md');
  if (UPDATE) writePaper('docs/keys.md', current(page));
  expect(readPaper('docs/keys.md')).toBe(current(page));
  expect(page).toContain('| `/quit` |');
  expect(page).toContain('| `^C` |');
});
