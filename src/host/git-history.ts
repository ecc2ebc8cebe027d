import { execFileSync } from 'node:child_process';
import { basename, dirname, resolve } from 'node:path';
import { gitRoot } from './git-root.ts';
import { GIT_ENVIRONMENT, GIT_TIMEOUT, SAFE_OPTIONS } from './git-sandbox.ts';

/** One version of a file, as git keeps it. */
export interface Version {
  /** The blob's id, in hex. */
  id: string;
  text: string;
}

const MOST_VERSIONS = 500;

/**
 * The versions of a file that its repository knows, newest first, each once, renames followed, at most 500; empty where
 * there are none. Texts are decoded as UTF-8, leniently: they are compared, never written. Templates are read in one go,
 * so this waits for git, and loads nothing for it.
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
    '--format=',
  ];
  const log = git(folder, [
    'log',
    '--follow',
    ...format,
    `--max-count=${MOST_VERSIONS}`,
    '--',
    basename(path),
  ]);
  const records = log?.toString('latin1').matchAll(/(?:^|\0):\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [A-Z]/g) ?? [];
  const ids = [...new Set(Array.from(records, ([, id]) => id!))].filter((id) => !/^0+$/.test(id));
  if (ids.length === 0) return [];
  const output = git(folder, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  return output ? blobs(output) : [];
}

function git(folder: string, args: readonly string[], input = ''): Buffer | null {
  try {
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
