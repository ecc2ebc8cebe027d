import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram, temporaryFolder } from './program.ts';
import { startTerminal } from './terminal.ts';

const DRAFT = { path: '/gone/spec.md', baseHash: '', slotId: 'a/line', value: 'typed', time: 1e12, size: 5 };

/** A state folder with these drafts in it. */
function withDrafts(...drafts: (object | string)[]): { XDG_STATE_HOME: string } {
  const state = temporaryFolder();
  const folder = join(state, 'spec-wizard/drafts');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  drafts.forEach((draft, at) => {
    const text = typeof draft === 'string' ? draft : JSON.stringify(draft);
    writeFileSync(join(folder, `${'a'.repeat(24)}-${'b'.repeat(12)}-${at}.json`), text);
  });
  return { XDG_STATE_HOME: state };
}

test.each([
  ['a time out of range', { ...DRAFT, time: 8.64e15 + 1 }],
  ['a time that is none', JSON.stringify(DRAFT).replace('1000000000000', '1e999')],
  ['a negative size', { ...DRAFT, size: -1 }],
  ['a path that is not absolute', { ...DRAFT, path: '../spec.md' }],
  ['no JSON', '{"path": '],
])('a draft with %s is skipped with a warning; the others are listed', async (_, damaged) => {
  const env = withDrafts(damaged, DRAFT);
  const listed = await runProgram(['drafts'], { env });
  expect(listed).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/drafts\/a+-b+-0\.json: damaged draft, skipped/),
  });
  expect(listed.stdout).toContain('/gone/spec.md');
  const json = await runProgram(['drafts', '--json'], { env });
  expect(json).toMatchObject({ code: 0, stderr: expect.stringContaining('skipped') });
  expect(JSON.parse(json.stdout).drafts).toHaveLength(1);
});

test.each([
  ['renamed', (from: string, to: string) => renameSync(from, to), 'new.md'],
  [
    'moved, with a link in its place',
    (from: string, to: string) => {
      renameSync(from, to);
      symlinkSync(to, from);
    },
    'old.md',
  ],
])('a spec that was %s while it was open offers what was typed', async (_, move, opened) => {
  const [cwd, state] = [temporaryFolder(), temporaryFolder()];
  await runProgram(['new', 'component', './old.md', '--blank'], { cwd });
  const start = (path: string) => startTerminal({ cwd, args: [path], env: { XDG_STATE_HOME: state } });
  const first = start('old.md');
  await first.waitFor('question 1 of');
  first.type('Half a name');
  await first.waitFor('Half a name');
  move(join(cwd, 'old.md'), join(cwd, 'new.md'));
  first.press('ctrl+c');
  await first.exit;
  const second = start(opened);
  await second.waitFor('Half a name');
});

test('a copy of a spec does not offer what was typed for the other', async () => {
  const [cwd, state] = [temporaryFolder(), temporaryFolder()];
  await runProgram(['new', 'component', './one.md', '--blank'], { cwd });
  await runProgram(['new', 'component', './two.md', '--blank'], { cwd });
  const start = (path: string) => startTerminal({ cwd, args: [path], env: { XDG_STATE_HOME: state } });
  const first = start('one.md');
  await first.waitFor('question 1 of');
  first.type('Half a name');
  await first.waitFor('Half a name');
  first.press('ctrl+c');
  await first.exit;
  const second = start('two.md');
  await second.waitFor('question 1 of');
  expect((await second.still()).join('\n')).not.toContain('typed earlier');
});
