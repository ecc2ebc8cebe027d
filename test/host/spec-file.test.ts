import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readDrafts } from '../../src/host/drafts.ts';
import { createSpec, saveSpec } from '../../src/host/save-spec.ts';
import { Conflict, openSpec, plannedSpec } from '../../src/host/spec-file.ts';
import { raised } from '../raised.ts';
import { childProgram, runChild } from './child.ts';
import { freshFolder } from './folder.ts';

const child = childProgram('save');
const isRoot = process.getuid?.() === 0;
const text = (content: string, bom = false) => ({ text: content, bom });

describe('opening', () => {
  it('gives text, hash and real path, and changes nothing', () => {
    const folder = freshFolder();
    const path = join(folder, 'spec.md');
    writeFileSync(path, '\ufeff# A\r\n', { mode: 0o640 });
    const before = statSync(path);
    const opened = openSpec(path);
    expect(opened).toMatchObject({ path, realPath: path, exists: true });
    expect(opened.source).toEqual(text('# A\r\n', true));
    expect(opened.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(path).mtimeMs).toBe(before.mtimeMs);
    expect(readdirSync(folder)).toEqual(['spec.md']);
  });

  const refused: [string, (folder: string) => void, string, RegExp][] = [
    ['nothing there', () => {}, 'no-file', /no such file/],
    ['a folder', (path) => mkdirSync(path), 'not-a-file', /is a folder/],
    ['a pipe', (path) => execFileSync('mkfifo', [path]), 'not-a-file', /is a pipe/],
    ['a link to a device', (path) => symlinkSync('/dev/zero', path), 'not-a-file', /device/],
    [
      'a link to nothing',
      (path) => symlinkSync('gone.md', path),
      'no-file',
      /is a link to gone\.md, which does not exist/,
    ],
    ['a link to itself', (path) => symlinkSync(path, path), 'unreadable', /loop/],
    ['no UTF-8', (path) => writeFileSync(path, Buffer.from([0x61, 0xff])), 'not-text', /not valid UTF-8/],
    ['NUL', (path) => writeFileSync(path, 'a\0b'), 'not-text', /NUL/],
    ['11 MB', (path) => writeFileSync(path, 'a\n'.repeat(5.5 * 1024 * 1024)), 'too-large', /larger than 10 MB/],
    ['a line of a million', (path) => writeFileSync(path, 'a'.repeat(1_000_000)), 'too-large', /a line is longer/],
  ];
  it.each(refused)('%s: refused, with the path as given as the place', (_name, make, code, words) => {
    const path = join(freshFolder(), 'spec.md');
    make(path);
    const problem = raised(() => openSpec(path));
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(words);
    expect(problem.place).toEqual({ path });
  });

  it('is relative to the given folder, and so is every save', () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'spec.md'), 'one');
    const opened = openSpec('spec.md', { folder });
    expect(opened).toMatchObject({
      path: 'spec.md',
      absolutePath: join(folder, 'spec.md'),
      realPath: join(folder, 'spec.md'),
    });
    saveSpec(opened, text('two'));
    saveSpec(plannedSpec('docs/new.md', undefined, { folder }), text('new'));
    expect(readFileSync(join(folder, 'spec.md'), 'utf8')).toBe('two');
    expect(readFileSync(join(folder, 'docs', 'new.md'), 'utf8')).toBe('new');
  });

  it('a path below a file is not a file', () => {
    const path = join(freshFolder(), 'spec.md');
    writeFileSync(path, 'a');
    expect(raised(() => openSpec(join(path, 'x.md'))).code).toBe('no-file');
  });
});

