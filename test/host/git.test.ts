import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedSince, gitHistory, gitIdentity } from '../../src/host/git.ts';
import { freshFolder } from './folder.ts';

function repository(): {
  folder: string;
  git: (...args: string[]) => string;
  write: (path: string, text: string) => void;
} {
  const folder = freshFolder();
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Ada Lovelace');
  git('config', 'user.email', 'ada@example.org');
  git('config', 'commit.gpgsign', 'false');
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
    git('--literal-pathspecs', 'add', '--', path);
  };
  return { folder, git, write };
}

describe('the author', () => {
  it('is the author in git’s configuration', async () => {
    expect(await gitIdentity(repository().folder)).toEqual({
      name: 'Ada Lovelace',
      email: 'ada@example.org',
    });
  });

  it('is one line without controls, whatever the configuration holds', async () => {
    const { folder, git } = repository();
    git('config', 'user.name', 'a\u001b]0;x\u0007\nb\u009b31m');
    expect(await gitIdentity(folder)).toMatchObject({ name: 'a]0;x b31m' });
  });
});

describe('the versions of a file', () => {
  it('are listed newest first, each once, across a rename, with their exact texts', async () => {
    const { folder, git, write } = repository();
    const texts = ['# Äpfel 😀\r\nno end', `${'line\n'.repeat(50)}`, `${'line\n'.repeat(50)}more\n`];
    for (const text of [texts[0]!, texts[1]!, texts[0]!, texts[1]!]) {
      write('old name.md', text);
      git('commit', '-qm', 'x');
    }
    git('mv', 'old name.md', 'new ü\n"name".md');
    git('commit', '-qm', 'x');
    write('new ü\n"name".md', texts[2]!);
    git('commit', '-qm', 'x');
    write('else.md', 'other');
    git('commit', '-qm', 'x');
    const versions = gitHistory(join(folder, 'new ü\n"name".md'));
    expect(versions.map(({ text }) => text)).toEqual([texts[2], texts[1], texts[0]]);
    for (const { id, text } of versions) expect(git('cat-file', 'blob', id)).toBe(text);
  });

  it('are found for names that look like options or patterns', async () => {
    const { folder, git, write } = repository();
    for (const name of ['--output=x.md', '*.md', ':(glob)a.md']) {
      write(name, `text of ${name}`);
      git('commit', '-qm', 'x');
    }
    for (const name of ['--output=x.md', '*.md', ':(glob)a.md']) {
      expect(gitHistory(join(folder, name)).map(({ text }) => text)).toEqual([`text of ${name}`]);
    }
    expect(existsSync(join(folder, 'x.md'))).toBe(false);
  });

  it('are empty if git has none', async () => {
    const { folder } = repository();
    writeFileSync(join(folder, 'a.md'), '');
    expect(gitHistory(join(folder, 'a.md'))).toEqual([]);
    expect(gitHistory(join(freshFolder(), 'a.md'))).toEqual([]);
    expect(gitHistory(join(folder, 'gone', 'a.md'))).toEqual([]);
  });
});

describe('what changed since a point', () => {
  it('is what differs in bytes from where HEAD branched off, and what is new', async () => {
    const { folder, git, write } = repository();
    for (const name of ['same.md', 'edited.md', 'committed.md', 'crlf.md', 'touched-on-main.md']) write(name, 'old\n');
    git('commit', '-qm', 'x');
    git('checkout', '-qb', 'work');
    write('committed.md', 'new\n');
    git('commit', '-qm', 'x');
    git('checkout', '-q', 'main');
    write('touched-on-main.md', 'theirs\n');
    git('commit', '-qm', 'x');
    git('checkout', '-q', 'work');
    writeFileSync(join(folder, 'edited.md'), 'edited\n');
    writeFileSync(join(folder, 'crlf.md'), 'old\r\n');
    writeFileSync(join(folder, 'new ü.md'), '');
    const paths = ['same.md', 'edited.md', 'committed.md', 'crlf.md', 'touched-on-main.md', 'new ü.md'];
    expect(await changedSince('main', paths, folder)).toEqual(['edited.md', 'committed.md', 'new ü.md']);
  });

  it('is not known without a repository or such a ref', async () => {
    const { folder, git, write } = repository();
    write('a.md', '');
    git('commit', '-qm', 'x');
    expect(await changedSince('no-such', ['a.md'], folder)).toBe(null);
    expect(await changedSince('--help', ['a.md'], folder)).toBe(null);
    expect(await changedSince('', ['a.md'], folder)).toBe(null);
    expect(await changedSince('main', ['a.md'], freshFolder())).toBe(null);
  });
});

it('no program that a repository names is run', async () => {
  const { folder, git, write } = repository();
  write('.gitattributes', '*.md diff=evil filter=evil\n');
  write('a.md', 'one\n');
  git('commit', '-qm', 'x');
  write('a.md', 'two\n');
  git('commit', '-qm', 'x');
  const bait = join(folder, 'ran');
  const evil = `sh -c 'echo ran >> "${bait}"'`;
  for (const key of [
    'core.fsmonitor',
    'core.pager',
    'core.editor',
    'core.sshCommand',
    'diff.external',
    'diff.evil.command',
    'diff.evil.textconv',
    'filter.evil.clean',
    'filter.evil.smudge',
    'filter.evil.process',
    'gpg.program',
    'gpg.ssh.program',
    'pager.log',
    'alias.log',
  ]) {
    git('config', key, evil);
  }
  git('config', 'log.showSignature', 'true');
  git('config', 'alias.config', `!${evil}`);
  writeFileSync(join(folder, 'a.md'), 'three\n');
  expect(gitHistory(join(folder, 'a.md'))).toHaveLength(2);
  expect(await changedSince('HEAD', ['a.md'], folder)).toEqual(['a.md']);
  expect((await gitIdentity(folder)).name).toBe('Ada Lovelace');
  expect(existsSync(bait)).toBe(false);
});

it('without git everything is unknown, and nothing fails', async () => {
  const { folder, git, write } = repository();
  write('a.md', '');
  git('commit', '-qm', 'x');
  const path = process.env.PATH;
  process.env.PATH = freshFolder();
  try {
    expect(await gitIdentity(folder)).toEqual({ name: null, email: null });
    expect(gitHistory(join(folder, 'a.md'))).toEqual([]);
    expect(await changedSince('HEAD', ['a.md'], folder)).toBe(null);
  } finally {
    process.env.PATH = path;
  }
  rmSync(join(folder, '.git'), { recursive: true });
});
