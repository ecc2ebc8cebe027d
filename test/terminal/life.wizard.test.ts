import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readDrafts } from '../../src/host/drafts.ts';
import { PROGRAM, runProgram, temporaryFolder } from './program.ts';
import { startTerminal, type TestTerminal } from './terminal.ts';

const PATH = 'docs/specs/technical/export.md';

/** A folder with a blank spec in it. */
async function withSpec(): Promise<{ cwd: string; file: string; home: string }> {
  const cwd = temporaryFolder();
  expect(await runProgram(['new', 'technical-spec', 'export', '--blank'], { cwd })).toMatchObject({
    code: 0,
  });
  return { cwd, file: join(cwd, PATH), home: temporaryFolder() };
}

function open(cwd: string, home: string, more: Record<string, string | undefined> = {}): TestTerminal {
  return startTerminal({ cwd, args: [PATH], env: { XDG_STATE_HOME: join(home, 'state'), ...more } });
}

test('home shows the specs found here with their meters, and opens one at its first gap', async () => {
  const { cwd, home } = await withSpec();
  const terminal = startTerminal({ cwd, env: { XDG_STATE_HOME: home } });
  await terminal.waitFor(/Continue *\n ▸ docs\/specs\/technical\/export\.md +░+ +0% +44 gaps/);
  terminal.press('enter');
  await terminal.waitFor('question 1 of');
});

test('a screen that becomes too small asks for more room, and then continues where it was', async () => {
  const { cwd, home } = await withSpec();
  const terminal = open(cwd, home);
  await terminal.waitFor('question 1 of');
  terminal.type('Export');
  await terminal.waitFor('┃ Export');
  for (const [columns, rows] of [
    [30, 8],
    [80, 24],
    [40, 12],
    [39, 40],
    [200, 60],
    [120, 40],
  ] as const) {
    terminal.resize(columns, rows);
    if (columns < 40 || rows < 12) await terminal.waitFor('Please');
    else await terminal.waitUntil('the field again', (screen) => screen.some((row) => row.includes('┃ Export')));
  }
});

test('a narrowed window shows home, a question and the pager as if they had started at that size', async () => {
  const { cwd, home } = await withSpec();
  for (const [args, marker] of [
    [[], 'Continue'],
    [[PATH], 'question 1 of'],
    [['preview', PATH], 'q leave'],
  ] as const) {
    const begin = (cols: number) =>
      startTerminal({ cwd, args: [...args], cols, rows: 24, env: { XDG_STATE_HOME: join(home, `${cols}`) } });
    const terminal = begin(80);
    const fresh = begin(74);
    await terminal.waitFor(marker);
    await terminal.still();
    for (const columns of [79, 120, 74]) {
      terminal.resize(columns, 24);
      await terminal.still();
    }
    await fresh.waitFor(marker);
    // What is looked for in the background arrives when it does.
    const differences = () =>
      fresh.screen().flatMap((row, at) => (row === terminal.screen()[at] ? [] : [[row, terminal.screen()[at]]]));
    await expect.poll(differences).toEqual([]);
    fresh.kill();
    terminal.kill();
  }
});

test('replies of the terminal are not taken for keys in a field, the outline and the pager', async () => {
  const { cwd, file, home } = await withSpec();
  const before = readFileSync(file, 'utf8');
  const replies = [
    '\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\',
    '\x1bP>|xterm(370)\x1b\\',
    '\x1bP1+r544e\x1b\\',
    '\x1b_Gi=1;OK\x1b\\',
    '\x1b[?62;22c\x1b[I\x1b[<0;1;1M\x1b[M !!',
  ];
  const send = async (terminal: TestTerminal) => {
    for (const reply of replies) terminal.type(reply);
    // A half whose rest does not come in time counts as keys, so nothing may come between the two.
    for (const reply of replies) for (const half of [reply.slice(0, 5), reply.slice(5)]) terminal.type(half);
    await terminal.still();
  };
  const terminal = open(cwd, home, { EDITOR: 'false' });
  await terminal.waitFor('question 1 of');
  await send(terminal);
  terminal.type('Jobs');
  await terminal.waitFor('┃ Jobs');
  const field = await terminal.still();
  await send(terminal);
  expect(await terminal.still()).toEqual(field);
  terminal.press('escape');
  await terminal.waitFor(/↵ edit/);
  const outline = await terminal.still();
  await send(terminal);
  expect(await terminal.still()).toEqual(outline);
  expect(readFileSync(file, 'utf8')).toBe(before);
  const pager = startTerminal({ cwd, args: ['preview', PATH], env: { XDG_STATE_HOME: home } });
  await pager.waitFor('q leave');
  await pager.waitFor('○');
  const shown = await pager.still();
  await send(pager);
  expect(await pager.still()).toEqual(shown);
});