describe('saving', () => {
  it('returns the spec for the next save', () => {
    const path = join(freshFolder(), 'spec.md');
    writeFileSync(path, 'one');
    const second = saveSpec(openSpec(path), text('two', true));
    const third = saveSpec(second, text('three\r\n'));
    expect(readFileSync(path, 'utf8')).toBe('three\r\n');
    expect(third).toEqual(openSpec(path));
  });

  it('of an unchanged text leaves the file untouched', () => {
    const path = join(freshFolder(), 'spec.md');
    writeFileSync(path, 'one');
    const before = statSync(path);
    saveSpec(openSpec(path), text('one'));
    expect(statSync(path)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  it('keeps mode and owner', () => {
    const path = join(freshFolder(), 'spec.md');
    writeFileSync(path, 'one');
    if (isRoot) chownSync(path, 12_345, 23_456);
    chmodSync(path, 0o640);
    const { mode, uid, gid } = statSync(path);
    saveSpec(openSpec(path), text('two'));
    expect(statSync(path)).toMatchObject({ mode, uid, gid });
  });

  it('follows a link, which stays a link', () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real', 'a.md'), 'one');
    symlinkSync('real/a.md', join(folder, 'spec.md'));
    saveSpec(openSpec(join(folder, 'spec.md')), text('two'));
    expect(lstatSync(join(folder, 'spec.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real', 'a.md'), 'utf8')).toBe('two');
    expect(readdirSync(join(folder, 'real'))).toEqual(['a.md']);
  });

  it('writes a file with two names in place, and drops the copy it kept meanwhile', () => {
    const folder = freshFolder();
    const drafts = { folder: freshFolder() };
    writeFileSync(join(folder, 'spec.md'), 'one, longer');
    linkSync(join(folder, 'spec.md'), join(folder, 'twin.md'));
    saveSpec(openSpec(join(folder, 'spec.md')), text('two'), { drafts });
    expect(readFileSync(join(folder, 'twin.md'), 'utf8')).toBe('two');
    expect(statSync(join(folder, 'spec.md')).nlink).toBe(2);
    expect(readdirSync(drafts.folder)).toEqual([]);
  });

  it('refuses to write in place where no copy can be kept', () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'spec.md'), 'one');
    linkSync(join(folder, 'spec.md'), join(folder, 'twin.md'));
    const opened = openSpec(join(folder, 'spec.md'));
    expect(raised(() => saveSpec(opened, text('two'), { drafts: { folder: null } })).code).toBe('write-failed');
    expect(readFileSync(join(folder, 'twin.md'), 'utf8')).toBe('one');
  });

  it('keeps extended attributes', ({ skip }) => {
    const path = join(freshFolder(), 'spec.md');
    writeFileSync(path, 'one');
    const set = spawnSync('python3', ['-c', 'import os,sys; os.setxattr(sys.argv[1], "user.origin", b"here")', path]);
    if (set.status !== 0) skip('no extended attributes here, or no python3 to set one');
    saveSpec(openSpec(path), text('two'));
    const read = ['-c', 'import os,sys; print(os.getxattr(sys.argv[1], "user.origin").decode())', path];
    expect(execFileSync('python3', read, { encoding: 'utf8' })).toBe('here\n');
    expect(readFileSync(path, 'utf8')).toBe('two');
  });

  it.each([
    ['NUL', 'a\0b', 'not-text'],
    ['half a surrogate pair', 'a\ud83db', 'not-text'],
    ['a line that could not be opened again', 'a'.repeat(200_001), 'too-large'],
    ['a file that could not be opened again', 'a\n'.repeat(6_000_000), 'too-large'],
  ])('refuses %s', (_name, content, code) => {
    const path = join(freshFolder(), 'spec.md');
    writeFileSync(path, 'one');
    expect(raised(() => saveSpec(openSpec(path), text(content))).code).toBe(code);
    expect(readFileSync(path, 'utf8')).toBe('one');
  });

  it('removes what a killed save left, but neither what runs nor what others own', () => {
    const folder = freshFolder();
    const path = join(folder, 'spec.md');
    writeFileSync(path, 'one');
    const { pid } = spawnSync('true');
    saveAs('two', 22);
    const [left] = readdirSync(folder).filter((name) => name.endsWith('.tmp'));
    expect(left).toBeDefined();
    const other = `.spec-wizard-000000-${pid}-0123456789ab.tmp`;
    const running = left!.replace(/-\d+-(?=\w{12}\.tmp)/, `-${process.ppid}-`);
    for (const name of [other, running, '.hidden.tmp']) writeFileSync(join(folder, name), '');
    saveSpec(openSpec(path), text('three'));
    expect(readdirSync(folder).sort()).toEqual([other, running, '.hidden.tmp', 'spec.md'].sort());

    function saveAs(content: string, call: number) {
      expect(runChild(child, [path, content, String(call)]).signal).toBe('SIGKILL');
    }
  });
});

