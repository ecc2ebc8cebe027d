import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROGRAM, runAlone } from './program.ts';
import { startTerminal } from './terminal.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

test('--version prints the version of the package', async () => {
  expect(await runAlone(['--version'])).toEqual({
    code: 0,
    signal: null,
    stdout: `${version}\n`,
    stderr: '',
  });
});

test('--help names every command on standard output', async () => {
  const { code, stdout, stderr } = await runAlone(['--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const name of ['new', 'preview', 'check', 'questions', 'fill', 'templates']) {
    expect(stdout).toContain(`spec-wizard ${name}`);
  }
});

test('a mistyped command is one clear line on standard error', async () => {
  const { code, stdout, stderr } = await runAlone(['chekc']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^spec-wizard: there is no command or file named "chekc"; did you mean check\?\n/);
});

test('a reader may close the pipe early', async () => {
  const terminal = startTerminal({
    command: '/bin/sh',
    args: ['-c', `"${process.execPath}" "${PROGRAM}" --help | true; echo "end of it"`],
  });
  await terminal.waitFor('end of it');
  expect(terminal.raw()).toBe('end of it\r\n');
  expect((await terminal.exit).code).toBe(0);
});

test('the program knows its terminal', async () => {
  const terminal = startTerminal({ args: ['--help'], cols: 80, rows: 24 });
  await terminal.waitFor('Exit status');
  expect((await terminal.exit).code).toBe(0);
  expect(terminal.screen()).toHaveLength(24);
});
