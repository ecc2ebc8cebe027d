import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runProgram, temporaryFolder } from './program.ts';

const OLD = '# Plan\n\n## Why\n\nTell the reader what hurts today.\n\n## How\n\n[How]\n';
const NOW = OLD.replace('Tell the reader what hurts today.', 'Describe the pain that this takes away.');
const SPEC = '# Plan\n\n## Why\n\nTell the reader what hurts today.\n\n## How\n\nWith care.\n';

it("a text of the template's earlier version is no answer, unless its history is ignored", async () => {
  const cwd = temporaryFolder();
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], { cwd });
  git('init', '-q');
  for (const text of [OLD, NOW]) {
    writeFileSync(join(cwd, 'plan.md'), text);
    git('add', '.');
    git('commit', '-qm', 'a version');
  }
  writeFileSync(join(cwd, 'spec.md'), SPEC);
  const check = async (...more: string[]) => {
    const { stdout, code } = await runProgram(['check', 'spec.md', '--template', './plan.md', '--json', ...more], {
      cwd,
    });
    const [why] = JSON.parse(stdout).specs[0].sections.filter(
      (section: { path: string[] }) => section.path[0] === 'Why',
    );
    return { code, state: why.state, rule: why.slots[0].rule };
  };
  expect(await check()).toEqual({ code: 1, state: 'untouched', rule: 'template-text' });
  // The second time the versions come from the cache.
  expect(await check()).toEqual({ code: 1, state: 'untouched', rule: 'template-text' });
  expect(await check('--no-history')).toEqual({ code: 0, state: 'answered', rule: 'answered' });
});

it('a section that the template dropped is a gap while its text is the template’s', async () => {
  const cwd = temporaryFolder();
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], { cwd });
  const rota = '\n## Rota\n\nList who is on call in the first week after the launch.\n';
  git('init', '-q');
  for (const text of [OLD + rota, NOW]) {
    writeFileSync(join(cwd, 'plan.md'), text);
    git('add', '.');
    git('commit', '-qm', 'a version');
  }
  const spec = '# Plan\n\n## Why\n\nIt hurts.\n\n## How\n\nWith care.\n';
  const check = async (text: string) => {
    writeFileSync(join(cwd, 'spec.md'), text);
    return runProgram(['check', 'spec.md', '--template', './plan.md'], { cwd });
  };
  expect(await check(spec + rota)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('spec.md:13:1'),
  });
  expect((await check(`${spec}\n## Rota\n\nMira, then Joss.\n`)).code).toBe(0);
});
