import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDrafts } from '../../src/host/drafts.ts';
import { runProgram, temporaryFolder } from './program.ts';
import { startTerminal, type TestTerminal } from './terminal.ts';

const PATH = 'docs/export.md';

async function withSpec(): Promise<{ cwd: string; file: string; home: string }> {
  const cwd = temporaryFolder();
  expect(await runProgram(['new', 'technical-spec', PATH, '--blank'], { cwd })).toMatchObject({ code: 0 });
  return { cwd, file: join(cwd, PATH), home: temporaryFolder() };
}

function open(cwd: string, home: string): TestTerminal {
  return startTerminal({ cwd, args: [PATH, '--plain'], env: { XDG_STATE_HOME: home } });
}

const title = (file: string) => /^# .*$/m.exec(readFileSync(file, 'utf8'))?.[0];

test('line by line, a file changed elsewhere is not written over; mine is a draft, and can be given again', async () => {
  const { cwd, file, home } = await withSpec();
  const terminal = open(cwd, home);
  await terminal.waitFor(/question 1 of \d+/);
  const theirs = readFileSync(file, 'utf8').replace('**Author**: [Name]', '**Author**: Somebody else');
  writeFileSync(file, theirs);
  terminal.type('Mine\r');
  await terminal.waitFor('was changed elsewhere');
  await terminal.waitFor('kept as a draft');
  expect(readFileSync(file, 'utf8')).toBe(theirs);
  const [draft] = readDrafts(file, { folder: join(home, 'spec-wizard/drafts') });
  expect(draft).toMatchObject({ slotId: null, value: { text: expect.stringContaining(': Mine\n') } });
  terminal.type('Mine\r');
  await terminal.waitFor(/question 2 of \d+/);
  expect(readFileSync(file, 'utf8')).toBe(theirs.replace('[COMPONENT_NAME]', 'Mine'));
});

test('line by line, a second wizard leaves the file or takes it over, and the first one is told', async () => {
  const { cwd, file, home } = await withSpec();
  const first = open(cwd, home);
  await first.waitFor(/question 1 of \d+/);
  const leaving = open(cwd, home);
  await leaving.waitFor('Another wizard has this file open');
  leaving.type('1\r');
  expect((await leaving.exit).code).toBe(0);
  const second = open(cwd, home);
  await second.waitFor('take it over');
  await second.waitFor('Number:');
  second.type('2\r');
  await second.waitFor(/question 1 of \d+/);
  second.type('Second\r');
  await second.waitFor(/question 2 of \d+/);
  first.type('First\r');
  await first.waitFor('another wizard took the file over');
  await first.waitFor('kept as a draft');
  expect(title(file)).toBe('# Technical Specification: Second');
});

test('line by line, a move where there is no question yet is no crash, and /quit leaves', async () => {
  const terminal = startTerminal({ args: ['--plain'] });
  await terminal.waitFor('Number:');
  terminal.type('/help\r');
  await terminal.waitFor('That goes nowhere here');
  terminal.type('/quit\r');
  expect((await terminal.exit).code).toBe(0);
});

test('line by line, an answer that is left while it is asked about is a draft', async () => {
  const [cwd, home] = [temporaryFolder(), temporaryFolder()];
  await runProgram(['new', 'component', './a.md', '--blank'], { cwd });
  const terminal = startTerminal({ cwd, args: ['a.md', '--plain'], env: { XDG_STATE_HOME: home } });
  await terminal.waitFor(/question 1 of \d+/);
  terminal.type('/skip\r');
  await terminal.waitFor('Line 1:');
  terminal.type('<script>\r');
  await terminal.waitFor('Line 2:');
  terminal.type('.\r');
  await terminal.waitFor('would change the document');
  terminal.type('/back\r');
  await terminal.waitFor('That goes nowhere here');
  terminal.press('ctrl+c');
  await terminal.exit;
  const [draft] = readDrafts(join(cwd, 'a.md'), { folder: join(home, 'spec-wizard/drafts') });
  expect(draft?.value).toBe('<script>');
});

test.each([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGQUIT', 131],
  ['SIGTERM', 143],
] as const)('line by line, after %s the line that was typed is a draft', async (signal, status) => {
  const { cwd, file, home } = await withSpec();
  const terminal = open(cwd, home);
  await terminal.waitFor(/question 1 of \d+/);
  terminal.type('Half a name');
  await terminal.waitFor('Half a name');
  terminal.kill(signal);
  expect((await terminal.exit).code).toBe(status);
  const [draft] = readDrafts(file, { folder: join(home, 'spec-wizard/drafts') });
  expect(draft).toMatchObject({ value: 'Half a name' });
});
