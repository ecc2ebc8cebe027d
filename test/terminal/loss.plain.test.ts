import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDrafts } from '../../src/host/drafts.ts';
import { signalsDue } from './ending-signals.ts';
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

/** Opened, and at its first question. */
async function asking(cwd: string, home: string): Promise<TestTerminal> {
  const terminal = open(cwd, home);
  await terminal.waitFor(/Question 1 of \d+/);
  return terminal;
}

/** A second one, which takes the spec over and gives it a title. */
async function takingOver(cwd: string, home: string): Promise<TestTerminal> {
  const second = open(cwd, home);
  await second.waitFor('take it over');
  await second.waitFor(/Number.*:$/m);
  second.type('2\r');
  await second.waitFor(/Question 1 of \d+/);
  second.type('Second\r');
  await second.waitFor(/Question 2 of \d+/);
  return second;
}

const title = (file: string) => /^# .*$/m.exec(readFileSync(file, 'utf8'))?.[0];

test('line by line, a file changed elsewhere is not overwritten; mine is a draft, and can be given again', async () => {
  const { cwd, file, home } = await withSpec();
  const terminal = await asking(cwd, home);
  const theirs = readFileSync(file, 'utf8').replace('**Author**: [Name]', '**Author**: Somebody else');
  writeFileSync(file, theirs);
  terminal.type('Mine\r');
  await terminal.waitFor('was changed elsewhere');
  await terminal.waitFor('kept as a draft');
  expect(readFileSync(file, 'utf8')).toBe(theirs);
  const drafts = () => readDrafts(file, { folder: join(home, 'spec-wizard/drafts') });
  expect(drafts()).toContainEqual(
    expect.objectContaining({
      slotId: null,
      value: { text: expect.stringContaining(': Mine\n'), bom: false },
    }),
  );
  // The rest of what was typed fast follows in a moment.
  await expect.poll(drafts).toContainEqual(expect.objectContaining({ slotId: 'component', value: 'Mine' }));
  await terminal.waitFor('/take writes it');
  terminal.type('/take\r');
  await terminal.waitFor(/Question 2 of \d+/);
  expect(readFileSync(file, 'utf8')).toBe(theirs.replace('[COMPONENT_NAME]', 'Mine'));
  expect(drafts()).toMatchObject([{ slotId: null }]);
});

test('line by line, a second session leaves the file or takes it over, and the first is told', async () => {
  const { cwd, file, home } = await withSpec();
  const first = await asking(cwd, home);
  const leaving = open(cwd, home);
  await leaving.waitFor('Another wizard has this file open');
  leaving.type('1\r');
  expect((await leaving.exit).code).toBe(0);
  await takingOver(cwd, home);
  first.type('First\r');
  await first.waitFor('another wizard took the file over');
  await first.waitFor('kept as a draft');
  expect(title(file)).toBe('# Technical Specification: Second');
});

test('line by line, the next question tells that another wizard took the file over; the author leaves it or takes it back', async () => {
  const { cwd, file, home } = await withSpec();
  const first = await asking(cwd, home);
  const second = await takingOver(cwd, home);
  first.type('/skip\r');
  await first.waitFor('Another wizard took this file over');
  await first.waitFor('Number');
  first.type('2\r');
  await first.waitFor('1. Draft');
  first.type('Draft\r');
  await first.waitFor(/Question 3 of \d+/);
  expect(title(file)).toBe('# Technical Specification: Second');
  expect(readFileSync(file, 'utf8')).toContain('**Status**: Draft\n');
  second.type('/skip\r');
  await second.waitFor('Another wizard took this file over');
  await second.waitFor('leave it');
  second.type('1\r');
  expect((await second.exit).code).toBe(0);
});

test('line by line, a command before the first question does not crash, and /quit leaves', async () => {
  const terminal = startTerminal({ args: ['--plain'] });
  await terminal.waitFor(/Number.*:$/m);
  terminal.type('/help\r');
  await terminal.waitFor('Not available here');
  terminal.type('/quit\r');
  expect((await terminal.exit).code).toBe(0);
});

test('line by line, an answer is kept as a draft if the author leaves while being asked about it', async () => {
  const [cwd, home] = [temporaryFolder(), temporaryFolder()];
  await runProgram(['new', 'component', './a.md', '--blank'], { cwd });
  const terminal = startTerminal({ cwd, args: ['a.md', '--plain'], env: { XDG_STATE_HOME: home } });
  await terminal.waitFor(/Question 1 of \d+/);
  terminal.type('/skip\r');
  await terminal.waitFor('Line 1:');
  terminal.type('<script>\r');
  await terminal.waitFor('Line 2:');
  terminal.type('.\r');
  await terminal.waitFor('would change the document');
  terminal.type('/back\r');
  await terminal.waitFor('Not available here');
  terminal.press('ctrl+c');
  await terminal.exit;
  const [draft] = readDrafts(join(cwd, 'a.md'), { folder: join(home, 'spec-wizard/drafts') });
  expect(draft?.value).toBe('<script>');
});

