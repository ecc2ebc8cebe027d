import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram, temporaryFolder } from './program.ts';
import { startTerminal } from './terminal.ts';

const WHY = 'Say in a few words what hurts today and since when it does.';
const OLD = `# Plan\n\n## Background\n\n${WHY}\n\n## Rollout\n\n- **How is it undone?**\n`;
const NOW = `# Plan\n\n## Motivation\n\n${WHY}\n\n## Rollout\n\n### How is it undone?\n`;
const SPEC = '# Plan\n\n## Background\n\nIt breaks.\n\n## Rollout\n\n- **How is it undone?**\n  By hand.\n';
const UPGRADED = '# Plan\n\n## Motivation\n\nIt breaks.\n\n## Rollout\n\n### How is it undone?\n\nBy hand.\n';

/** A repository whose template has changed since its spec was written. */
function repository() {
  const cwd = temporaryFolder();
  const env = { XDG_STATE_HOME: temporaryFolder() };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], { cwd });
  git('init', '-q');
  for (const text of [OLD, NOW]) {
    writeFileSync(join(cwd, 'plan.md'), text);
    git('add', '.');
    git('commit', '-qm', 'a version');
  }
  writeFileSync(join(cwd, 'spec.md'), SPEC);
  const run = (command: string, ...more: string[]) =>
    runProgram([command, 'spec.md', '--template', './plan.md', ...more], { cwd, env });
  return { cwd, env, run, text: () => readFileSync(join(cwd, 'spec.md'), 'utf8') };
}

test('a spec stays complete when its template changes, and --drift tells the two forms apart', async () => {
  const { run, text } = repository();
  expect(await run('check')).toMatchObject({ code: 0, stdout: expect.stringContaining('complete') });
  const drift = await run('check', '--drift');
  expect(drift).toMatchObject({ code: 1, stdout: expect.stringContaining('older-form') });
  expect((await run('upgrade', '--yes')).code).toBe(0);
  expect(text()).toBe(UPGRADED);
  expect(await run('check', '--drift')).toMatchObject({
    code: 0,
    stdout: expect.not.stringContaining('older-form'),
  });
  expect((await run('upgrade', '--yes')).stdout).toBe('Every spec has the form of its template.\n');
});

test('an upgrade is shown without being made, as a plan, a diff and JSON', async () => {
  const { run, text } = repository();
  const plan = await run('upgrade');
  expect(plan.stdout).toContain('line 3: rename “Background” to “Motivation”');
  expect(plan.stdout).toContain('Nothing was written. --yes writes it.');
  expect((await run('upgrade', '--dry-run')).stdout).toContain('+ ## Motivation');
  const { specs } = JSON.parse((await run('upgrade', '--json')).stdout);
  expect(specs).toMatchObject([
    { path: 'spec.md', written: false, steps: [{ line: 3, kind: 'renamed' }, {}] },
  ]);
  expect(text()).toBe(SPEC);
});

test('the text before an upgrade is a draft that undoes it', async () => {
  const { cwd, env, run, text } = repository();
  const { stdout } = await run('upgrade', '--yes');
  const [, id = ''] = /drafts restore (\S+)/.exec(stdout)!;
  expect((await run('check')).stderr).toBe('');
  await runProgram(['drafts', 'restore', id], { cwd, env });
  expect(text()).toBe(SPEC);
});

test('in a terminal each step is taken or left', async () => {
  const { cwd, env, text } = repository();
  const args = ['upgrade', 'spec.md', '--template', './plan.md'];
  const terminal = startTerminal({ cwd, env, args });
  await terminal.waitFor('rename “Background”');
  await terminal.waitFor(/Number.*:/);
  terminal.type('2\r');
  await terminal.waitFor('turn the bold text');
  terminal.type('1\r');
  expect((await terminal.exit).code).toBe(0);
  expect(text()).toBe(UPGRADED.replace('Motivation', 'Background'));
});