test('typed text survives a kill, and the next run, to which the file is open at once, offers it', async () => {
  const { cwd, file, home } = await withSpec();
  const blank = readFileSync(file, 'utf8');
  const terminal = open(cwd, home);
  await terminal.waitFor('question 1 of');
  terminal.type('Half a na');
  await terminal.waitFor('┃ Half a na');
  const drafts = { folder: join(home, 'state/spec-wizard/drafts') };
  await expect.poll(() => readDrafts(file, drafts)[0]?.value).toBe('Half a na');
  terminal.kill('SIGKILL');
  await terminal.exit;
  expect(readFileSync(file, 'utf8')).toBe(blank);
  const again = open(cwd, home);
  await again.waitFor('Something typed earlier is not in the file');
  await again.waitFor('↵ do it');
  again.press('t');
  await again.waitFor('┃ Half a na');
  again.type('me');
  again.press('enter');
  await again.waitFor('question 2 of');
  expect(readFileSync(file, 'utf8')).toContain('# Technical Specification: Half a name\n');
});

test('$EDITOR opens the answer, and its text goes into the field', async () => {
  const { cwd, file, home } = await withSpec();
  const editor = join(home, 'editor');
  writeFileSync(editor, '#!/bin/sh\nprintf "naïve %s 한국어" "$(cat "$1")" > "$1"\n');
  chmodSync(editor, 0o755);
  const terminal = open(cwd, home, { EDITOR: editor });
  await terminal.waitFor('question 1 of');
  terminal.type('Export');
  await terminal.waitFor('┃ Export');
  terminal.press('ctrl+x');
  await terminal.waitFor('┃ naïve Export 한국어');
  expect(terminal.alternate()).toBe(true);
  terminal.press('enter');
  await terminal.waitFor('question 2 of');
  expect(readFileSync(file, 'utf8')).toContain('# Technical Specification: naïve Export 한국어\n');
});

test('an editor that fails changes nothing, and says where the text is', async () => {
  const { cwd, home } = await withSpec();
  const terminal = open(cwd, home, { EDITOR: 'false' });
  await terminal.waitFor('question 1 of');
  terminal.type('Export');
  await terminal.waitFor('┃ Export');
  terminal.press('ctrl+x');
  await terminal.waitFor(/ended with status 1/);
  await terminal.waitFor('┃ Export');
});

test('a file changed elsewhere is not overwritten: their text is taken, and mine is in the field', async () => {
  const { cwd, file, home } = await withSpec();
  const terminal = open(cwd, home);
  await terminal.waitFor('question 1 of');
  const theirs = readFileSync(file, 'utf8').replace('**Author**: [Name]', '**Author**: Somebody else');
  writeFileSync(file, theirs);
  terminal.type('Export');
  terminal.press('enter');
  await terminal.waitFor('changed elsewhere');
  await terminal.waitFor('↵ do it');
  expect(readFileSync(file, 'utf8')).toBe(theirs);
  terminal.press('r');
  await terminal.waitFor('in the field again');
  terminal.press('ctrl+s');
  await terminal.waitFor('Kept in the file.');
  expect(readFileSync(file, 'utf8')).toBe(theirs.replace('[COMPONENT_NAME]', 'Export'));
});

/** A terminal in which a shell waits in the folder of a spec. */
async function shellWithSpec() {
  const { cwd, home } = await withSpec();
  const terminal = startTerminal({
    cwd,
    command: '/bin/bash',
    args: ['--norc', '-i'],
    env: { XDG_STATE_HOME: home, PS1: 'shell> ' },
  });
  await terminal.waitFor('shell>');
  return { cwd, terminal };
}

test('Ctrl+Z gives the shell its screen, and fg brings the wizard back whole', async () => {
  const { terminal } = await shellWithSpec();
  terminal.type(`"${process.execPath}" "${PROGRAM}" ${PATH}\r`);
  await terminal.waitFor('question 1 of');
  terminal.type('Export');
  await terminal.waitFor('┃ Export');
  terminal.press('ctrl+z');
  await terminal.waitFor('Stopped');
  expect(terminal.alternate()).toBe(false);
  terminal.type('fg\r');
  await terminal.waitFor('┃ Export');
  expect(terminal.alternate()).toBe(true);
  terminal.type(' two');
  await terminal.waitFor('┃ Export two');
  terminal.press('ctrl+c');
  await terminal.waitFor('Continue with');
});

