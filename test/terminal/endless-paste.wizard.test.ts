import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './program.ts';
import { startTerminal, type TestTerminal } from './terminal.ts';

const START = '\x1b[200~';
const END = '\x1b[201~';

/** The wizard at the first question of a new spec, in a text of several lines, and where its state is. */
async function wizard(): Promise<{ terminal: TestTerminal; drafts: () => unknown[] }> {
  const state = temporaryFolder();
  const terminal = startTerminal({ args: ['new', 'component', 'a.md'], env: { XDG_STATE_HOME: state } });
  await terminal.waitFor('question 1 of');
  // On a busy machine the terminal's answers to what the wizard asked it would come in the middle of the paste.
  await terminal.still();
  const folder = join(state, 'spec-wizard/drafts');
  const drafts = () =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).value);
  return { terminal, drafts };
}

test('a paste whose end never comes is shown, kept, and left by ^C', async () => {
  const { terminal, drafts } = await wizard();
  terminal.type(`${START}half a paste`);
  await terminal.waitFor('half a paste');
  await expect.poll(drafts).toEqual(['half a paste']);
  terminal.press('ctrl+c');
  expect((await terminal.exit).code).toBe(130);
});

test('keys act again after a paste whose end never came', async () => {
  const { terminal } = await wizard();
  terminal.type(`${START}half a paste`);
  await terminal.waitFor('half a paste');
  terminal.press('!');
  await terminal.waitFor('half a paste!');
  terminal.press('escape');
  await terminal.waitFor('n next gap');
  terminal.press('?');
  terminal.press('ctrl+c');
  expect((await terminal.exit).code).toBe(130);
});

test('a signal in the middle of a paste leaves what came of it in a draft', async () => {
  const { terminal, drafts } = await wizard();
  terminal.type('typed ');
  await terminal.waitFor('typed');
  terminal.type(`${START}half a paste`);
  await terminal.still();
  terminal.kill('SIGTERM');
  await terminal.exit;
  expect(drafts()).toEqual(['typed half a paste']);
});

test('^C in the middle of a paste leaves at once, with the part so far in a draft', async () => {
  const { terminal, drafts } = await wizard();
  terminal.type(`${START}half a paste`);
  terminal.press('ctrl+c');
  expect((await terminal.exit).code).toBe(130);
  expect(drafts()).toEqual(['half a paste']);
});

test('a paste that comes slowly, in parts, is one text and acts as no keys', async () => {
  const { terminal, drafts } = await wizard();
  terminal.type(`${START}first part, `);
  await terminal.waitFor('first part,');
  terminal.type('second qqq part');
  await terminal.waitFor('second qqq part');
  terminal.type(`, last${END}`);
  await terminal.waitFor('part, last');
  await expect.poll(drafts).toEqual(['first part, second qqq part, last']);
  terminal.type('.');
  await terminal.waitFor('part, last.');
});

test('lines that a terminal without bracketed paste sends at once stay in one field', async () => {
  const { terminal, drafts } = await wizard();
  terminal.type('Seat\rholds\rservice');
  await terminal.waitFor('Seat holds service');
  await expect.poll(drafts).toEqual(['Seat holds service']);
  expect(terminal.screen().join('\n')).toContain('question 1 of');
});
