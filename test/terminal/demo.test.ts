import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runProgram, temporaryFolder } from './program.ts';
import { startTerminal } from './terminal.ts';

const demo = fileURLToPath(new URL('../../templates/demo/', import.meta.url));

/**
 * A terminal in which the demo keeps everything in folders that the test can look into, apart from the cache in which
 * Node keeps the program's compiled code.
 */
function inOwnFolders(args: readonly string[] = []) {
  const temporary = temporaryFolder();
  const cwd = temporaryFolder();
  const home = temporaryFolder();
  const env = { TMPDIR: temporary, HOME: home, XDG_STATE_HOME: undefined };
  const terminal = startTerminal({ args: ['demo', ...args], cwd, cols: 90, rows: 60, env });
  return { terminal, leftBehind: () => [temporary, cwd, home].flatMap((folder) => readdirSync(folder)) };
}

test('the demo goes from the first question to a finished spec and its check, and leaves nothing behind', async () => {
  const { terminal, leftBehind } = inOwnFolders();
  await terminal.waitFor('What is decided?');
  expect(leftBehind()).toHaveLength(1);
  terminal.press('enter');
  await terminal.waitFor('Where does the decision stand?');
  terminal.press('down', 'enter');
  await terminal.waitFor('On which day?');
  terminal.press('enter');
  await terminal.waitFor('What forces a decision');
  terminal.type('Two queues lose the order of jobs.');
  terminal.press('tab');
  await terminal.waitFor('Which options did you consider?');
  terminal.type('One queue');
  terminal.press('tab');
  terminal.type('Order is kept');
  terminal.press('tab');
  terminal.type('One more service');
  terminal.press('tab');
  await terminal.waitFor('What follows from it?');
  terminal.type('One more service to watch');
  terminal.press('tab');
  await terminal.waitFor('Nothing is left.');
  terminal.press('c');
  await terminal.waitFor("Remove the template's guidance?");
  terminal.press('enter');
  await terminal.waitFor('guidance was removed');
  terminal.press('enter');
  expect(await terminal.exit).toEqual({ code: 0, signal: 0 });
  const shown = terminal.screen().join('\n');
  expect(shown).toContain('# Decision: One queue for all jobs');
  expect(shown).toContain('100%    6 of 6');
  expect(shown).toContain('1 spec, complete.');
  expect(shown).toContain('its folder is removed');
  expect(leftBehind()).toEqual([]);
});

test.each(['SIGTERM', 'SIGHUP'])('the demo leaves nothing behind when %s ends it', async (signal) => {
  const { terminal, leftBehind } = inOwnFolders();
  await terminal.waitFor('What is decided?');
  terminal.type(' typed');
  await terminal.waitFor('jobs typed');
  terminal.kill(signal);
  await terminal.exit;
  expect(leftBehind()).toEqual([]);
});

test('Ctrl+C leaves the demo at once, with status 130 and nothing behind', async () => {
  const { terminal, leftBehind } = inOwnFolders();
  await terminal.waitFor('What is decided?');
  terminal.press('ctrl+c');
  expect((await terminal.exit).code).toBe(130);
  expect(leftBehind()).toEqual([]);
});

test('line by line, the demo names the gaps that were left', async () => {
  const { code, stdout } = await runProgram(['demo', '--plain'], { input: '/take\n2\n/take\n/quit\n' });
  expect(code).toBe(0);
  expect(stdout).toContain('50%, 3 of 6 answered');
  expect(stdout).toMatch(/Fill them|gaps/);
  expect(stdout).not.toContain('↓');
});

test('without a terminal the demo says how it works without one', async () => {
  const { code, stdout, stderr } = await runProgram(['demo']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('the demo needs a terminal');
  expect(stderr).toContain('--plain');
});

test('the files of the demo are there', () => {
  for (const name of ['decision.md', 'decision.yaml', 'decision-plain.yaml', 'spec-wizard.yaml'])
    expect(existsSync(join(demo, name)), name).toBe(true);
  expect(readFileSync(join(demo, 'decision.md'), 'utf8')).toContain('## Options');
});
