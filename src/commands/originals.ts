import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gitHistory } from '../host/git.ts';
import { isPath } from '../host/spec-path.ts';
import { cacheFolder } from '../host/state-folder.ts';
import { type IsOriginal, originals, wordingsOf } from '../spec/originals.ts';
import type { Template } from '../template/template.ts';

/**
 * Knows the earlier wordings of a template: the fingerprints of its flow, and where it is a file in a git repository, its
 * history there. Each version is read once and its fingerprints kept in the cache folder by blob id.
 */
export async function originalsOf(template: Template, cwd: string, history: boolean): Promise<IsOriginal> {
  const known = new Set(template.flow?.fingerprints ?? []);
  if (history && isPath(template.id)) {
    const folder = cacheFolder('wordings');
    for (const version of await gitHistory(resolve(cwd, template.id))) {
      if (version.text === template.text) continue;
      for (const fingerprint of cached(folder, version.id, () => wordingsOf(version.text)))
        known.add(fingerprint);
    }
  }
  return originals(known);
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
