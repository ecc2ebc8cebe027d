import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './program.ts';
import { startTerminal } from './terminal.ts';

/** Stands in the first frame of a new spec, before the field is there. */
const ASKED = 'What is the component or feature called?';
const NEW = ['new', 'technical-spec', 'ferry'];

test('keys that are typed at once are answers, and nothing of them is echoed', async () => {
  const terminal = startTerminal({ args: NEW });
  terminal.type('Ferry ');
  await terminal.waitFor(ASKED);
  terminal.type('times');
  terminal.press('enter');
  await terminal.waitFor('question 2 of');
  expect(readFileSync(join(terminal.cwd, 'docs/specs/technical/ferry.md'), 'utf8')).toContain(
    '# Technical Specification: Ferry times\n',
  );
  terminal.press('ctrl+c');
  expect((await terminal.exit).code).toBe(130);
  expect(terminal.screen().join('\n')).not.toContain('times');
});

test.each([
  ['home', [], 'looking for specs'],
  ['a new spec', NEW, ASKED],
])('Ctrl+C at the first frame of %s leaves, with the terminal as it was', async (_, args, marker) => {
  const terminal = startTerminal({ args });
  await terminal.waitFor(marker);
  terminal.press('ctrl+c');
  expect((await terminal.exit).code).toBe(130);
  expect(terminal.alternate()).toBe(false);
  expect(terminal.cursor().hidden).toBe(false);
});

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])('%s at the first frame ends with %d, with the terminal as it was', async (signal, code) => {
  const terminal = startTerminal({ args: NEW });
  await terminal.waitFor(ASKED);
  terminal.kill(signal);
  expect((await terminal.exit).code).toBe(code);
  expect(terminal.alternate()).toBe(false);
  expect(terminal.cursor().hidden).toBe(false);
});

test('an error after the first frame is printed on the shell’s screen', async () => {
  const home = temporaryFolder();
  mkdirSync(join(home, 'spec-wizard'));
  writeFileSync(join(home, 'spec-wizard', 'settings.yaml'), 'colour: dark\n');
  const terminal = startTerminal({ args: NEW, cols: 200, env: { XDG_CONFIG_HOME: home } });
  expect((await terminal.exit).code).toBe(2);
  expect(terminal.raw()).toContain('\u001b[?1049h');
  expect(terminal.alternate()).toBe(false);
  expect(terminal.screen().join('\n')).toMatch(/settings\.yaml:1: colour: there is no such setting/);
});

test.each([
  ['an unknown template', ['new', 'nope', 'ferry'], 'there is no template “nope”'],
  ['a file that is not there', ['ferry.md'], 'ferry.md'],
])('%s is told without a screen', async (_, args, problem) => {
  const terminal = startTerminal({ args });
  expect((await terminal.exit).code).toBe(2);
  expect(terminal.raw()).not.toContain('\u001b[?1049h');
  expect(terminal.screen().join('\n')).toContain(problem);
});

test('a file shows its headings before it is read', async () => {
  const cwd = temporaryFolder();
  const template = readFileSync(new URL('../../templates/technical-spec.md', import.meta.url), 'utf8');
  writeFileSync(join(cwd, 'ferry.md'), template);
  const terminal = startTerminal({ cwd, args: ['ferry.md', '--template', 'technical-spec'] });
  await terminal.waitUntil('headings', (rows) => rows.some((row) => /^ Document Info/.test(row)));
  await terminal.waitFor('question 1 of');
  expect(terminal.raw()).toContain('Reading …');
  expect(terminal.screen().join('\n')).not.toContain('Reading …');
});