describe('what others did meanwhile', () => {
  it('is found although size and time are the same, and both texts are handed over', () => {
    const path = join(freshFolder(), 'spec.md');
    writeFileSync(path, 'one');
    const opened = openSpec(path);
    const { atime, mtime } = statSync(path);
    writeFileSync(path, 'eno');
    utimesSync(path, atime, mtime);
    const conflict = raised(() => saveSpec(opened, text('two')));
    expect(conflict).toBeInstanceOf(Conflict);
    expect(conflict).toMatchObject({ code: 'conflict', mine: text('two'), theirs: text('eno') });
    expect(readFileSync(path, 'utf8')).toBe('eno');
  });

  it('is resolved by reopening', () => {
    const path = join(freshFolder(), 'spec.md');
    writeFileSync(path, 'one');
    const opened = openSpec(path);
    writeFileSync(path, 'theirs');
    expect(raised(() => saveSpec(opened, text('mine'))).code).toBe('conflict');
    saveSpec(openSpec(path), text('theirs and mine'));
    expect(readFileSync(path, 'utf8')).toBe('theirs and mine');
  });

  it('is not a conflict if the text is the same', () => {
    const path = join(freshFolder(), 'spec.md');
    writeFileSync(path, 'one');
    const opened = openSpec(path);
    writeFileSync(path, 'two');
    expect(saveSpec(opened, text('two')).hash).toBe(openSpec(path).hash);
  });

  it.each<[string, (path: string) => unknown]>([
    ['a removed file', (path) => rmSync(path)],
    ['a folder in its place', (path) => [rmSync(path), mkdirSync(path)]],
    ['a picture in its place', (path) => writeFileSync(path, Buffer.from([0x89, 0, 1]))],
    ['a link to nothing in its place', (path) => [rmSync(path), symlinkSync('gone', path)]],
  ])('%s is a conflict without a text of theirs', (_name, change) => {
    const path = join(freshFolder(), 'spec.md');
    writeFileSync(path, 'one');
    const opened = openSpec(path);
    change(path);
    expect(raised(() => saveSpec(opened, text('two')))).toMatchObject({ code: 'conflict', theirs: null });
    expect(existsSync(join(path, '..', 'gone'))).toBe(false);
  });

  it('a link that leads to another file now is compared with that file', () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.md'), 'a');
    writeFileSync(join(folder, 'b.md'), 'b');
    symlinkSync('a.md', join(folder, 'spec.md'));
    const opened = openSpec(join(folder, 'spec.md'));
    rmSync(join(folder, 'spec.md'));
    symlinkSync('b.md', join(folder, 'spec.md'));
    expect(raised(() => saveSpec(opened, text('new')))).toMatchObject({
      code: 'conflict',
      theirs: text('b'),
    });
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('a');
  });
});

