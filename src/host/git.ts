import { createHash } from 'node:crypto';
import { readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { MAX_BYTES } from '../text/source.ts';
import { isLink, readRegular } from './data-path.ts';
import { canGitRead, gitRoot } from './git-folder.ts';
import { relativePath } from './platform.ts';

/**
 * A repository may come from anyone, with a configuration that names programs to run. These settings switch off each
 * one that a command below could run.
 */
const SETTINGS = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['core.pager', 'cat'],
  ['core.sshCommand', 'false'],
  ['core.alternateRefsCommand', 'false'],
  ['credential.helper', ''],
  ['log.showSignature', 'false'],
  ['log.mailmap', 'false'],
  ['mailmap.file', ''],
  // The setting for one protocol has priority over the one for all, so each protocol that runs a program or reads files
  // is named.
  ...['', 'ext.', 'file.', 'git.', 'ssh.', 'http.', 'https.'].map((name) => [`protocol.${name}allow`, 'never']),
].flatMap(([key, value]) => ['-c', `${key}=${value}`]);

/** With this environment git never prompts, takes no optional locks and fetches no objects. */
const GIT_ENVIRONMENT = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  // Git before 2.45 does not know the variable above. A list of allowed protocols has priority over every
  // configuration.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_PAGER: 'cat',
  GIT_ASKPASS: 'false',
  SSH_ASKPASS: 'false',
  GIT_NO_REPLACE_OBJECTS: '1',
  LC_ALL: 'C',
};

/** The options before every git command. */
const SAFE_OPTIONS = ['--no-pager', '--literal-pathspecs', ...SETTINGS];

/** How long git may take, in milliseconds. */
const GIT_TIMEOUT = 10_000;

/** The bytes that git prints; null if git or the repository is missing, or the command fails. Runs no shell. */
async function git(folder: string, args: readonly string[]): Promise<Buffer | null> {
  const { execa } = await import('execa');
  try {
    if (!canGitRead(folder)) return null;
    const { stdout } = await execa('git', [...SAFE_OPTIONS, ...args], {
      cwd: folder,
      env: GIT_ENVIRONMENT,
      input: '',
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

/** The author's name and address from git's configuration, as defaults; null if not set. One line each, no controls. */
export async function gitIdentity(folder: string): Promise<{ name: string | null; email: string | null }> {
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
 * The paths whose bytes differ from those in the merge base of `ref` and HEAD, or that it does not have; null if there
 * is no repository or no such ref. Files are compared here and not by git, whose filters are programs named by the
 * repository's configuration. A difference in line ends alone does not count.
 */
export async function changedSince(ref: string, paths: readonly string[], folder: string): Promise<string[] | null> {
  const root = gitRoot(folder);
  if (root === null) return null;
  const commit = await line(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
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
  const idOf = (file: string, from = root) => known.get(relativePath(from, file));
  return paths.filter((path) => {
    const file = resolve(folder, path);
    const id = idOf(file);
    if (id === undefined) return true;
    if (!isLink(file)) return !isBlob(id, file);
    // A link has changed if it leads elsewhere or if its target has changed.
    if (blobId(Buffer.from(readlinkSync(file)), id) !== id) return true;
    const target = realPath(file);
    const targetId = idOf(target, realRoot);
    return targetId === undefined || !isBlob(targetId, target);
  });
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

/** Whether a file has the bytes of a blob, by the blob's id, with its own line ends or with LF. */
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

/** One version of a file in git. */
interface Version {
  /** The blob's id, in hex. */
  id: string;
  text: string;
  /** The id of its commit, in hex, and the commit's date as 2026-01-31. */
  commit: string;
  date: string;
}

const MOST_VERSIONS = 500;

/**
 * The versions of a file in its repository, newest first, each once, renames followed, at most 500; empty if there are
 * none. Texts are decoded as UTF-8, leniently: they are compared, never written. Waits for git, because templates are
 * read synchronously.
 */
export function gitHistory(path: string): Version[] {
  const folder = dirname(resolve(path));
  if (gitRoot(folder) === null) return [];
  const format = [
    '--raw',
    '--no-abbrev',
    '--no-ext-diff',
    '--no-textconv',
    '--no-show-signature',
    '-z',
    '--format=commit %H %cs',
  ];
  const log = gitSync(folder, ['log', '--follow', ...format, `--max-count=${MOST_VERSIONS}`, '--', basename(path)]);
  const records =
    log
      ?.toString('latin1')
      .matchAll(/(?:^|\0)\n?(?:commit ([0-9a-f]{40,64}) ([\d-]{10})|:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [A-Z])(?=\0)/g) ??
    [];
  // A file may return to earlier bytes; their latest version is kept.
  const found = new Map<string, Pick<Version, 'commit' | 'date'>>();
  let [commit, date] = ['', ''];
  for (const [, ofCommit, ofDate, id] of records) {
    if (id === undefined) [commit, date] = [ofCommit!, ofDate!];
    else if (!/^0+$/.test(id) && !found.has(id)) found.set(id, { commit, date });
  }
  if (found.size === 0) return [];
  const output = gitSync(folder, ['cat-file', '--batch'], `${[...found.keys()].join('\n')}\n`);
  return output ? blobs(output).flatMap((blob) => ({ ...blob, ...found.get(blob.id)! })) : [];
}

function gitSync(folder: string, args: readonly string[], input = ''): Buffer | null {
  try {
    if (!canGitRead(folder)) return null;
    const { execFileSync } = process.getBuiltinModule('node:child_process');
    return execFileSync('git', [...SAFE_OPTIONS, ...args], {
      cwd: folder,
      env: { ...process.env, ...GIT_ENVIRONMENT },
      input,
      timeout: GIT_TIMEOUT,
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
  } catch {
    return null;
  }
}

/** The output of `git cat-file --batch`: `<id> blob <size>`, a newline, the bytes, a newline. */
function blobs(output: Buffer): Pick<Version, 'id' | 'text'>[] {
  const found: Pick<Version, 'id' | 'text'>[] = [];
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
