import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { runAlone, runProgram, temporaryFolder } from './program.ts';
import { startTerminal } from './terminal.ts';

/** All numbers in the names of files below a folder, sorted. */
const numbersIn = (folder: string): number[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => /(\d{3})-[^/]*\.md$/.exec(path)?.[1])
    .filter((number) => number !== undefined)
    .map(Number)
    .sort((a, b) => a - b);

test('five components that are started at once get different numbers', async () => {
  const cwd = temporaryFolder();
  const env = { XDG_STATE_HOME: temporaryFolder() };
  const five = [1, 2, 3, 4, 5];
  const results = await Promise.all(
    five.map((item) => runAlone(['new', 'component', `part ${item}`, '--blank'], { cwd, env })),
  );
  expect(results.map(({ code }) => code)).toEqual(five.map(() => 0));
  expect(numbersIn(cwd)).toEqual(five);
  expect(new Set(results.map(({ stdout }) => dirname(stdout))).size).toBe(1);
});

test('a number that a wizard has chosen for a spec without a file is not chosen again', async () => {
  const cwd = temporaryFolder();
  const env = { XDG_STATE_HOME: temporaryFolder() };
  const wizard = startTerminal({ cwd, env, args: ['new', 'component', 'first part'] });
  await wizard.waitFor('question 1 of');
  expect(await runProgram(['new', 'component', 'second part', '--blank'], { cwd, env })).toMatchObject({
    code: 0,
  });
  wizard.press('enter');
  await wizard.waitFor('question 2 of');
  wizard.press('ctrl+c');
  await wizard.exit;
  expect(numbersIn(cwd)).toEqual([1, 2]);
  const left = startTerminal({ cwd, env, args: ['new', 'component', 'third part'] });
  await left.waitFor('question 1 of');
  left.press('ctrl+c');
  await left.exit;
  await runProgram(['new', 'component', 'fourth part', '--blank'], { cwd, env });
  expect(numbersIn(cwd)).toEqual([1, 2, 3]);
});
