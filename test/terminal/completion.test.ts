import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { PROGRAM, runProgram, temporaryFolder } from './program.ts';
import { startTerminal, type TestTerminal } from './terminal.ts';

const has = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;

/** A folder with one spec, and a folder of programs with `spec-wizard` in it. */
function project(): { cwd: string; path: string } {
  const cwd = temporaryFolder();
  const bin = temporaryFolder();
  writeFileSync(join(bin, 'spec-wizard'), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`);
  chmodSync(join(bin, 'spec-wizard'), 0o755);
  mkdirSync(join(cwd, 'docs'));
  writeFileSync(join(cwd, 'docs/search.md'), '# Search\n\n<!-- spec-wizard: template=component -->\n');
  return { cwd, path: [bin, process.env.PATH].join(delimiter) };
}

/** An interactive shell without the settings of its user, that completes command lines of ours. */
const SHELLS: Record<string, { args: string[]; begin: string }> = {
  bash: { args: ['--norc', '-i'], begin: 'source <(spec-wizard completion bash)' },
  zsh: {
    args: ['-f', '-i'],
    begin: 'autoload -Uz compinit; compinit -u -D; source <(spec-wizard completion zsh)',
  },
  fish: { args: ['--no-config', '-i'], begin: 'spec-wizard completion fish | source' },
};

function startShell(shell: string): TestTerminal {
  const { cwd, path } = project();
  const command = spawnSync('sh', ['-c', `command -v ${shell}`], { encoding: 'utf8' }).stdout.trim();
  return startTerminal({
    command,
    args: SHELLS[shell]!.args,
    cwd,
    env: { PATH: path, PS1: 'ready> ', HOME: temporaryFolder() },
  });
}

test.each(Object.keys(SHELLS).map((shell) => [shell, has(shell)] as const))(
  'in %s, Tab completes commands, options, values, templates, specs, sections and rules',
  async (shell, isInstalled, { skip }: { skip: (reason: string) => void } = { skip: () => {} }) => {
    if (!isInstalled) return skip(`${shell} is not installed`);
    const terminal = startShell(shell);
    await terminal.waitUntil('a prompt', (rows) => rows.some((row) => row !== ''));
    await terminal.still();
    terminal.type(`${SHELLS[shell]!.begin}; echo set'-'up\r`);
    await terminal.waitFor('set-up');
    await terminal.still();
    for (const [typed, completed] of [
      ['spec-wizard prev', 'spec-wizard preview'],
      ['spec-wizard check --basel', 'spec-wizard check --baseline'],
      ['spec-wizard check --format sar', 'spec-wizard check --format sarif'],
      ['spec-wizard check --format=jun', 'spec-wizard check --format=junit'],
      ['spec-wizard new photon', 'spec-wizard new photoncloud'],
      ['spec-wizard check docs/se', 'spec-wizard check docs/search.md'],
      ['spec-wizard docs/search.md --section monitoring/al', 'spec-wizard docs/search.md --section monitoring/alerts'],
      ['spec-wizard explain empty-sec', 'spec-wizard explain empty-section'],
      ['spec-wizard explain no-interf', 'spec-wizard explain no-interfaces'],
    ] as const) {
      terminal.type(typed);
      await terminal.waitFor(typed);
      terminal.type('\t');
      await terminal.waitFor(completed);
      await terminal.still();
      terminal.type('\x15');
      await terminal.waitUntil('an empty line', (rows) => !rows.join('\n').includes(completed));
    }
    // A shell may pass a gentler signal over while it reads a line.
    terminal.kill();
    await terminal.exit;
  },
);

test('completions depend on the position in the line', async () => {
  const { cwd } = project();
  const offered = async (...words: string[]) => {
    const { stdout } = await runProgram(['complete', 'fish', '--', ...words], { cwd });
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t')[0]);
  };
  expect(await offered('')).toEqual(expect.arrayContaining(['check', 'completion', 'docs/search.md', 'docs/']));
  expect(await offered('--pl')).toEqual(['--plain']);
  expect(await offered('preview', '--theme', '')).toEqual(['dark', 'light', 'none']);
  expect(await offered('preview', '--theme', 'dark', 'docs/')).toContain('docs/search.md');
  expect(await offered('new', 'component', '--b')).toEqual(['--blank']);
  expect(await offered('init', '')).toEqual([]);
  await runProgram(['new', 'component', 'export', '--blank'], { cwd });
  const spec = 'docs/specs/component/cmp-001-export.md';
  expect(await offered(spec, '--section', 'monitoring/a')).toEqual(['monitoring/alerts']);
  expect(await offered('drafts', 'r')).toEqual(['restore']);
});

test('powershell gets a script, and its words with a sign before the last', async () => {
  const { cwd } = project();
  expect((await runProgram(['completion', 'powershell'], { cwd })).stdout).toContain('Register-ArgumentCompleter');
  const { stdout } = await runProgram(['complete', 'powershell', '--', 'explain', '=missing-p'], { cwd });
  expect(stdout).toMatch(/^missing-part\t/);
});

test('a file name that a command line cannot hold is not offered, and a missing folder is not an error', async () => {
  const { cwd } = project();
  writeFileSync(join(cwd, 'a\nb.md'), '# A\n');
  const { stdout, stderr, code } = await runProgram(['complete', 'bash', '--', 'check', ''], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.split('\n')).not.toContain('b.md');
  expect(await runProgram(['complete', 'bash', '--', 'check', 'gone/x'], { cwd })).toMatchObject({
    code: 0,
    stdout: '',
  });
});