test.each(signalsDue('SIGQUIT', 'SIGTERM'))(
  'line by line, after %s the line that was typed is a draft',
  async (signal, status) => {
    const { cwd, file, home } = await withSpec();
    const terminal = await asking(cwd, home);
    terminal.type('Half a name');
    await terminal.waitFor('Half a name');
    terminal.kill(signal);
    expect((await terminal.exit).code).toBe(status);
    const [draft] = readDrafts(file, { folder: join(home, 'spec-wizard/drafts') });
    expect(draft).toMatchObject({ value: 'Half a name' });
  },
);

test('line by line, a kill loses no key that was echoed', async () => {
  const { cwd, file, home } = await withSpec();
  const folder = join(home, 'spec-wizard/drafts');
  const first = await asking(cwd, home);
  first.type('Half a name');
  await first.waitFor('Half a name');
  await expect.poll(() => readDrafts(file, { folder })[0]?.value).toBe('Half a name');
  first.kill('SIGKILL');
  await first.exit;
  const second = open(cwd, home);
  await second.waitFor('Half a name');
  second.type('1\r');
  await second.waitFor(/Question 1 of \d+/);
  second.press('tab');
  second.type(', and the rest\r');
  await expect.poll(() => title(file)).toBe('# Technical Specification: Half a name, and the rest');
  await expect.poll(() => readDrafts(file, { folder })).toEqual([]);
});

test('line by line, a name that was typed for a new spec is offered by the next run, until it has a file', async () => {
  const [cwd, home] = [temporaryFolder(), temporaryFolder()];
  const start = { cwd, env: { XDG_STATE_HOME: home }, args: ['new', 'technical-spec', '--plain'] };
  const first = startTerminal(start);
  await first.waitFor('Its name, or a path:');
  first.type('export-service');
  await first.waitFor('export-service');
  first.kill('SIGKILL');
  await first.exit;
  const second = startTerminal(start);
  await second.waitFor('(export-service)');
  second.type('\r');
  await second.waitFor(/Question 1 of \d+/);
  second.type('Export Service\r');
  await second.waitFor(/Question 2 of \d+/);
  second.press('ctrl+c');
  await second.exit;
  const third = startTerminal(start);
  await third.waitFor('Its name, or a path:');
  expect((await third.still()).join('\n')).not.toContain('export-service');
});

test('line by line, a read-only file is written only as the author says, and then to the end', async () => {
  const { cwd, file, home } = await withSpec();
  chmodSync(file, 0o444);
  const terminal = await asking(cwd, home);
  const before = readFileSync(file, 'utf8');
  terminal.type('Mine\r');
  await terminal.waitFor('it is read-only');
  await terminal.waitFor('write it all the same');
  terminal.type('1\r');
  await terminal.waitFor('/take writes it');
  expect(readFileSync(file, 'utf8')).toBe(before);
  terminal.type('/take\r');
  await terminal.waitUntil('asked again', () => terminal.raw().split('write it all the same').length > 2);
  terminal.type('2\r');
  await terminal.waitFor(/Question 2 of \d+/);
  expect(title(file)).toBe('# Technical Specification: Mine');
  terminal.type('1\r');
  await terminal.waitFor(/Question 3 of \d+/);
  expect(statSync(file).mode & 0o777).toBe(0o444);
  expect(readDrafts(file, { folder: join(home, 'spec-wizard/drafts') })).toEqual([]);
});

test('line by line, a whole text that could not be saved is offered, with what it would change', async () => {
  const { cwd, file, home } = await withSpec();
  const first = await asking(cwd, home);
  const theirs = readFileSync(file, 'utf8').replace('**Author**: [Name]', '**Author**: Somebody else');
  writeFileSync(file, theirs);
  first.type('Mine\r');
  await first.waitFor('kept as a draft');
  first.kill('SIGKILL');
  await first.exit;
  const second = open(cwd, home);
  await second.waitFor('not in the file: ');
  await second.waitFor('Number');
  second.type('3\r');
  await second.waitFor('A whole text of this spec was kept');
  await second.waitFor('Number');
  second.type('2\r');
  await second.waitFor('+ # Technical Specification: Mine');
  await second.waitFor('- **Author**: Somebody else');
  second.type('1\r');
  await expect.poll(() => title(file)).toBe('# Technical Specification: Mine');
  expect(readFileSync(file, 'utf8')).not.toContain('Somebody else');
  const drafts = () => readDrafts(file, { folder: join(home, 'spec-wizard/drafts') });
  await expect.poll(drafts).toMatchObject([{ slotId: null, value: { text: theirs } }]);
});

test('line by line, a kill does not lose a reason why a question does not apply', async () => {
  const { cwd, file, home } = await withSpec();
  const folder = join(home, 'spec-wizard/drafts');
  const first = await asking(cwd, home);
  first.type('/skip\r');
  await first.waitFor(/Question 2 of \d+/);
  first.type('/na not before it is na');
  await expect.poll(() => readDrafts(file, { folder })[0]?.value).toEqual({ notApplicable: 'not before it is na' });
  first.kill('SIGKILL');
  await first.exit;
  const second = open(cwd, home);
  await second.waitFor('It does not apply: not before it is na');
  second.type('1\r');
  await second.waitFor('Typed earlier: it does not apply');
  second.type('/na not before it is named\r');
  await expect.poll(() => readFileSync(file, 'utf8')).toContain('not before it is named');
  await expect.poll(() => readDrafts(file, { folder })).toEqual([]);
});
