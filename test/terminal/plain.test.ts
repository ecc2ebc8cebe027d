import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startTerminal } from './terminal.ts';

const spec = (cwd: string) => readFileSync(join(cwd, 'docs/specs/technical/search.md'), 'utf8');

test('a sitting line by line, from the choice to the file, and left by Ctrl+C', async () => {
  const terminal = startTerminal({ args: ['--plain'] });
  await terminal.waitFor('From which template?');
  await terminal.waitFor('Number:');
  terminal.type('technical-spec\r');
  await terminal.waitFor('Its name, or a path:');
  terminal.type('Serch');
  terminal.press('left', 'left', 'left');
  terminal.type('a');
  await terminal.waitFor(/path: Search$/m);
  terminal.press('enter');
  await terminal.waitFor(/question 1 of \d+/);
  terminal.type('Full-text search\r');
  await terminal.waitFor(/question 2 of \d+/);
  terminal.press('ctrl+c');
  expect(await terminal.exit).toEqual({ code: 130, signal: 0 });
  expect(terminal.screen().join('\n')).toMatch(/search\.md: 1 of \d+ answered/);
  expect(spec(terminal.cwd)).toContain('Full-text search');
});

test('the end of input leaves with everything kept', async () => {
  const terminal = startTerminal({ args: ['new', 'technical-spec', 'search', '--plain'] });
  await terminal.waitFor(/question 1 of \d+/);
  terminal.type('Full-text search\r');
  await terminal.waitFor(/question 2 of \d+/);
  terminal.press('ctrl+d');
  expect(await terminal.exit).toEqual({ code: 0, signal: 0 });
  expect(spec(terminal.cwd)).toContain('Full-text search');
});

test('a pasted text arrives whole, and nothing of it elsewhere', async () => {
  const terminal = startTerminal({ args: ['new', 'component', 'search', '--plain'] });
  await terminal.waitFor(/question 1 of \d+/);
  terminal.type('Search\r');
  await terminal.waitFor('Line 1:');
  terminal.paste('It finds things.\n\nQuickly.\n.\n');
  await terminal.waitFor(/question 3 of \d+/);
  terminal.press('ctrl+c');
  await terminal.exit;
  const text = readFileSync(join(terminal.cwd, 'docs/specs/component/cmp-001-search.md'), 'utf8');
  expect(text).toMatch(/^# Search\n\nIt finds things\.\n\nQuickly\.\n\n\*\*Type\*\*/);
});
