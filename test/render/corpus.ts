import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where real documents stand beside some checkouts. */
export const CORPUS = resolve('../shared/corpus');

/** The paths of all Markdown documents of the corpus, in order; none where it is absent. */
export function corpusPaths(): string[] {
  if (!existsSync(CORPUS)) return [];
  const found: string[] = [];
  const walk = (folder: string) => {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (name.endsWith('.md')) found.push(path);
    }
  };
  walk(CORPUS);
  return found;
}

/** A document's text without its BOM. */
export function readText(path: string): string {
  return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
}
