import { createHash } from 'node:crypto';
import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { MAX_BYTES } from '../text/source.ts';
import { readRegular } from './data-path.ts';
import { gitRoot } from './git-root.ts';
import { GIT_ENVIRONMENT, GIT_TIMEOUT, SAFE_OPTIONS } from './git-sandbox.ts';

/** What git prints, as bytes; null where there is no git, no repository, or it says no. No shell is involved. */
async function git(folder: string, args: readonly string[], input = ''): Promise<Buffer | null> {
  const { execa } = await import('execa');
  try {
    const { stdout } = await execa('git', [...SAFE_OPTIONS, ...args], {
      cwd: folder,
      env: GIT_ENVIRONMENT,
      input,
      encoding: 'buffer',
      stripFinalNewline: false,
      timeout: GIT_TIMEOUT,
      maxBuffer: 256 * 1024 * 1024,
      stderr: 'ignore',
    });
    return Buffer.from(stdout);
  } catch {
    return null;
  }
}

/** The author's name and address as git has them, for defaults; null for what is not set. One line each, no controls. */
export async function gitIdentity(folder = '.'): Promise<{ name: string | null; email: string | null }> {
  const output = await git(folder, ['config', '-z', '--get-regexp', '^user\\.(name|email)$']);
  const found: Record<string, string> = {};
  for (const entry of output?.toString('utf8').split('\0') ?? []) {
    const [key = '', ...value] = entry.split('\n');
    found[key] = value
      .join(' ')
      .replace(/\p{Cc}/gu, '')
      .trim();
  }
  return { name: found['user.name'] || null, email: found['user.email'] || null };
}

/**
 * Those of the paths whose bytes differ from the ones that `ref` has (where HEAD has branched off from it), or which it
 * does not have; null where there is no repository or no such ref. The files are compared here, not by git, whose
 * filters are programs that the repository's own configuration names. Line ends alone are no difference.
 */
export async function changedSince(
  ref: string,
  paths: readonly string[],
  folder = '.',
): Promise<string[] | null> {
  const root = gitRoot(folder);
  if (root === null) return null;
  const commit = await line(root, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ]);
  if (commit === null) return null;
  const base = (await line(root, ['merge-base', commit, 'HEAD'])) ?? commit;
  const tree = await git(root, ['ls-tree', '-r', '-z', '--full-tree', base]);
  if (tree === null) return null;
  const known = new Map<string, string>();
  for (const entry of tree.toString('utf8').split('\0')) {
    const [, id, path] = /^\d+ blob ([0-9a-f]+)\t([\s\S]+)$/.exec(entry) ?? [];
    if (id && path) known.set(path, id);
  }
  const realRoot = realPath(root);
  const idOf = (file: string, from = root) => known.get(relative(from, file).replaceAll(sep, '/'));
  return paths.filter((path) => {
    const file = resolve(folder, path);
    const id = idOf(file);
    if (id === undefined) return true;
    if (!isLink(file)) return !isBlob(id, file);
    // A link has changed where it leads elsewhere, and where what it leads to has.
    if (blobId(Buffer.from(readlinkSync(file)), id) !== id) return true;
    const target = realPath(file);
    const targetId = idOf(target, realRoot);
    return targetId === undefined || !isBlob(targetId, target);
  });
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

async function line(folder: string, args: readonly string[]): Promise<string | null> {
  return (await git(folder, args))?.toString('utf8').trim() || null;
}

/** Whether a file has the bytes that a blob's id stands for, with its line ends as they are or as LF. */
function isBlob(id: string, path: string): boolean {
  const bytes = readRegular(path, MAX_BYTES);
  return (
    bytes !== null &&
    (blobId(bytes, id) === id ||
      blobId(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'), id) === id)
  );
}

function blobId(bytes: Buffer, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
