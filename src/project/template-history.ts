import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gitHistory } from '../host/git-history.ts';
import { cacheFolder } from '../host/state-folder.ts';
import { originals, wordingsOf } from '../template/originals.ts';
import type { Template } from '../template/template.ts';

/**
 * The template, knowing the earlier wordings that the history of its file (absolute) holds, where that lies in a git
 * repository. Each version is read once, and its fingerprints are kept in the cache folder by blob id.
 */
export function withHistory(template: Template, file: string): Template {
  const folder = cacheFolder('wordings');
  const wordings = new Set(template.flow?.fingerprints);
  for (const version of gitHistory(file)) {
    if (version.text === template.text) continue;
    for (const fingerprint of cached(folder, version.id, () => wordingsOf(version.text)))
      wordings.add(fingerprint);
  }
  return { ...template, isOriginal: originals(wordings) };
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
