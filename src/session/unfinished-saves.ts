import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { realPath } from '../host/data-path.ts';
import { type Draft, listDrafts, readDrafts, shortId, wholeTextIn } from '../host/drafts.ts';
import type { Io } from '../host/io.ts';
import { relativePath } from '../host/platform.ts';
import { hashOf } from '../host/read-file.ts';
import { openSpec } from '../host/spec-file.ts';
import { exclusively } from '../host/write-lock.ts';
import { isFile } from '../project/find-specs.ts';
import { printableName } from '../text/printable.ts';
import { encodeSource } from '../text/source.ts';
import * as messages from './messages.ts';

/**
 * Reports on stderr each spec at or below `paths` with a draft of a whole text that the file lacks, as an interrupted
 * save in place leaves it. Paths are relative to the working folder, which an empty list stands for. Never raises.
 */
export function reportUnfinishedSaves(paths: readonly string[], { cwd, env, stderr }: Io): void {
  for (const draft of draftsBelow(paths, cwd, env)) {
    if (!isMissingFromFile(draft, env)) continue;
    const path = printableName(relativePath(cwd, draft.path));
    stderr.write(
      messages.unfinishedSave(path, shortId(draft)) +
        `  ${messages.showDraftHint(shortId(draft))}` +
        `  ${messages.restoreDraftHint(shortId(draft))}`,
    );
  }
}

function draftsBelow(paths: readonly string[], cwd: string, env: Io['env']): Draft[] {
  const named = paths.map((path) => realPath(resolve(cwd, path)));
  // A pattern names files anywhere below the working folder.
  const wholes = named.length > 0 && named.every((path) => existsSync(path)) ? named : [realPath(cwd)];
  if (wholes.every(isFile)) return wholes.flatMap((path) => readDrafts(path, { env }));
  const isBelow = (path: string) =>
    wholes.some((folder) => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep));
  return listDrafts({ env }).drafts.filter(({ path, vanished }) => !vanished && isBelow(path));
}

/** Whether the file lacks the draft's text while no process is writing it. */
function isMissingFromFile(draft: Draft, env: Io['env']): boolean {
  const source = wholeTextIn(draft);
  // A text that was replaced on purpose is kept under its own hash.
  if (source === null || draft.baseHash === hashOf(encodeSource(source))) return false;
  try {
    return exclusively(draft.path, () => {
      const isKept = readDrafts(draft.path, { env }).some(({ id }) => id === draft.id);
      return isKept && openSpec(draft.path).source.text !== source.text;
    });
  } catch {
    return false;
  }
}
