import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { expect, test } from 'vitest';
import { readDrafts } from '../../src/host/drafts.ts';
import { signalsDue } from './ending-signals.ts';
import { cleanEnvironment, PROGRAM, runProgram, temporaryFolder } from './program.ts';
import { fillDisk, mountDisk } from './small-disk.ts';
import { startTerminal, type TestTerminal } from './terminal.ts';

const PATH = 'docs/export.md';

/** A folder with a blank spec in it, and a home for the state. */
async function withSpec(cwd = temporaryFolder()): Promise<{ cwd: string; file: string; home: string }> {
  expect(await runProgram(['new', 'technical-spec', PATH, '--blank'], { cwd })).toMatchObject({ code: 0 });
  return { cwd, file: join(cwd, PATH), home: temporaryFolder() };
}

function open(cwd: string, home: string): TestTerminal {
  return startTerminal({ cwd, args: [PATH], env: { XDG_STATE_HOME: join(home, 'state') } });
}

/** Runs `spec-wizard drafts …` in the same home; gives what it prints. */
async function drafts(cwd: string, home: string, ...args: string[]): Promise<string> {
  const { stdout } = await runProgram(['drafts', ...args], { cwd, env: { XDG_STATE_HOME: join(home, 'state') } });
  return stdout;
}

const title = (file: string) => /^# .*$/m.exec(readFileSync(file, 'utf8'))?.[0];
const gone = (terminal: TestTerminal, text: string) =>
  terminal.waitUntil(`no “${text}”`, (screen) => !screen.join('\n').includes(text));

test('of two wizards on one file the second is read-only until it takes over, and the first one loses nothing', async () => {
  const { cwd, file, home } = await withSpec();
  const blank = readFileSync(file, 'utf8');
  const first = open(cwd, home);
  await first.waitFor('question 1 of');
  const second = open(cwd, home);
  await second.waitFor('Another wizard has this file open');
  second.press('r');
  await gone(second, 'Another wizard has');
  second.type('x');
  await second.waitFor('Meanwhile nothing is written');
  expect(readFileSync(file, 'utf8')).toBe(blank);

  first.type('First');
  await first.waitFor('┃ First');
  second.press('t');
  await second.waitFor('Something typed earlier is not in the file');
  await second.waitFor('↵ do it');
  await first.waitFor('took this file over');
  second.press('l');
  await gone(second, 'Something typed earlier');
  second.type('Second');
  second.press('enter');
  await expect.poll(() => title(file)).toBe('# Technical Specification: Second');
  // Its own draft goes after the file is written.
  await expect.poll(() => kept(file, home)).toEqual(['First']);

  first.type('tlt');
  first.press('down', 'enter');
  await first.waitFor('Something typed earlier is not in the file');
  await first.waitFor('↵ do it');
  await first.waitFor('First');
  await second.waitFor('took this file over');
  first.press('t', 'enter');
  await expect.poll(() => title(file)).toBe('# Technical Specification: First');
});

