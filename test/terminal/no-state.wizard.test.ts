import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './program.ts';
import { fillDisk, mountDisk } from './small-disk.ts';
import { startTerminal, type TestTerminal } from './terminal.ts';

const TEMPLATE = '# Title\n\n## Purpose\n\n[What it is for]\n\n## Owner\n\n[Who owns it]\n';

/** How the wizard is left, and with which status: in one of these ways in each case, with SOAK=1 in all. */
const ENDINGS: [string, (terminal: TestTerminal) => void, number][] = [
  ['^C', (terminal) => terminal.press('ctrl+c'), 130],
  ['HUP', (terminal) => terminal.kill('SIGHUP'), 129],
  ['TERM', (terminal) => terminal.kill('SIGTERM'), 143],
];
const due = (way: string) => ENDINGS.filter(([name]) => process.env.SOAK || name === way);

/** A spec in a project folder, and places for state and temporary files. */
function project() {
  const root = temporaryFolder();
  const cwd = join(root, 'project');
  const [state, tmp] = [join(root, 'state'), join(root, 'tmp')];
  for (const folder of [cwd, state, tmp]) mkdirSync(folder);
  const text = `${TEMPLATE}\n<!-- spec-wizard: template=./template.md -->\n`;
  writeFileSync(join(cwd, 'template.md'), TEMPLATE);
  writeFileSync(join(cwd, 'spec.md'), text);
  const start = (...args: string[]) =>
    startTerminal({
      cwd,
      args: ['spec.md', ...args],
      env: { XDG_STATE_HOME: state, TMPDIR: tmp, HOME: cwd },
    });
  return { root, cwd, state, tmp, text, start, file: join(cwd, 'spec.md') };
}

/** All that stands in files below a folder. */
function everything(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

test.for(due('HUP'))(
  'state folder full, %s: the draft is in the temporary folder, and offered',
  async ([, leave, code], { skip }) => {
    const { state, start } = project();
    mountDisk(state, '64k', skip);
    mkdirSync(join(state, 'spec-wizard/drafts'), { recursive: true, mode: 0o700 });
    fillDisk(state);
    const terminal = start();
    await terminal.waitFor('question 1 of');
    terminal.type('It exports orders');
    await terminal.waitFor('It exports orders');
    leave(terminal);
    expect((await terminal.exit).code).toBe(code);
    const again = start();
    await again.waitFor('It exports orders');
    again.press('ctrl+c');
    await again.exit;
  },
);

test.for(due('^C'))(
  'state and temporary folder full, %s: the answer is in the spec, and a message says so',
  async ([, leave, code], { skip }) => {
    const { cwd, state, tmp, start, file } = project();
    for (const folder of [state, tmp]) {
      mountDisk(folder, '64k', skip);
      fillDisk(folder);
    }
    const terminal = start();
    await terminal.waitFor('question 1 of');
    terminal.type('It exports orders');
    await terminal.waitFor('It exports orders');
    leave(terminal);
    expect((await terminal.exit).code).toBe(code);
    expect(readFileSync(file, 'utf8')).toContain('# It exports orders\n');
    expect(terminal.screen().join(' ')).toMatch(/written into\s+spec\.md/);
    expect(readdirSync(cwd).sort()).toEqual(['spec.md', 'template.md']);
  },
);

test.for(due('TERM'))(
  'no state, and the spec changed meanwhile, %s: the answer is beside it, and a message says so',
  async ([, leave, code], { skip }) => {
    const { cwd, state, tmp, start, file, text } = project();
    for (const folder of [state, tmp]) {
      mountDisk(folder, '64k', skip);
      fillDisk(folder);
    }
    const terminal = start();
    await terminal.waitFor('question 1 of');
    terminal.type('It exports orders');
    await terminal.waitFor('It exports orders');
    writeFileSync(file, text.replace('[Who owns it]', 'Team Blue'));
    leave(terminal);
    expect((await terminal.exit).code).toBe(code);
    expect(everything(cwd)).toContain('It exports orders');
    expect(readFileSync(file, 'utf8')).toContain('Team Blue');
    expect(terminal.screen().join(' ')).toMatch(/spec\.md\.unsaved/);
  },
);

test('state, temporary folder and project full: what was typed is printed', async ({ skip }) => {
  const { cwd, state, tmp, start } = project();
  const keep = everything(cwd);
  for (const folder of [state, tmp, cwd]) mountDisk(folder, '64k', skip);
  writeFileSync(join(cwd, 'template.md'), TEMPLATE);
  writeFileSync(join(cwd, 'spec.md'), `${TEMPLATE}\n<!-- spec-wizard: template=./template.md -->\n`);
  for (const folder of [state, tmp, cwd]) fillDisk(folder);
  const terminal = start();
  await terminal.waitFor('question 1 of');
  terminal.type('It exports orders');
  await terminal.waitFor('It exports orders');
  terminal.press('ctrl+c');
  expect((await terminal.exit).code).toBe(130);
  expect(terminal.screen().join('\n')).toContain('It exports orders');
  expect(keep).not.toContain('It exports');
});

/** Removes a folder in which the program may make a file at any moment. */
function removeUnderWriter(folder: string): void {
  for (let attempt = 1; existsSync(folder); attempt++) {
    try {
      rmSync(folder, { recursive: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY' || attempt > 50) throw error;
    }
  }
}

test('the state folder may go away or become read-only while it is typed', async () => {
  const { root, state, start } = project();
  const terminal = start();
  await terminal.waitFor('question 1 of');
  terminal.type('It exports');
  await terminal.waitFor('It exports');
  removeUnderWriter(state);
  terminal.type(' orders');
  await terminal.waitFor('It exports orders');
  terminal.kill('SIGHUP');
  await terminal.exit;
  expect(everything(root)).toContain('It exports orders');
});

test('line by line, with state and temporary folder full, a half line is beside the spec', async ({ skip }) => {
  const { cwd, state, tmp, start } = project();
  for (const folder of [state, tmp]) {
    mountDisk(folder, '64k', skip);
    fillDisk(folder);
  }
  const terminal = start('--plain');
  await terminal.waitFor('/help lists');
  terminal.type('It exports orders');
  await terminal.waitFor('It exports orders');
  terminal.kill('SIGHUP');
  await terminal.exit;
  expect(everything(cwd)).toContain('It exports orders');
});
