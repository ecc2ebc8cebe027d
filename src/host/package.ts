import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as messages from './messages.ts';

let found: string | undefined;

/** The folder of this package, absolute: where `templates/`, `flows/` and `package.json` are, built or from source. */
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

/** The version of this package, as its package.json has it. */
export function version(): string {
  const text = readFileSync(join(packageRoot(), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** What the build made of the templates of this program, by its name in `dist/`; null where it runs from source. */
export function fromBuild<Content>(name: 'first-walks' | 'outlines' | 'templates'): Content | null {
  if (buildId() === null) return null;
  return JSON.parse(readFileSync(join(packageRoot(), 'dist', `${name}.json`), 'utf8'));
}

/** Changes with every change to the program's own code; null if it runs from source. The build puts it in. */
export function buildId(): string | null {
  return process.env.SPEC_WIZARD_BUILD ?? null;
}
