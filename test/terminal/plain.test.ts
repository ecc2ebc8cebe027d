import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROGRAM, runProgram, temporaryFolder } from './program.ts';
import { startTerminal } from './terminal.ts';

const spec = (cwd: string) => readFileSync(join(cwd, 'docs/specs/technical/search.md'), 'utf8');

test('a session line by line goes from choosing a template to the written file, and Ctrl+C leaves it', async () => {
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
  await terminal.waitFor(/Question 1 of \d+/);
  terminal.type('Full-text search\r');
  await terminal.waitFor(/Question 2 of \d+/);
  terminal.press('ctrl+c');
  expect(await terminal.exit).toEqual({ code: 130, signal: 0 });
  expect(terminal.screen().join('\n')).toMatch(/search\.md: 1 of \d+ answered/);
  expect(spec(terminal.cwd)).toContain('Full-text search');
});

test('at the end of input everything is kept', async () => {
  const terminal = startTerminal({ args: ['new', 'technical-spec', 'search', '--plain'] });
  await terminal.waitFor(/Question 1 of \d+/);
  terminal.type('Full-text search\r');
  await terminal.waitFor(/Question 2 of \d+/);
  terminal.press('ctrl+d');
  expect(await terminal.exit).toEqual({ code: 0, signal: 0 });
  expect(spec(terminal.cwd)).toContain('Full-text search');
});

