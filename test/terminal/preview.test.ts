import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './program.ts';
import { startTerminal, type TestTerminal } from './terminal.ts';

const text = `# Title\n\n${Array.from({ length: 40 }, (_, index) => `## Part ${index}\n\nText ${index}.\n`).join('\n')}`;

function pager(source = text, words: string[] = []): TestTerminal & { path: string } {
  const cwd = temporaryFolder();
  const path = join(cwd, 'doc.md');
  writeFileSync(path, source);
  return { ...startTerminal({ args: ['preview', 'doc.md', ...words], cols: 80, rows: 24, cwd }), path };
}

test('a document opens in a pager that scrolls, finds, jumps and gives the terminal back', async () => {
  const terminal = pager();
  await terminal.waitFor('q leave');
  expect(terminal.alternate()).toBe(true);
  expect(terminal.screen()[0]).toBe('Title');
  terminal.press('space');
  await terminal.waitFor('Part 5');
  terminal.type('/text 33');
  terminal.press('enter');
  await terminal.waitFor('Text 33.');
  terminal.press('o');
  await terminal.waitFor('▸   Part 33');
  terminal.press('home', 'enter');
  await terminal.waitUntil('the top', (rows) => rows[0] === 'Title');
  terminal.press('q');
  expect(await terminal.exit).toEqual({ code: 0, signal: 0 });
  expect(terminal.alternate()).toBe(false);
  expect(terminal.cursor().hidden).toBe(false);
});

test('the pager follows its file and its window', async () => {
  const terminal = pager();
  await terminal.waitFor('q leave');
  terminal.resize(60, 12);
  await terminal.waitUntil('a narrow rule', (rows) => rows[1] === '═'.repeat(58));
  writeFileSync(terminal.path, '# Other\n');
  await terminal.waitFor('Other');
  terminal.press('ctrl+c');
  expect((await terminal.exit).code).toBe(130);
});

test('no escape sequence of a document reaches the terminal', async () => {
  const terminal = pager('# A\x1b]0;owned\x07\n\n[x](http://a/\x1b[2J) \x9b31m\n');
  await terminal.waitFor('q leave');
  terminal.press('q');
  await terminal.exit;
  expect(terminal.raw()).not.toContain('\x1b]0;');
  expect(terminal.raw()).not.toContain('\x9b');
});
