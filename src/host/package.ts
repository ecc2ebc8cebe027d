import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as messages from './messages.ts';

let found: string | undefined;

/** The absolute folder of this package, with `templates/`, `flows/` and `package.json`, built or run from source. */
export function packageRoot(): string {
  found ??= climb(dirname(fileURLToPath(import.meta.url)));
  return found;
}

function climb(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(messages.packageIncomplete);
  return climb(parent);
}

export function version(): string {
  const text = readFileSync(join(packageRoot(), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** A file that the build made from the built-in templates, by its name in `dist/`; null when run from source. */
export function readBuiltFile<Content>(
  name: 'first-walks' | 'outlines' | 'templates' | `read-templates/${string}`,
): Content | null {
  if (buildId() === null) return null;
  return JSON.parse(readFileSync(join(packageRoot(), 'dist', `${name}.json`), 'utf8'));
}

/** Changes with every change of the program's code; set by the build, null if the program runs from source. */
export function buildId(): string | null {
  return process.env.SPEC_WIZARD_BUILD ?? null;
}