test('a pasted text is one answer, and no part of it reaches another question', async () => {
  const terminal = startTerminal({ args: ['new', 'component', 'search', '--plain'] });
  await terminal.waitFor(/Question 1 of \d+/);
  terminal.type('Search\r');
  await terminal.waitFor('Line 1:');
  terminal.paste('It finds things.\n\nQuickly.\n.\n');
  await terminal.waitFor(/Question 3 of \d+/);
  terminal.press('ctrl+c');
  await terminal.exit;
  const text = readFileSync(join(terminal.cwd, 'docs/specs/component/cmp-001-search.md'), 'utf8');
  expect(text).toMatch(/^# Search\n\nIt finds things\.\n\nQuickly\.\n\n\*\*Type\*\*/);
});

test('a line interrupted by Ctrl+C is offered by the next run, which continues it', async () => {
  const home = temporaryFolder();
  const start = { env: { XDG_STATE_HOME: home }, cwd: temporaryFolder() };
  const first = startTerminal({ ...start, args: ['new', 'technical-spec', 'search', '--plain'] });
  await first.waitFor(/Question 1 of \d+/);
  first.type('Full-text search\r');
  await first.waitFor('Number:');
  first.press('enter');
  await first.waitFor(/Question 3 of \d+/);
  first.type('Ada Lov');
  await first.waitFor('Ada Lov');
  first.press('ctrl+c');
  expect((await first.exit).code).toBe(130);
  expect(first.screen().join('\n')).toContain('What you typed is kept');
  const again = startTerminal({ ...start, args: ['docs/specs/technical/search.md', '--plain'] });
  await again.waitFor('Ada Lov');
  again.type('1\r');
  await again.waitFor(/Question 3 of \d+/);
  again.press('tab');
  again.type('elace\r');
  await again.waitFor(/Question 4 of \d+/);
  again.press('ctrl+c');
  await again.exit;
  expect(spec(start.cwd)).toContain('**Author**: Ada Lovelace\n');
});

test('/edit gives the terminal to an editor, and what it leaves is the answer', async () => {
  const cwd = temporaryFolder();
  const editor = join(cwd, 'editor');
  writeFileSync(editor, '#!/bin/sh\necho ready to edit; read line; printf "%s, naïve 한국어" "$line" > "$1"\n');
  chmodSync(editor, 0o755);
  const args = ['new', 'technical-spec', 'search', '--plain'];
  const terminal = startTerminal({ cwd, args, env: { EDITOR: editor } });
  await terminal.waitFor(/Question 1 of \d+/);
  terminal.type('/edit\r');
  await terminal.waitFor('ready to edit');
  terminal.type('Search\r');
  await terminal.waitFor(/Question 2 of \d+/);
  expect(spec(cwd)).toContain('# Technical Specification: Search, naïve 한국어\n');
});

test('Ctrl+Z stops the program that started this one, too, and fg goes on with the question', async () => {
  const terminal = startTerminal({
    command: '/bin/bash',
    args: ['--norc', '-i'],
    env: { PS1: 'shell> ' },
  });
  await terminal.waitFor('shell>');
  // As npx does, sh waits for the program.
  terminal.type(`sh -c '"${process.execPath}" "${PROGRAM}" new technical-spec search --plain; true'\r`);
  await terminal.waitFor(/Question 1 of \d+/);
  terminal.press('ctrl+z');
  await terminal.waitFor('Stopped');
  terminal.type('fg\r');
  terminal.type('Full-text search\r');
  await terminal.waitFor(/Question 2 of \d+/);
  terminal.press('ctrl+c');
  await terminal.waitFor(/search\.md: 1 of \d+ answered/);
  expect(spec(terminal.cwd)).toContain('Full-text search');
});

/** What a screen reader reads out: all that was written but the mode for marking pastes. */
const readOut = (raw: string) => raw.replace(/\x1b\[\?2004[hl]/g, '');

test.each([
  ['a terminal of its own', { TERM: 'xterm-256color' }, ['--plain']],
  ['TERM=dumb', { TERM: 'dumb' }, []],
  ['ACCESSIBLE', { ACCESSIBLE: '1', TERM: 'xterm-256color' }, []],
])('with %s, typing shows each character once, and no escape sequence', async (_, env, flags) => {
  const terminal = startTerminal({ args: [...flags, 'new', 'technical-spec', 'search'], env });
  await terminal.waitFor(/component:$/m);
  const before = terminal.raw().length;
  const typed = 'Full-text search';
  for (let length = 1; length <= typed.length; length++) {
    terminal.type(typed[length - 1]!);
    await terminal.waitUntil('the letter', () => terminal.raw().length >= before + length);
  }
  await terminal.still();
  expect(terminal.raw().slice(before)).toBe(typed);
  terminal.type('\r');
  await terminal.waitFor(/Question 2 of \d+/);
  terminal.press('ctrl+c');
  expect((await terminal.exit).code).toBe(130);
  const all = flags.length > 0 ? readOut(terminal.raw()) : terminal.raw();
  expect(all).not.toContain('\x1b');
});

test('a question is printed as section, place, question, help, the present text, and how to leave', async () => {
  const terminal = startTerminal({ args: ['--plain', 'new', 'technical-spec', 'search'], rows: 40 });
  await terminal.waitFor(/component:$/m);
  terminal.type('/go author\r');
  const screen = await terminal.waitFor(/Author:$/m);
  const from = screen.lastIndexOf('Document Info');
  expect(screen.slice(from).filter(Boolean)).toEqual([
    'Document Info',
    expect.stringMatching(/^Question 3 of \d+$/),
    'Who is the author?',
    '  The people to ask when something is unclear.',
    'An example:',
    '  Mira Okafor',
    ...screen.slice(from).filter(Boolean).slice(6, -2),
    'Enter leaves it for later; /help lists the commands; /quit leaves.',
    'Author:',
  ]);
});

test('a written answer is printed, and no word is broken at the edge', async () => {
  const terminal = startTerminal({
    args: ['--plain', 'new', 'technical-spec', 'search'],
    cols: 60,
    rows: 40,
  });
  await terminal.waitFor(/component:$/m);
  terminal.type('Search\r');
  await terminal.waitFor('Written: Title & Metadata › Component: Search');
  terminal.type('/go executive\r');
  await terminal.waitFor('Line 1:');
  terminal.type('It finds things.\r');
  await terminal.waitFor('Line 2:');
  terminal.type('.\r');
  const screen = await terminal.waitFor(/Written: Executive Summary:\s+It finds things\./);
  expect(screen.filter((row) => row.length > 59)).toEqual([]);
});

test('a paste into a one-line question stays in it, and a mistyped command is no answer', async () => {
  const terminal = startTerminal({ args: ['--plain', 'new', 'technical-spec', 'search'] });
  await terminal.waitFor(/component:$/m);
  terminal.paste('First\nsecond\nthird\n');
  await terminal.waitFor('component: First second third');
  terminal.type('\r');
  await terminal.waitFor(/Question 2 of \d+/);
  expect(spec(terminal.cwd)).toContain('# Technical Specification: First second third\n');
  terminal.type('/go author\r');
  await terminal.waitFor(/Author:$/m);
  terminal.type('/qiut\r');
  await terminal.waitFor('“/qiut” is no command; did you mean /quit?');
  terminal.press('ctrl+c');
  await terminal.exit;
  expect(spec(terminal.cwd)).toContain('**Author**: [Name]');
});

test('Ctrl+C in a text of several lines keeps a draft, and no half answer', async () => {
  const terminal = startTerminal({ args: ['--plain', 'new', 'technical-spec', 'search'] });
  await terminal.waitFor(/component:$/m);
  terminal.type('Search\r');
  await terminal.waitFor(/Question 2 of \d+/);
  terminal.type('/go executive\r');
  await terminal.waitFor('Line 1:');
  terminal.type('It finds\r');
  await terminal.waitFor('Line 2:');
  terminal.press('ctrl+c');
  await terminal.exit;
  expect(terminal.screen().join('\n')).toContain('What you typed is kept');
  expect(spec(terminal.cwd)).not.toContain('It finds');
});

test('a line that was begun continues after a stop', async () => {
  const terminal = startTerminal({ args: ['--plain', 'new', 'technical-spec', 'search'] });
  await terminal.waitFor(/component:$/m);
  terminal.type('Sear');
  await terminal.waitFor('component: Sear');
  terminal.kill('SIGSTOP');
  terminal.kill('SIGCONT');
  await terminal.waitUntil('the line again', (rows) => rows.join('\n').split('component: Sear').length > 2);
  terminal.type('ch\r');
  await terminal.waitFor('Written: Title & Metadata › Component: Search');
});

test('where the locale has no UTF-8, our own signs are ASCII', async () => {
  const terminal = startTerminal({
    args: ['--plain', 'new', 'technical-spec', 'search'],
    env: { LC_ALL: 'C' },
  });
  await terminal.waitFor(/component:$/m);
  terminal.type('/go load\r');
  await terminal.waitFor('Testing Strategy > Performance Tests');
});

test.each([
  ['full screen', [], 'Alerts'],
  ['line by line', ['--plain'], 'Question'],
])('--section begins at a section, %s, and names the nearest of one that is not there', async (_, flags, marker) => {
  const cwd = temporaryFolder();
  await runProgram(['new', 'component', 'export', '--blank'], { cwd });
  const file = 'docs/specs/component/cmp-001-export.md';
  const terminal = startTerminal({ cwd, args: [file, '--section', 'alerts', ...flags], rows: 40 });
  const screen = await terminal.waitFor(/Monitoring › Alerts/);
  expect(screen.join('\n')).toContain(marker);
  terminal.press('ctrl+c');
  expect((await terminal.exit).code).toBe(130);
  const wrong = startTerminal({ cwd, args: [file, '--section', 'monitoring/alert', ...flags] });
  expect((await wrong.exit).code).toBe(2);
  expect(wrong.screen().join(' ')).toContain('did you mean monitoring/alerts?');
});