describe('read-only', () => {
  it('a file is refused until the author agrees, and is read-only afterwards', () => {
    const path = join(freshFolder(), 'spec.md');
    writeFileSync(path, 'one');
    chmodSync(path, 0o444);
    const opened = openSpec(path);
    expect(raised(() => saveSpec(opened, text('two'))).code).toBe('read-only');
    expect(readFileSync(path, 'utf8')).toBe('one');
    saveSpec(opened, text('two'), { confirmReadOnly: true });
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(statSync(path).mode & 0o777).toBe(0o444);
  });

  it('a file that became read-only while it was open is refused, too', () => {
    const path = join(freshFolder(), 'spec.md');
    writeFileSync(path, 'one');
    const opened = openSpec(path);
    chmodSync(path, 0o444);
    expect(raised(() => saveSpec(opened, text('two'))).code).toBe('read-only');
  });

  describe.skipIf(!isRoot)('for a user who is not root (only root can become one)', () => {
    const nobody = { uid: 65_534, gid: 65_534 };
    const save = (folder: string, confirm = '') => {
      const env = { ...process.env, XDG_STATE_HOME: join(folder, 'state') };
      chmodSync(join(child, '..'), 0o755);
      return runChild(child, [join(folder, 'docs', 'spec.md'), 'new', '0', confirm], { ...nobody, env }).stdout;
    };
    const layout = (fileOwner: number, fileMode: number, folderOwner: number, folderMode: number) => {
      const folder = freshFolder();
      chmodSync(folder, 0o777);
      mkdirSync(join(folder, 'docs'));
      writeFileSync(join(folder, 'docs', 'spec.md'), 'old');
      chownSync(join(folder, 'docs', 'spec.md'), fileOwner, fileOwner);
      chmodSync(join(folder, 'docs', 'spec.md'), fileMode);
      chownSync(join(folder, 'docs'), folderOwner, folderOwner);
      chmodSync(join(folder, 'docs'), folderMode);
      return folder;
    };
    const content = (folder: string) => readFileSync(join(folder, 'docs', 'spec.md'), 'utf8');

    it("another's file: refused", () => {
      const folder = layout(0, 0o644, 65_534, 0o755);
      expect(save(folder)).toMatch(/^read-only/);
      expect(content(folder)).toBe('old');
    });

    it("another's file, agreed to: refused where the owner could not be kept", () => {
      const folder = layout(0, 0o644, 65_534, 0o755);
      expect(save(folder, 'confirm')).toMatch(/^write-failed .*permission denied/);
      expect(content(folder)).toBe('old');
      expect(statSync(join(folder, 'docs', 'spec.md')).uid).toBe(0);
    });

    it("another's file that all may write: written in place, its owner kept", () => {
      const folder = layout(0, 0o666, 65_534, 0o755);
      expect(save(folder)).toMatch(/^\d+$/);
      expect(content(folder)).toBe('new'.repeat(50_000));
      expect(statSync(join(folder, 'docs', 'spec.md')).uid).toBe(0);
    });

    it('a file in a folder that takes no new ones: written in place', () => {
      const folder = layout(65_534, 0o644, 0, 0o755);
      expect(save(folder)).toMatch(/^\d+$/);
      expect(content(folder)).toBe('new'.repeat(50_000));
    });

    it('a file without read permission is a problem', () => {
      expect(save(layout(0, 0o600, 65_534, 0o755))).toMatch(/^unreadable .*permission denied/);
    });

    it('its own 0444 file in a folder that takes no new ones: refused even if agreed to, and unharmed', () => {
      const folder = layout(65_534, 0o444, 0, 0o755);
      expect(save(folder, 'confirm')).toMatch(/^write-failed .*permission denied/);
      expect(content(folder)).toBe('old');
    });
  });
});

describe('a new spec', () => {
  it('is created with its folders at the first save', () => {
    const path = join(freshFolder(), 'docs', 'specs', 'a.md');
    const created = saveSpec(plannedSpec(path), text('# A\n'));
    expect(created).toEqual(openSpec(path));
    saveSpec(created, text('# B\n'));
    expect(readFileSync(path, 'utf8')).toBe('# B\n');
    expect(statSync(path).nlink).toBe(1);
  });

  it.each<[string, (path: string) => void]>([
    ['a file', (path) => writeFileSync(path, 'theirs')],
    ['a folder', (path) => mkdirSync(path)],
    ['a link to nothing', (path) => symlinkSync('gone', path)],
  ])('never takes the place of %s', (_name, make) => {
    const folder = freshFolder();
    make(join(folder, 'a.md'));
    const problem = raised(() => createSpec(join(folder, 'a.md'), text('mine')));
    expect(problem.code).toBe('file-exists');
    expect(readdirSync(folder)).toEqual(['a.md']);
    if (lstatSync(join(folder, 'a.md')).isFile()) expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('theirs');
  });

  it('is known by the real path that it will have, so that its drafts are found again', () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'real'));
    symlinkSync('real', join(folder, 'link'));
    const planned = plannedSpec('link/deep/er/a.md', undefined, { folder });
    expect(planned.realPath).toBe(join(folder, 'real', 'deep', 'er', 'a.md'));
    expect(saveSpec(planned, text('# A\n')).realPath).toBe(planned.realPath);
  });

  it('below a file is refused in words', () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a'), '');
    expect(raised(() => createSpec(join(folder, 'a', 'b.md'), text('mine'))).code).toBe('write-failed');
  });
});

