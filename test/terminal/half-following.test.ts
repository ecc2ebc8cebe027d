import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram, temporaryFolder } from './program.ts';
import { startTerminal } from './terminal.ts';

const TEXT = '# Export\n\n## Purpose\n\nCustomers want their data.\n\n## Configuration\n\n* **PORT:** 8080\n';

function folder(): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'notes'));
  writeFileSync(join(cwd, 'notes/export.md'), TEXT);
  return cwd;
}

test('without a terminal, a spec that half follows a template gets a list of templates with scores', async () => {
  const cwd = folder();
  for (const argv of [
    ['check', 'notes/export.md'],
    ['fill', 'notes/export.md', '--answers', '-'],
    ['notes/export.md', '--plain'],
  ]) {
    const { code, stderr } = await runProgram(argv, { cwd });
    expect(code, argv.join(' ')).toBe(2);
    expect(stderr).toContain('it fits no template well enough');
    expect(stderr).toMatch(/^ {2}component: 2 of \d+ headings \(\d+%\)$/m);
    expect(stderr).toContain('--template ID');
  }
});

test.each([
  ['full screen', [], /question \d+ of \d+/],
  ['line by line', ['--plain'], /Question \d+ of \d+/],
])('in a terminal, %s, the author chooses the template, and the file stays as it is', async (_, flags, asked) => {
  const cwd = folder();
  const env = { XDG_STATE_HOME: join(cwd, 'state') };
  const terminal = startTerminal({ cwd, env, args: ['notes/export.md', ...flags] });
  await terminal.waitFor('Which template does it follow?');
  await terminal.waitFor(/Number.*:$/m);
  terminal.type('component\r');
  await terminal.waitFor(asked);
  terminal.press('ctrl+c');
  expect((await terminal.exit).code).toBe(130);
  expect(readFileSync(join(cwd, 'notes/export.md'), 'utf8')).toBe(TEXT);
  const again = startTerminal({ cwd, env, args: ['notes/export.md', ...flags] });
  await again.waitFor(asked);
  expect(again.screen().join('\n')).not.toContain('Which template');
  again.press('ctrl+c');
  await again.exit;
});

test('an author for whom none of them is right is told how to name another one', async () => {
  const terminal = startTerminal({ cwd: folder(), args: ['notes/export.md'] });
  await terminal.waitFor('none of them');
  terminal.type('none of them\r');
  expect((await terminal.exit).code).toBe(2);
  expect(terminal.screen().join('\n')).toContain('--template PATH');
});
