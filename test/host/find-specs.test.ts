import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitRoot } from '../../src/host/git-folder.ts';
import { findSpecs } from '../../src/project/find-specs.ts';
import { freshFolder } from './folder.ts';

function tree(files: Record<string, string>): string {
  const folder = freshFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const found = (folder: string) => [...findSpecs(folder)].map((path) => relative(folder, path));

describe('the Markdown files below a folder', () => {
  it('are found in the order of their names, in hidden folders too', () => {
    const folder = tree({
      'b.md': '',
      'a/z.md': '',
      'a/b/c.MARKDOWN': '',
      '.specify/x.md': '',
      'n.txt': '',
      md: '',
    });
    expect(found(folder)).toEqual(['b.md', '.specify/x.md', 'a/z.md', 'a/b/c.MARKDOWN']);
  });

  it('without node_modules and version control', () => {
    const folder = tree({
      'a.md': '',
      'node_modules/p/README.md': '',
      'x/node_modules/r.md': '',
      '.git/d.md': '',
    });
    expect(found(folder)).toEqual(['a.md']);
  });

  it('are found one by one, without reading the rest', () => {
    const folder = tree({ 'a.md': '', 'later/b.md': '' });
    const walk = findSpecs(folder);
    expect(walk.next().value).toBe(join(folder, 'a.md'));
    writeFileSync(join(folder, 'later', 'c.md'), '');
    expect([...walk]).toHaveLength(2);
  });

  it('include links to files, but links to folders are not followed, nor circles', () => {
    const folder = tree({ 'real/a.md': '' });
    symlinkSync('real/a.md', join(folder, 'l.md'));
    symlinkSync('.', join(folder, 'real', 'circle'));
    symlinkSync('gone', join(folder, 'gone.md'));
    mkdirSync(join(folder, 'folder.md'));
    expect(found(folder)).toEqual(['l.md', 'real/a.md']);
  });

  it('leave out what cannot be read', ({ skip }) => {
    if (process.getuid?.() === 0) skip('root may read everything');
    const folder = tree({ 'a/b.md': '', 'c.md': '' });
    chmodSync(join(folder, 'a'), 0);
    expect(found(folder)).toEqual(['c.md']);
    chmodSync(join(folder, 'a'), 0o700);
  });

  it('of the working folder have bare names', () => {
    for (const path of findSpecs('.')) {
      expect(path.startsWith('.') || path.startsWith('/')).toBe(false);
      break;
    }
  });

  it('are an empty list for a missing folder', () => expect(found(join(freshFolder(), 'gone'))).toEqual([]));
});

describe('what git ignores', () => {
  const ignored = {
    '.gitignore': '*.tmp.md\n/out/\nbuild\n!keep.tmp.md\ndocs/old*\n',
    'a.tmp.md': '',
    'keep.tmp.md': '',
    'out/a.md': '',
    'docs/out/a.md': '',
    'docs/build/b.md': '',
    'docs/older.md': '',
    'docs/new.md': '',
    'docs/.gitignore': 'draft-*\n!a.tmp.md\n',
    'docs/a.tmp.md': '',
    'docs/draft-1.md': '',
    'docs/deep/draft-2.md': '',
    'docs/deep/fine.md': '',
    'docs/deep/.gitignore': '!draft-2.md\n',
  };

  it('is left out, as git itself sees it', () => {
    const folder = tree(ignored);
    execFileSync('git', ['init', '-q'], { cwd: folder });
    writeFileSync(join(folder, '.git', 'info', 'exclude'), 'fine.md\n');
    const listed = execFileSync('git', ['ls-files', '--others', '--exclude-standard', '-z'], { cwd: folder });
    const seen = listed
      .toString()
      .split('\0')
      .filter((path) => path.endsWith('.md'));
    expect(found(folder).sort()).toEqual(seen.sort());
    expect(seen).toContain('docs/deep/draft-2.md');
    expect(seen).not.toContain('docs/deep/fine.md');
  });

  it('counts above the folder, too, up to the root of the repository', () => {
    const folder = tree(ignored);
    mkdirSync(join(folder, '.git'));
    const inDocs = [...findSpecs(join(folder, 'docs', 'deep'))].map((path) => relative(folder, path));
    expect(inDocs).toEqual(['docs/deep/draft-2.md', 'docs/deep/fine.md']);
    expect([...findSpecs(join(folder, 'docs'))]).not.toContain(join(folder, 'docs', 'older.md'));
  });
});

it('the root of a repository is found from below, also of a work tree', () => {
  const folder = tree({ 'a/b/c.md': '', 'tree/.git': 'gitdir: ../.git/worktrees/tree', 'tree/x/y.md': '' });
  mkdirSync(join(folder, '.git'));
  expect(gitRoot(join(folder, 'a', 'b'))).toBe(folder);
  expect(gitRoot(join(folder, 'tree', 'x'))).toBe(join(folder, 'tree'));
});
