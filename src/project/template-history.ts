import { join } from 'node:path';
import { readRegular } from '../host/data-path.ts';
import { gitHistory } from '../host/git-history.ts';
import { cacheFolder } from '../host/state-folder.ts';
import { sweepCache } from '../host/sweep-cache.ts';
import { writeFile } from '../host/write-file.ts';
import { originals, wordingsOf } from '../template/originals.ts';
import type { Template } from '../template/template.ts';
import { MAX_BYTES } from '../text/source.ts';

/** Versions of templates whose wordings are kept. */
const MOST_VERSIONS = 5000;

/**
 * The template, knowing the earlier wordings that the history of its file (absolute) holds, where that lies in a git
 * repository. Each version is read once, and its fingerprints are kept in the cache folder by blob id.
 */
export function withHistory(template: Template, file: string): Template {
  const folder = cacheFolder('wordings');
  const wordings = new Set(template.flow?.fingerprints);
  let computed = false;
  for (const version of gitHistory(file)) {
    if (version.text === template.text) continue;
    for (const fingerprint of cached(folder, version.id, () => {
      computed = true;
      return wordingsOf(version.text);
    }))
      wordings.add(fingerprint);
  }
  if (computed && folder !== null) sweepCache(folder, MOST_VERSIONS);
  return { ...template, isOriginal: originals(wordings) };
}

/** The cache is comfort: whatever is wrong with it, the wordings are computed. */
function cached(folder: string | null, id: string, compute: () => Set<string>): Iterable<string> {
  if (folder === null || !/^[0-9a-f]{40,64}$/.test(id)) return compute();
  const path = join(folder, `${id}-1`);
  try {
    const found = readRegular(path, MAX_BYTES)?.toString('utf8').split('\n');
    if (found?.every((line) => /^[0-9a-f]{12}$/.test(line))) return found;
  } catch {
    // Not there yet.
  }
  const computed = compute();
  try {
    writeFile(path, [...computed].join('\n'));
  } catch {
    // A cache that cannot be written costs time alone.
  }
  return computed;
}
