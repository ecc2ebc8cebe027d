import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readRegular } from './data-path.ts';

/** The nearest folder, from the given one upwards, that holds `.git`; null outside a repository. Runs no process. */
export function gitRoot(folder: string): string | null {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return null;
  }
}

/** The files that git reads before all others. */
const FILES = ['HEAD', 'config', 'packed-refs', 'index'];

/** Whether git can read the repository around a folder. A pipe or device in place of a file would block it forever. */
export function canGitRead(folder: string): boolean {
  const root = gitRoot(folder);
  if (root === null) return true;
  return FILES.every((name) => {
    const entry = statSync(join(root, '.git', name), { throwIfNoEntry: false });
    return entry === undefined || entry.isFile();
  });
}

/** A list of packed refs may be long. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The id of the commit that is checked out, read from the repository's files; '' outside a repository or before the
 * first commit, null if only git can find it (worktrees, other ref formats).
 */
export function gitHead(folder: string): string | null {
  const root = gitRoot(folder);
  if (root === null) return '';
  const text = (name: string) => readRegular(join(root, '.git', name), MOST_BYTES)?.toString('utf8') ?? null;
  const head = text('HEAD')?.trim();
  if (head === undefined || text('reftable/tables.list') !== null) return null;
  const ref = /^ref: (refs\/[^\0]+)$/.exec(head)?.[1];
  if (ref === undefined) return head;
  if (ref.includes('..')) return null;
  const packed = text('packed-refs') ?? '';
  return (
    text(ref)?.trim() ??
    packed
      .split('\n')
      .find((line) => line.endsWith(` ${ref}`))
      ?.split(' ')[0] ??
    ''
  );
}