test('after a conflict my text becomes a draft that the next run offers', async () => {
  const { cwd, file, home } = await withSpec();
  const terminal = open(cwd, home);
  await terminal.waitFor('question 1 of');
  const theirs = readFileSync(file, 'utf8').replace('**Author**: [Name]', '**Author**: Somebody else');
  writeFileSync(file, theirs);
  terminal.type('Mine');
  terminal.press('enter');
  await terminal.waitFor('changed elsewhere');
  await terminal.waitFor('↵ do it');
  terminal.press('d');
  await terminal.waitFor('kept as a draft');
  terminal.press('ctrl+c');
  await terminal.exit;
  expect(readFileSync(file, 'utf8')).toBe(theirs);
  expect(await drafts(cwd, home)).toMatch(/paragraph|variable|component/);
  const again = open(cwd, home);
  await again.waitFor('Something typed earlier is not in the file');
  await again.waitFor('↵ do it');
  again.press('t');
  await again.waitFor('┃ Mine');
  again.press('enter');
  await expect.poll(() => title(file)).toBe('# Technical Specification: Mine');
  expect(readFileSync(file, 'utf8')).toContain('**Author**: Somebody else');
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** What is kept of the spec by now. */
const kept = (file: string, home: string) =>
  readDrafts(file, { folder: join(home, 'state/spec-wizard/drafts') }).map(({ value }) => value);

test.each(signalsDue('SIGHUP', 'SIGINT'))(
  'after %s what was typed is a draft, and the terminal as it was',
  async (signal, status) => {
    const { cwd, file, home } = await withSpec();
    const terminal = open(cwd, home);
    await terminal.waitFor('question 1 of');
    terminal.type('Half a name');
    await terminal.waitFor('┃ Half a name');
    terminal.kill(signal);
    expect((await terminal.exit).code).toBe(status);
    expect(kept(file, home)).toEqual(['Half a name']);
    expect(terminal.alternate()).toBe(false);
    expect(terminal.cursor().hidden).toBe(false);
    const last = (sequence: string) => terminal.raw().lastIndexOf(sequence);
    expect(last('\x1b[?2004l')).toBeGreaterThan(last('\x1b[?2004h'));
  },
);

test('when the terminal closes, typed text becomes a draft, and the wizard ends', async () => {
  const { cwd, file, home } = await withSpec();
  const env = cleanEnvironment({ XDG_STATE_HOME: join(home, 'state') });
  const terminal = spawn(process.execPath, [PROGRAM, PATH], { cwd, env, cols: 80, rows: 24 });
  let output = '';
  terminal.onData((text) => {
    output += text;
  });
  await expect.poll(() => output).toContain('question 1 of');
  terminal.write('Half');
  await expect.poll(() => output).toContain('Half');
  (terminal as unknown as { destroy: () => void }).destroy();
  await expect.poll(() => isAlive(terminal.pid)).toBe(false);
  expect(kept(file, home)).toEqual(['Half']);
});

test('an answer on a full disk becomes a draft that restores it later', async ({ skip }) => {
  const cwd = temporaryFolder();
  mountDisk(join(cwd, 'docs'), '64k', skip);
  const { file, home } = await withSpec(cwd);
  const blank = readFileSync(file, 'utf8');
  const ballast = fillDisk(join(cwd, 'docs'));
  const terminal = open(cwd, home);
  await terminal.waitFor('question 1 of');
  terminal.type('Export');
  terminal.press('enter');
  await terminal.waitFor('no space is left');
  await terminal.waitFor(/is kept as a\s+draft/);
  await terminal.waitFor('↵ do it');
  terminal.press('escape');
  await terminal.waitFor('not saved');
  terminal.press('ctrl+c');
  await terminal.waitFor('could not be saved');
  await terminal.exit;
  expect(readFileSync(file, 'utf8')).toBe(blank);
  rmSync(ballast);
  const [, id = ''] = /^ (\w{7}) [^\n]*\n +the whole text/m.exec(await drafts(cwd, home)) ?? [];
  await drafts(cwd, home, 'restore', id);
  expect(title(file)).toBe('# Technical Specification: Export');
});

test('a whole text in a read-only folder is kept, and offered once it can be written', async ({ skip }) => {
  const cwd = temporaryFolder();
  mountDisk(join(cwd, 'docs'), '1m', skip);
  const { file, home } = await withSpec(cwd);
  const remount = (mode: string) => spawnSync('mount', ['-o', `remount,${mode}`, join(cwd, 'docs')]);
  remount('ro');
  const terminal = open(cwd, home);
  await terminal.waitFor('question 1 of');
  terminal.press('tab', 'tab');
  await terminal.waitFor('question 3 of');
  terminal.press('escape');
  await terminal.waitFor('x does not apply');
  terminal.press('x');
  await terminal.waitFor('not apply?');
  terminal.type('there is none');
  terminal.press('enter');
  await terminal.waitFor(/is kept as a\s+draft/);
  terminal.press('ctrl+c');
  await terminal.exit;
  remount('rw');
  const again = open(cwd, home);
  await again.waitFor('does not apply: there is none');
  await again.waitFor('↵ do it');
  again.press('l');
  await again.waitFor('A whole text of this spec was kept');
  again.press('s');
  await again.waitFor('there is none');
  again.press('escape');
  await again.waitFor('A whole text of this spec was kept');
  again.press('t');
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('there is none');
  again.press('ctrl+c');
  await again.exit;
  const third = open(cwd, home);
  await third.waitFor(/question \d+ of/);
  expect(await drafts(cwd, home)).toContain('No drafts');
});

test('a name typed for a new spec survives a kill, until the spec has a file', async () => {
  const [cwd, home] = [temporaryFolder(), temporaryFolder()];
  const start = { cwd, env: { XDG_STATE_HOME: home }, args: ['new', 'technical-spec'] };
  const first = startTerminal(start);
  await first.waitFor('what is it called?');
  first.type('export-service');
  await first.waitFor('┃ export-service');
  first.kill('SIGKILL');
  await first.exit;
  const second = startTerminal(start);
  await second.waitFor('┃ export-service');
  second.press('enter');
  await second.waitFor('no file yet');
  second.type('Export Service');
  second.press('enter');
  await second.waitFor('question 2 of');
  second.press('ctrl+c');
  await second.exit;
  const third = startTerminal(start);
  await third.waitFor('what is it called?');
  expect((await third.still()).join('\n')).not.toContain('┃ export-service');
});
