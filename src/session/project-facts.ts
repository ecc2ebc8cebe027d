import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gitIdentity } from '../host/git.ts';
import type { Facts } from '../wizard/state.ts';

/** Files that say a version, and how. */
const MANIFESTS: readonly (readonly [string, RegExp])[] = [
  ['package.json', /^\s{0,4}"version"\s*:\s*"([^"\n]{1,60})"/m],
  ['Cargo.toml', /^version\s*=\s*"([^"\n]{1,60})"/m],
  ['pyproject.toml', /^version\s*=\s*"([^"\n]{1,60})"/m],
];

/** Today in local time, as yyyy-mm-dd. */
export function isoDay(day: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** A moment in local time, as yyyy-mm-dd hh:mm. */
export function momentOf(time: Date): string {
  return `${isoDay(time)} ${[time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')}`;
}

/** What the working folder says for defaults: the author by git, a version by a manifest. */
export async function detectFacts(cwd: string): Promise<Partial<Facts>> {
  const { name, email } = await gitIdentity(cwd);
  const version = versionIn(cwd);
  return {
    folder: basename(cwd),
    ...(name ? { author: name } : {}),
    ...(email ? { email } : {}),
    ...(version ? { version } : {}),
  };
}

function versionIn(cwd: string): Facts['version'] {
  for (const [file, pattern] of MANIFESTS) {
    try {
      const text = pattern.exec(readFileSync(join(cwd, file), 'utf8'))?.[1];
      if (text) return { text, source: file };
    } catch {
      // Not there, or no file.
    }
  }
  return undefined;
}
