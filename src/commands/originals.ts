import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gitHistory } from '../host/git.ts';
import { isPath } from '../host/spec-path.ts';
import { cacheFolder } from '../host/state-folder.ts';
import { originals, wordingsOf } from '../template/originals.ts';
import type { Template } from '../template/template.ts';

const known = new WeakMap<Template, Promise<Template>>();

/**
 * The template, knowing its earlier wordings: where it is a file in a git repository, its history there. Each version is
 * read once, and its fingerprints are kept in the cache folder by blob id; any other template is given back as it is.
 */
export function withHistory(template: Template, cwd: string): Promise<Template> {
  const made = known.get(template) ?? read(template, cwd);
  known.set(template, made);
  return made;
}

async function read(template: Template, cwd: string): Promise<Template> {
  if (template.flow || !isPath(template.id)) return template;
  const versions = await gitHistory(resolve(cwd, template.id));
  const folder = cacheFolder('wordings');
  const wordings = new Set<string>();
  for (const version of versions) {
    if (version.text === template.text) continue;
    for (const fingerprint of cached(folder, version.id, () => wordingsOf(version.text)))
      wordings.add(fingerprint);
  }
  return wordings.size === 0 ? template : { ...template, isOriginal: originals(wordings) };
}

/** The cache is comfort: whatever is wrong with it, the wordings are computed. */
function cached(folder: string | null, id: string, compute: () => Set<string>): Iterable<string> {
  if (folder === null || !/^[0-9a-f]{40,64}$/.test(id)) return compute();
  const path = join(folder, `${id}-1`);
  try {
    const found = readFileSync(path, 'utf8').split('\n');
    if (found.every((line) => /^[0-9a-f]{12}$/.test(line))) return found;
  } catch {
    // Not there yet.
  }
  const computed = compute();
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, [...computed].join('\n'), { mode: 0o600 });
  } catch {
    // A cache that cannot be written costs time alone.
  }
  return computed;
}
