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
function repository(specs: readonly string[] = ['spec.md'], versions: readonly string[] = [OLD, NOW]) {
  const cwd = temporaryFolder();
  const env = { XDG_STATE_HOME: temporaryFolder() };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], { cwd });
  git('init', '-q');
  for (const text of versions) {
    writeFileSync(join(cwd, 'plan.md'), text);
    git('add', '.');
    git('commit', '-qm', 'a version');
  }
  for (const spec of specs) writeFileSync(join(cwd, spec), SPEC);
  const run = (command: string, ...more: string[]) =>
    runProgram([command, ...specs, '--template', './plan.md', ...more], { cwd, env });
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
  expect(specs).toMatchObject([{ path: 'spec.md', written: false, steps: [{ line: 3, form: 'renamed' }, {}] }]);
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

test('in a terminal each step is accepted or skipped', async () => {
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

test('everything that follows can be accepted at once, in one spec or in all of them', async () => {
  const specs = ['a.md', 'b.md', 'c.md'];
  const { cwd, env } = repository(specs);
  const upgraded = () => specs.filter((spec) => readFileSync(join(cwd, spec), 'utf8') === UPGRADED);
  const terminal = startTerminal({ cwd, env, args: ['upgrade', ...specs, '--template', './plan.md'] });
  await terminal.waitFor('4. change it and the rest of this spec');
  await terminal.waitFor(/Number.*:/);
  terminal.type('4\r');
  await terminal.waitUntil(
    'the next question',
    (screen) => screen.filter((row) => row.includes('Number')).length === 2,
  );
  expect(upgraded()).toEqual(['a.md']);
  terminal.type('5\r');
  expect((await terminal.exit).code).toBe(0);
  expect(upgraded()).toEqual(specs);
});

test('Ctrl+C says how many specs were written', async () => {
  const { cwd, env } = repository(['a.md', 'b.md']);
  const terminal = startTerminal({ cwd, env, args: ['upgrade', 'a.md', 'b.md', '--template', './plan.md'] });
  await terminal.waitFor(/Number.*:/);
  terminal.type('4\r');
  await terminal.waitUntil(
    'the next question',
    (screen) => screen.filter((row) => row.includes('Number')).length === 2,
  );
  terminal.press('ctrl+c');
  expect((await terminal.exit).code).toBe(130);
  expect(terminal.screen().join('\n')).toContain('1 spec written.');
});

test('nothing is said about specs that were not read, or where there are none', async () => {
  const { cwd, env } = repository([]);
  const stray = await runProgram(['upgrade', 'plan.md', 'gone.md', '--yes'], { cwd, env });
  expect(stray).toMatchObject({ code: 2, stdout: '' });
  const none = await runProgram(['upgrade', '.git', '--yes'], { cwd, env });
  expect(none).toMatchObject({ code: 0, stdout: 'No specs found.\n' });
});

test('several specs get one line each, with what the template has added and dropped', async () => {
  const { run } = repository(['a.md', 'b.md'], [`${OLD}\n## Budget\n\n[sum]\n`, `${NOW}\n## Cost\n\n[sum]\n`]);
  const { stdout: plan } = await run('upgrade');
  expect(plan).toContain('new in the template: “Cost”, a gap');
  const { stdout } = await run('upgrade', '--yes');
  expect(stdout.replaceAll(/restore \S+/g, 'restore ID')).toBe(
    'a.md: 2 changes written, 1 section to add. Undo: spec-wizard drafts restore ID\n' +
      'b.md: 2 changes written, 1 section to add. Undo: spec-wizard drafts restore ID\n2 specs written.\n',
  );
});

test('a section that only the author can divide is opened in the editor', async () => {
  const whole = '# Plan\n\n## Goals and Non-Goals\n\nSay it.\n\n## Last\n\nSay it.\n';
  const parts = whole.replace('## Goals and Non-Goals', '## Goals\n\nSay it.\n\n## Non-Goals');
  const { cwd, env, run, text } = repository(['spec.md'], [whole, parts]);
  const spec = whole.replaceAll('Say it.', 'Fast exports, no imports.');
  writeFileSync(join(cwd, 'spec.md'), spec);
  expect(await run('check')).toMatchObject({ code: 0 });
  const plan = await run('upgrade', '--yes');
  expect(plan.stdout).toContain('1 for you to make');
  expect(text()).toBe(spec);
  const editor = join(cwd, 'editor.sh');
  writeFileSync(editor, `#!/bin/sh\nsed -i 's/, no imports.//; s/^## Non-Goals/&\\n\\nImports./' "$1"\n`, {
    mode: 0o755,
  });
  const args = ['upgrade', 'spec.md', '--template', './plan.md'];
  const terminal = startTerminal({ cwd, env: { ...env, EDITOR: editor }, args });
  await terminal.waitFor('divide “Goals and Non-Goals” into “Goals”, “Non-Goals”');
  await terminal.waitFor(/Number.*:/);
  terminal.type('1\r');
  expect((await terminal.exit).code).toBe(0);
  expect(text()).toBe(
    spec.replace(
      '## Goals and Non-Goals\n\nFast exports, no imports.',
      '## Goals\n\nFast exports\n\n## Non-Goals\n\nImports.',
    ),
  );
  expect((await run('check', '--drift')).stdout).not.toContain('older-form');
});

test('a step can be reworded in the editor', async () => {
  const { cwd, env, text } = repository();
  const args = ['upgrade', 'spec.md', '--template', './plan.md'];
  const terminal = startTerminal({
    cwd,
    env: { ...env, EDITOR: "sed -i 's/Motivation/Motivation (why)/'" },
    args,
  });
  await terminal.waitFor('rename “Background”');
  await terminal.waitFor(/Number.*:/);
  terminal.type('3\r');
  await terminal.waitFor('turn the bold text');
  terminal.type('1\r');
  expect((await terminal.exit).code).toBe(0);
  expect(text()).toBe(UPGRADED.replace('Motivation', 'Motivation (why)'));
});

test('the wizard offers an upgrade when it opens a spec, and one key takes it back', async () => {
  const { cwd, env, text } = repository();
  const args = ['spec.md', '--template', './plan.md'];
  const terminal = startTerminal({ cwd, env, args });
  await terminal.waitFor('The template has changed. Bring 2 sections to its present form?');
  terminal.type('s');
  await terminal.waitFor('What would change');
  terminal.press('escape');
  await terminal.waitFor('bring them to it');
  terminal.type('b');
  await terminal.waitFor('The spec has the form of the template');
  await terminal.waitUntil('the upgraded file', () => text() === UPGRADED);
  terminal.press('escape');
  terminal.type('u');
  await terminal.waitFor('Undone');
  await terminal.waitUntil('the file as it was', () => text() === SPEC);
  terminal.type('t');
  await terminal.waitFor('leave them; they count as they are');
  terminal.type('l');
  terminal.press('ctrl+c');
  await terminal.exit;
  expect(text()).toBe(SPEC);
});

test('earlier versions are files that settings name, where git has none', async () => {
  const cwd = temporaryFolder();
  const env = { XDG_STATE_HOME: temporaryFolder() };
  writeFileSync(join(cwd, 'plan.md'), NOW);
  writeFileSync(join(cwd, 'plan-2024.md'), OLD.replace('Background', 'Weather'));
  writeFileSync(join(cwd, 'spec.md'), SPEC.replace('Background', 'Weather'));
  const settings = (earlier: string) =>
    writeFileSync(
      join(cwd, 'spec-wizard.yaml'),
      `templates:\n  plan:\n    file: plan.md\n${earlier}use:\n  - { files: spec.md, template: plan }\n`,
    );
  const check = async (...more: string[]) => runProgram(['check', 'spec.md', '--json', ...more], { cwd, env });
  const versionIn = ({ stdout }: { stdout: string }) => JSON.parse(stdout).specs[0].version;
  settings('');
  expect(versionIn(await check())).toBeUndefined();
  settings('    earlier: plan-2024.md\n');
  expect(versionIn(await check())).toEqual({ file: 'plan-2024.md' });
  expect(versionIn(await check('--no-history'))).toBeUndefined();
  settings('    earlier: [plan-2023.md]\n');
  const missing = await check();
  expect(missing.stderr).toContain('See spec-wizard.yaml:4, templates.plan.earlier.0.');
});