describe('a process that is killed while saving', () => {
  it('leaves the old file or the new one, at whichever call it was', () => {
    const folder = freshFolder();
    const path = join(folder, 'spec.md');
    const env = { ...process.env, XDG_STATE_HOME: join(folder, 'state') };
    const outcomes = { old: 0, new: 0 };
    const step = process.env.SOAK ? 1 : 3;
    for (let at = 1; ; at += step) {
      writeFileSync(path, 'old');
      const ended = runChild(child, [path, 'new', String(at)], { env });
      if (ended.signal === null) break;
      const left = readFileSync(path, 'utf8');
      expect(['old', 'new'.repeat(50_000)], `call ${at}`).toContain(left);
      outcomes[left === 'old' ? 'old' : 'new']++;
    }
    expect(outcomes.old).toBeGreaterThan(15 / step);
    expect(outcomes.new).toBeGreaterThan(0);
  });

  it('leaves a hard-linked file whole, or torn with a draft of the whole text', () => {
    const folder = freshFolder();
    const path = join(folder, 'spec.md');
    const state = join(folder, 'state');
    const env = { ...process.env, XDG_STATE_HOME: state };
    // Longer than the new text, so that a file whose end was not cut off yet is torn.
    const old = 'old'.repeat(60_000);
    const outcomes = { old: 0, new: 0, torn: 0 };
    const step = process.env.SOAK ? 1 : 3;
    for (let at = 1; ; at += step) {
      rmSync(state, { recursive: true, force: true });
      writeFileSync(path, old);
      if (at === 1) linkSync(path, join(folder, 'twin.md'));
      const ended = runChild(child, [path, 'new', String(at)], { env });
      if (ended.signal === null) break;
      const left = readFileSync(path, 'utf8');
      const outcome = left === old ? 'old' : left === 'new'.repeat(50_000) ? 'new' : 'torn';
      outcomes[outcome]++;
      if (outcome !== 'torn') continue;
      const [draft] = readDrafts(path, { folder: join(state, 'spec-wizard', 'drafts') });
      expect(draft?.value, `call ${at}`).toMatchObject({ text: 'new'.repeat(50_000) });
    }
    if (process.env.SOAK) console.log('killed at each call of a save in place:', outcomes);
    expect(outcomes.old).toBeGreaterThan(3);
    expect(outcomes.torn).toBeGreaterThan(0);
  });
});

describe('a disk that is full', () => {
  it('costs neither the old file nor the message (the size limit of a process stands for it)', () => {
    const folder = freshFolder();
    const path = join(folder, 'spec.md');
    writeFileSync(path, 'old');
    const script = `ulimit -f 64; exec "$0" "$@"`;
    const args = ['-c', script, process.execPath, child, path, 'new', '0'];
    const { stdout } = spawnSync('bash', args, {
      encoding: 'utf8',
      env: { ...process.env, XDG_STATE_HOME: folder },
    });
    expect(stdout).toMatch(/^write-failed .*(size limit|no space)/);
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('that is really full loses neither text, and has room again afterwards', ({ skip }) => {
    const folder = freshFolder();
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', folder]);
    if (mounted.status !== 0) skip('only root may mount a small disk');
    onTestFinished(() => void spawnSync('umount', [folder]));
    const path = join(folder, 'spec.md');
    writeFileSync(path, 'o'.repeat(60_000));
    const problem = raised(() => saveSpec(openSpec(path), text('n'.repeat(90_000))));
    expect(problem.code).toBe('write-failed');
    expect(problem.message).toContain('no space is left');
    expect(problem.hints.join()).toContain('another path');
    expect(readFileSync(path, 'utf8')).toBe('o'.repeat(60_000));
    expect(readdirSync(folder)).toEqual(['spec.md']);
    saveSpec(openSpec(path), text('n'.repeat(30_000)));
    expect(readFileSync(path, 'utf8')).toBe('n'.repeat(30_000));
  });

  it('leaves a file with two names as it was: no copy, no writing in place', () => {
    const folder = freshFolder();
    const path = join(folder, 'spec.md');
    writeFileSync(path, 'old'.repeat(30_000));
    linkSync(path, join(folder, 'twin.md'));
    const script = `ulimit -f 64; exec "$0" "$@"`;
    const env = { ...process.env, XDG_STATE_HOME: join(folder, 'state') };
    spawnSync('bash', ['-c', script, process.execPath, child, path, 'new', '0'], { env });
    expect(readFileSync(path, 'utf8')).toBe('old'.repeat(30_000));
    expect(readDrafts(path, { folder: join(folder, 'state', 'spec-wizard', 'drafts') })).toEqual([]);
  });
});
