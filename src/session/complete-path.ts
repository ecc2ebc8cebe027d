import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, resolve } from 'node:path';

/** How many names are told where several go on. */
const MOST = 12;

/**
 * A path that is being typed, completed as far as the folders and Markdown files there leave no choice, and the names that
 * it may continue with. It stays as it was typed, relative or not. Never raises.
 */
export function completePath(typed: string, cwd: string): { completed: string; matches: string[] } {
  const begun = typed.endsWith('/') ? '' : basename(typed);
  const above = typed.slice(0, typed.length - begun.length);
  const folder = resolve(cwd, above.startsWith('~/') ? above.replace('~', homedir()) : above || '.');
  const names = namesIn(folder).filter(
    (name) => name.startsWith(begun) && !(begun === '' && name.startsWith('.')),
  );
  const common = names.reduce((start, name) => commonStart(start, name), names[0] ?? begun);
  return { completed: above + common, matches: names.slice(0, MOST) };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || /\.(?:md|markdown|mdx)$/i.test(entry.name))
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .sort();
  } catch {
    return [];
  }
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
