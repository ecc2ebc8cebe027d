import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { editInEditor, findEditor } from '../../src/host/editor.ts';
import { Problem } from '../../src/problem.ts';
import { freshFolder } from './folder.ts';

/** An editor that does what a script says with the file, `$1`; its path. */
function editor(script: string, name = 'editor'): string {
  const path = join(freshFolder(), name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

async function edit(script: string, text = 'old', extension = 'md', name = 'vi') {
  const env = { PATH: process.env.PATH, EDITOR: editor(script, name) };
  const edited = await editInEditor({ text, extension, env });
  if (edited.kind !== 'edited') {
    onTestFinished(() => rmSync(dirname(edited.tempPath), { recursive: true, force: true }));
  }
  return edited;
}

describe('what an editor leaves', () => {
  it.each<[string, string, string]>([
    ['is the answer', 'printf "new\\n" > "$1"', 'new'],
    ['is the same where nothing was changed', ':', 'old'],
    ['loses the one line end that was added', 'printf "new\\n\\n" > "$1"', 'new\n'],
    ['needs no line end', 'printf new > "$1"', 'new'],
    ['has its line ends as LF', 'printf "a\\r\\nb\\rc\\n" > "$1"', 'a\nb\nc'],
    ['is exact in every character', 'printf "na\\303\\257ve \\360\\237\\230\\200\\n" > "$1"', 'naïve 😀'],
    ['comes without a BOM', 'printf "\\357\\273\\277new\\n" > "$1"', 'new'],
    ['counts when the file was replaced', 'printf "new\\n" > "$1.x"; mv "$1.x" "$1"', 'new'],
  ])('%s', async (_name, script, text) => expect(await edit(script)).toEqual({ kind: 'edited', text }));

  it('came from the text as it was, unchanged, in a file of this user alone', async () => {
    const text = 'naïve\n\n👨‍👩‍👧 "quoted" $HOME `id` \\n\n';
    const copy = join(freshFolder(), 'copy');
    expect(await edit(`cp -p "$1" ${copy}`, text, 'json')).toEqual({ kind: 'edited', text });
    expect(readFileSync(copy, 'utf8')).toBe(`${text}\n`);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
  });

  it('may be empty if the text was empty', async () =>
    expect(await edit(': > "$1"', '')).toEqual({ kind: 'edited', text: '' }));
});

describe('an editor with a window of its own', () => {
  it('that comes back at once leaves the file, where it may still be saved', async () => {
    const edited = await edit(':', 'old', 'md', 'windowed');
    expect(edited).toMatchObject({ kind: 'returned', message: expect.stringContaining('--wait') });
    if (edited.kind === 'returned') expect(readFileSync(edited.tempPath, 'utf8')).toBe('old\n');
  });

  it.each([
    ['code', '--wait'],
    ['code -n --wait', '-n --wait'],
    ['subl', '--wait'],
    ['gvim', '-f'],
    ['gvim --nofork', '--nofork'],
    ['vim', ''],
  ])('%s is started with %s', async (line, flags) => {
    const folder = dirname(editor('[ $# = 1 ] || printf "%s " "$@" > "$(dirname "$0")/flags"', line.split(' ')[0]));
    const env = { PATH: `${folder}:${process.env.PATH}`, EDITOR: line };
    const edited = await editInEditor({ text: 'old', extension: 'md', env });
    if (edited.kind !== 'edited') rmSync(dirname(edited.tempPath), { recursive: true });
    const given = existsSync(join(folder, 'flags')) ? readFileSync(join(folder, 'flags'), 'utf8') : '';
    expect(given.split(' ').slice(0, -2).join(' ')).toBe(flags);
  });
});

describe('an editor that did not end well changes nothing, and what it left can be found', () => {
  it.each<[string, string, RegExp, string | null]>([
    ['exit 1, as from :cq', 'printf new > "$1"; exit 1', /status 1/, 'new'],
    ['killed', 'printf new > "$1"; kill -9 $$', /SIGKILL|137/, 'new'],
    ['the file deleted', 'rm "$1"', /no such file/, 'old\n'],
    ['the folder deleted', 'rm -r "$(dirname "$1")"', /no such file/, 'old\n'],
    ['a pipe in its place', 'rm "$1"; mkfifo "$1"', /pipe/, null],
    ['a link to a device in its place', 'ln -sf /dev/zero "$1"', /device/, null],
    ['the file emptied', ': > "$1"', /left nothing/, ''],
    ['Latin-1', 'printf "na\\357ve" > "$1"', /UTF-8/, null],
    ['UTF-16', 'printf "\\377\\376n\\000" > "$1"', /UTF-16/, null],
    ['NUL', 'printf "a\\000b" > "$1"', /NUL/, 'a\0b'],
    ['a folder in its place', 'rm "$1"; mkdir "$1"', /folder/, null],
  ])('%s', async (_name, script, words, left) => {
    const edited = await edit(script);
    expect(edited).toMatchObject({ kind: 'failed', message: expect.stringMatching(words) });
    if (edited.kind === 'failed' && left !== null) expect(readFileSync(edited.tempPath, 'utf8')).toBe(left);
  });

  it('no such editor', async () => {
    const env = { PATH: process.env.PATH, EDITOR: '/no/such/editor --wait' };
    const edited = await editInEditor({ text: 'old', extension: 'md', env });
    expect(edited).toMatchObject({ kind: 'failed', message: expect.stringContaining('not found') });
    if (edited.kind === 'failed') {
      expect(readFileSync(edited.tempPath, 'utf8')).toBe('old\n');
      rmSync(dirname(edited.tempPath), { recursive: true });
    }
  });
});

it('the temporary file is gone after a good end', async () => {
  const noted = join(freshFolder(), 'noted');
  await edit(`echo "$1" > ${noted}`);
  const path = readFileSync(noted, 'utf8').trim();
  expect(isAbsolute(path)).toBe(true);
  expect(path.endsWith('.md')).toBe(true);
  expect(existsSync(dirname(path))).toBe(false);
});

it('the editor gets its own arguments first, with quotes and spaces kept', async () => {
  const script = editor('printf "%s\\n" "$1" "$2" > "$3"', 'my editor');
  const env = { PATH: process.env.PATH, VISUAL: `"${script}" --wait 'a b'` };
  expect(await editInEditor({ text: '', extension: 'md', env })).toEqual({
    kind: 'edited',
    text: '--wait\na b',
  });
});

describe('which editor', () => {
  const path = process.env.PATH;

  it('is $VISUAL, else $EDITOR', async () => {
    expect(await findEditor({ PATH: path, VISUAL: 'v', EDITOR: 'e' })).toMatchObject({ editor: 'v' });
    expect(await findEditor({ PATH: path, VISUAL: ' ', EDITOR: 'e' })).toMatchObject({ editor: 'e' });
  });

  it("is git's, as the user set it; a repository's own is not asked", async () => {
    const home = freshFolder();
    writeFileSync(join(home, '.gitconfig'), '[core]\n\teditor = mine --wait\n');
    expect(await findEditor({ PATH: path, HOME: home })).toMatchObject({ editor: 'mine --wait' });
  });

  it('is nano or vi where one is installed; else the problem says that there is none', async () => {
    const bin = join(freshFolder(), 'bin');
    mkdirSync(bin);
    await expect(findEditor({ PATH: bin, HOME: bin })).rejects.toSatisfy(
      (error) => error instanceof Problem && error.code === 'no-editor' && error.hints.length > 0,
    );
    for (const name of ['vi', 'nano']) {
      writeFileSync(join(bin, name), '');
      chmodSync(join(bin, name), 0o755);
      expect(await findEditor({ PATH: bin, HOME: bin })).toMatchObject({ editor: name });
    }
  });
});

it('a text that cannot be handed out is a problem in words, and no editor is started', async () => {
  const before = process.env.TMPDIR;
  onTestFinished(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  });
  const witness = join(freshFolder(), 'witness');
  const env = { PATH: process.env.PATH, EDITOR: editor(`touch ${witness}`) };
  process.env.TMPDIR = join(freshFolder(), 'gone');
  const failing = editInEditor({ text: 'old', extension: 'md', env });
  await expect(failing).rejects.toMatchObject({
    code: 'editor-failed',
    message: expect.stringContaining('no such file or folder'),
  });
  expect(existsSync(witness)).toBe(false);
});
