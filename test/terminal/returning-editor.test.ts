import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './program.ts';
import { startTerminal } from './terminal.ts';

const TEMPLATE = '# Title\n\n## Purpose\n\n[What it is for]\n\n## Owner\n\n[Who owns it]\n';

/** A spec, and an editor of a name that is a script. */
function project(editor: string, script: string) {
  const root = temporaryFolder();
  const [cwd, bin, state, tmp] = ['project', 'bin', 'state', 'tmp'].map((name) => join(root, name)) as [
    string,
    string,
    string,
    string,
  ];
  for (const folder of [cwd, bin, state, tmp]) mkdirSync(folder);
  writeFileSync(join(cwd, 'template.md'), TEMPLATE);
  writeFileSync(join(cwd, 'spec.md'), `${TEMPLATE}\n<!-- spec-wizard: template=./template.md -->\n`);
  writeFileSync(join(bin, editor), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, editor), 0o755);
  const env = { XDG_STATE_HOME: state, TMPDIR: tmp, EDITOR: editor, PATH: `${bin}:${process.env.PATH}` };
  const givenFiles = () => {
    const [folder] = readdirSync(tmp).filter((name) => name.startsWith('spec-wizard-') && !/-\d+$/.test(name));
    return folder === undefined ? null : join(tmp, folder, readdirSync(join(tmp, folder))[0]!);
  };
  const start = (...args: string[]) => startTerminal({ cwd, args: ['spec.md', ...args], env });
  return { root, cwd, bin, env, givenFiles, start };
}

test('the file of an editor that returns at once stays, with a message, and what is saved later is used', async () => {
  const { start, givenFiles } = project('windowed', 'exit 0');
  const terminal = start();
  await terminal.waitFor('question 1 of');
  terminal.press('ctrl+x');
  await terminal.waitFor(/came back at\s+once/);
  const path = givenFiles()!;
  expect(readFileSync(path, 'utf8')).toBe('\n');
  writeFileSync(path, 'Saved later\n');
  await terminal.waitFor('Saved later');
  writeFileSync(path, 'Saved later still\n');
  await terminal.waitFor('Saved later still');
  terminal.press('ctrl+c');
  await terminal.exit;
  expect(readFileSync(path, 'utf8')).toBe('Saved later still\n');
});

test('what such an editor saves after the author left the question becomes a draft', async () => {
  const { start, givenFiles } = project('windowed', 'exit 0');
  const terminal = start();
  await terminal.waitFor('question 1 of');
  terminal.press('ctrl+x');
  await terminal.waitFor(/came back at\s+once/);
  terminal.press('tab');
  await terminal.waitFor('question 2 of');
  writeFileSync(givenFiles()!, 'Saved later\n');
  await terminal.waitFor(/saved in your\s+editor/);
  terminal.press('shift+tab');
  await terminal.waitFor('Saved later');
  terminal.press('ctrl+s');
  await terminal.waitFor('Kept in the file.');
});

test('what such an editor saves after the wizard has ended is offered by the next one', async () => {
  const { start, givenFiles } = project('windowed', 'exit 0');
  const terminal = start();
  await terminal.waitFor('question 1 of');
  terminal.press('ctrl+x');
  await terminal.waitFor(/came back at\s+once/);
  const path = givenFiles()!;
  terminal.press('ctrl+c');
  await terminal.exit;
  expect(terminal.screen().join('')).toContain(path.split('/').at(-2));
  writeFileSync(path, 'Saved much later\n');
  const again = start();
  await again.waitFor('Saved much later');
});

test.each(['code', 'subl'])('%s is told to wait', async (name) => {
  const { root, start } = project(
    name,
    'echo "$@" > "$TMPDIR/../args"; [ "$1" = --wait ] && echo "by the editor" > "$2"',
  );
  const terminal = start();
  await terminal.waitFor('question 1 of');
  terminal.press('ctrl+x');
  await terminal.waitFor('by the editor');
  expect(readFileSync(join(root, 'args'), 'utf8')).toMatch(/^--wait \S+\n$/);
});

test('line by line, too, the program waits for such an editor', async () => {
  const { cwd, start, givenFiles } = project('windowed', 'exit 0');
  const terminal = start('--plain');
  await terminal.waitFor('/help lists');
  terminal.type('/edit');
  terminal.press('enter');
  await terminal.waitFor(/came back at\s+once/);
  writeFileSync(givenFiles()!, 'Saved later\n');
  terminal.press('enter');
  await terminal.waitFor(/question 2 of/i);
  expect(readFileSync(join(cwd, 'spec.md'), 'utf8')).toContain('# Saved later\n');
});

test('before vi opens as the fallback, the program tells how to leave it and how to name another editor', async () => {
  const { cwd, bin, env } = project('vi', 'echo "By hand" > "$1"');
  symlinkSync('/bin/sh', join(bin, 'sh'));
  const terminal = startTerminal({
    cwd,
    args: ['spec.md'],
    env: { ...env, EDITOR: undefined, PATH: bin, HOME: bin },
  });
  await terminal.waitFor('question 1 of');
  terminal.press('ctrl+x');
  await terminal.waitFor(':wq and Enter');
  await terminal.waitFor('export EDITOR=nano');
  terminal.press('enter');
  await terminal.waitFor('By hand');
});

test.each(['', '--plain'])('every key that is typed in an editor reaches it (%s)', async (plain) => {
  const lines = Array.from({ length: 12 }, (_, at) => `line ${at}`);
  const reads = `for at in ${lines.map((_, at) => at).join(' ')}; do read -r line; echo "$line!"; echo "$line" >> "$1"; done`;
  const { start } = project('reader', `: > "$1"; echo begun; ${reads}`);
  const terminal = start(...(plain ? [plain] : []));
  if (plain) {
    await terminal.waitFor('/help lists');
    terminal.type('/edit');
    terminal.press('enter');
  } else {
    await terminal.waitFor('question 1 of');
    terminal.press('ctrl+x');
  }
  await terminal.waitFor('begun');
  for (const line of lines) {
    terminal.type(line);
    terminal.press('enter');
    await terminal.waitFor(`${line}!`);
  }
});
