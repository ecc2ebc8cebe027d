import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { gitRoot } from './find-specs.ts';

/** One version of a file, as git keeps it. */
export interface Version {
  /** The blob's id, in hex. */
  id: string;
  text: string;
}

const MOST_VERSIONS = 500;
const PATIENCE = 10_000;

/**
 * A repository may have come from anyone, with a configuration that names programs to run: each that a command below
 * could reach is switched off here.
 */
const CLOSED = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.pager', 'cat'],
  ['log.showSignature', 'false'],
  ['protocol.allow', 'never'],
].flatMap(([key, value]) => ['-c', `${key}=${value}`]);

const SURROUNDINGS = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  LC_ALL: 'C',
};

/** What git prints, as bytes; null where there is no git, no repository, or it says no. No shell is involved. */
async function git(folder: string, args: readonly string[], input = ''): Promise<Buffer | null> {
  const { execa } = await import('execa');
  try {
    const { stdout } = await execa('git', ['--no-pager', '--literal-pathspecs', ...CLOSED, ...args], {
      cwd: folder,
      env: SURROUNDINGS,
      input,
      encoding: 'buffer',
      stripFinalNewline: false,
      timeout: PATIENCE,
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
 * The versions of a file that its repository knows, newest first, each once, renames followed, at most 500; empty
 * where there are none. Texts are decoded as UTF-8, leniently: they are compared, never written.
 */
export async function gitHistory(path: string): Promise<Version[]> {
  const folder = dirname(resolve(path));
  const log = await git(folder, [
    'log',
    '--follow',
    '--raw',
    '--no-abbrev',
    '--no-ext-diff',
    '--no-textconv',
    '--no-show-signature',
    '-z',
    '--format=',
    `--max-count=${MOST_VERSIONS}`,
    '--',
    basename(path),
  ]);
  const records = log?.toString('latin1').matchAll(/(?:^|\0):\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [A-Z]/g) ?? [];
  const ids = [...new Set(Array.from(records, ([, id]) => id!))].filter((id) => !/^0+$/.test(id));
  if (ids.length === 0) return [];
  const output = await git(folder, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  return output ? blobs(output) : [];
}

/** The output of `git cat-file --batch`: `<id> blob <size>`, a newline, the bytes, a newline. */
function blobs(output: Buffer): Version[] {
  const found: Version[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    if (end === -1) break;
    const [id, type, size] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (type === 'missing' || size === undefined) continue;
    if (type === 'blob') found.push({ id: id!, text: output.toString('utf8', at, at + Number(size)) });
    at += Number(size) + 1;
  }
  return found;
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
  return paths.filter((path) => {
    const id = known.get(relative(root, resolve(folder, path)).replaceAll(sep, '/'));
    return id === undefined || !isBlob(id, resolve(folder, path));
  });
}

async function line(folder: string, args: readonly string[]): Promise<string | null> {
  return (await git(folder, args))?.toString('utf8').trim() || null;
}

/** Whether a file has the bytes that a blob's id stands for, with its line ends as they are or as LF. */
function isBlob(id: string, path: string): boolean {
  try {
    const bytes = readFileSync(path);
    return (
      blobId(bytes, id) === id ||
      blobId(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'), id) === id
    );
  } catch {
    return false;
  }
}

function blobId(bytes: Buffer, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
