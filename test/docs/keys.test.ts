import { expect, test } from 'vitest';
import { TYPED_COMMANDS } from '../../src/plain/typed-commands.ts';
import { TABLES } from '../../src/wizard/keymap.ts';
import { readPaper, UPDATE, writePaper } from './documents.ts';

const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  down: '↓',
  up: '↑',
  left: '←',
  right: '→',
  pagedown: 'Page Down',
  pageup: 'Page Up',
  wheelup: 'wheel up',
  wheeldown: 'wheel down',
  escape: 'Esc',
};

function keyName(key: string): string {
  const named = NAMES[key];
  if (named !== undefined) return named;
  const [, modifier = '', last = ''] = /^(?:(ctrl|alt|shift)\+)?(.+)$/.exec(key)!;
  const shown = NAMES[last] ?? (last.length > 1 ? last[0]!.toUpperCase() + last.slice(1) : last);
  if (modifier === 'ctrl' && last.length === 1) return `^${last.toUpperCase()}`;
  return modifier === '' ? shown : `${modifier[0]!.toUpperCase()}${modifier.slice(1)}+${shown}`;
}

const table = (head: string, rows: readonly (readonly string[])[]) => {
  const blank = rows[0]!
    .slice(1)
    .map(() => ' |')
    .join('');
  return [
    `| ${head} |${blank}`,
    `|${'---|'.repeat(rows[0]!.length)}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
};

/** The page with its tables made anew from the bindings and the commands of line-by-line mode. */
function current(page: string): string {
  return page
    .replace(/(<!-- keys:(\w+) -->\n)[\s\S]*?(<!-- \/keys -->)/g, (_, open, context: keyof typeof TABLES, close) => {
      const rows = TABLES[context].map(
        ({ keys, act, label }) => [keys.map((key) => `\`${keyName(key)}\``).join(', '), label, `\`${act}\``] as const,
      );
      return `${open}${table('key', rows)}\n${close}`;
    })
    .replace(/(<!-- moves -->\n)[\s\S]*?(<!-- \/moves -->)/, (_, open, close) => {
      const rows = TYPED_COMMANDS.map(([word, label]) => [`\`${word}\``, label] as const);
      return `${open}${table('command', rows)}\n${close}`;
    });
}

test('the page of keys shows the bindings as they are (npm run docs updates it)', () => {
  const page = readPaper('docs/keys.md');
  if (UPDATE) writePaper('docs/keys.md', current(page));
  expect(readPaper('docs/keys.md')).toBe(current(page));
  expect(page).toContain('| `/quit` |');
  expect(page).toContain('| `^C` |');
  for (const name of Object.keys(TABLES)) expect(page).toContain(`<!-- keys:${name} -->`);
});
