import { join } from 'node:path';
import { readRegular, staysWithin } from '../host/data-path.ts';
import { gitIdentity } from '../host/git.ts';
import type { Facts } from '../interview/suggestion.ts';

/** Files that name a version, and a pattern for it. */
const MANIFESTS: readonly (readonly [string, RegExp])[] = [
  ['package.json', /^\s{0,4}"version"\s*:\s*"([^"\n]{1,60})"/m],
  ['Cargo.toml', /^version\s*=\s*"([^"\n]{1,60})"/m],
  ['pyproject.toml', /^version\s*=\s*"([^"\n]{1,60})"/m],
];

/** Larger files are ignored. */
const MOST_MANIFEST = 10 * 1024 * 1024;

/** Facts for suggestions in a folder: the author from git, a version from a manifest. */
export async function detectFacts(cwd: string): Promise<Partial<Facts>> {
  const { name, email } = await gitIdentity(cwd);
  const version = versionIn(cwd);
  return {
    ...(name ? { author: name } : {}),
    ...(email ? { email } : {}),
    ...(version ? { version } : {}),
  };
}

function versionIn(cwd: string): Facts['version'] {
  for (const [file, pattern] of MANIFESTS) {
    const path = join(cwd, file);
    const bytes = staysWithin(path, cwd) ? readRegular(path, MOST_MANIFEST) : null;
    const text = bytes && pattern.exec(bytes.toString('utf8'))?.[1];
    if (text) return { text, source: file };
  }
  return undefined;
}