test.each(['STOP', 'TSTP'])('a stop from outside (%s) gives fg a whole screen that takes keys', async (signal) => {
  const { cwd, terminal } = await shellWithSpec();
  const start = `echo $$ > pid; exec "${process.execPath}" "${PROGRAM}" ${PATH}`;
  terminal.type(`bash -c '${start}'\r`);
  await terminal.waitFor('question 1 of');
  terminal.type('Exporting');
  await terminal.waitFor('┃ Exporting');
  process.kill(Number(readFileSync(join(cwd, 'pid'), 'utf8')), `SIG${signal}`);
  await terminal.waitFor('Stopped');
  const before = terminal.raw().length;
  terminal.type('fg\r');
  await terminal.waitUntil('the screen again', () => terminal.raw().slice(before).includes('\u001b[?1049h'));
  await terminal.waitUntil('its first row', ([first]) => /^ docs\//.test(first!));
  terminal.type(' two');
  await terminal.waitFor('┃ Exporting two');
  expect(terminal.alternate()).toBe(true);
  terminal.press('ctrl+c');
  await terminal.waitFor('Continue with');
});

test('without colour there is not one colour on the screen', async () => {
  const { cwd, home } = await withSpec();
  const terminal = open(cwd, home, { NO_COLOR: '1' });
  await terminal.waitFor('question 1 of');
  terminal.press('escape', 'down', 'p');
  await terminal.waitFor('n next gap');
  expect(terminal.raw()).not.toMatch(/\u001b\[(?:1|2|3\d|9\d)(?:;\d+)*m/);
});

test('a spec written by hand is asked only for what is missing, and its own sections do not change', async () => {
  const cwd = temporaryFolder();
  const file = join(cwd, 'docs/own.md');
  const own = [
    '# Technical Specification: Export Service',
    '',
    '## 3. Goals & Non-Goals',
    '',
    '### Goals',
    '',
    '* Exports of any size',
    '',
    '### Non-Goals',
    '',
    '* Imports',
    '',
    '## Rejected ideas',
    '',
    'A cron job;   it   would not scale.',
    '',
    '## 1. Document Info',
    '',
    '- **Status**: Draft',
    '- **Author**: Ada',
    '- **Created**: 2026-01-02',
    '- **Last Updated**: 2026-01-03',
    '- **Reviewers**: Bob',
    '',
    '## 2. Executive Summary',
    '',
    'Exports leave through one queue.',
    '',
    '## 4. Requirements',
    '',
    '### Functional Requirements',
    '',
    '- Export everything',
    '',
  ].join('\n');
  mkdirSync(dirname(file));
  writeFileSync(file, own);
  const terminal = startTerminal({ cwd, args: ['docs/own.md', '--template', 'technical-spec'] });
  await terminal.waitFor('How much load must it handle');
  terminal.type('100 exports a second');
  terminal.press('enter');
  await terminal.waitFor('saved');
  terminal.press('ctrl+c');
  await terminal.exit;
  const after = readFileSync(file, 'utf8');
  expect(after).toContain('100 exports a second');
  expect(after).toContain('## Rejected ideas\n\nA cron job;   it   would not scale.\n');
  expect(after.startsWith(own.slice(0, own.indexOf('### Functional')))).toBe(true);
});

test.each([
  ['no such file', 'nowhere.md', /nowhere\.md/],
  ['a folder', '.', /folder|not a file/],
])('%s is one clear line and exit 2, with the terminal as it was', async (_what, path, message) => {
  const terminal = startTerminal({ args: [path] });
  expect((await terminal.exit).code).toBe(2);
  expect(terminal.alternate()).toBe(false);
  expect(terminal.screen().join('\n')).toMatch(message);
});

test('a new spec has no file until its first answer', async () => {
  const terminal = startTerminal({ args: ['new', 'component', 'export-service'] });
  await terminal.waitFor('no file yet');
  const file = join(terminal.cwd, 'docs/specs/component/cmp-001-export-service.md');
  expect(existsSync(file)).toBe(false);
  terminal.press('ctrl+t', 'enter');
  await terminal.waitFor('saved');
  expect(readFileSync(file, 'utf8')).toMatch(/^# Export Service\n/);
});

test('a read-only file is written only after the author confirms it', async () => {
  const { cwd, file, home } = await withSpec();
  chmodSync(file, 0o444);
  const terminal = open(cwd, home);
  await terminal.waitFor('question 1 of');
  terminal.type('Export');
  terminal.press('enter');
  await terminal.waitFor('read-only');
  await terminal.waitFor('↵ do it');
  expect(readFileSync(file, 'utf8')).toContain('[COMPONENT_NAME]');
  terminal.press('w');
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('# Technical Specification: Export\n');
});

test('changing an answer is one change, and undo restores the first answer', async () => {
  const { cwd, file, home } = await withSpec();
  const terminal = open(cwd, home);
  await terminal.waitFor('question 1 of');
  terminal.press('tab', 'tab');
  await terminal.waitFor('question 3 of');
  terminal.type('First');
  terminal.press('ctrl+s');
  await terminal.waitFor('Kept in the file.');
  const first = readFileSync(file, 'utf8');
  terminal.press('ctrl+u');
  terminal.type('Second');
  terminal.press('ctrl+s');
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('**Author**: Second\n');
  terminal.press('escape');
  await terminal.waitFor('n next gap');
  terminal.press('u');
  await terminal.waitFor('Undone');
  expect(readFileSync(file, 'utf8')).toBe(first);
});
