import { resolve } from 'node:path';
import { readablePath } from '../../host/data-path.ts';
import { changedSince } from '../../host/git.ts';
import type { Io } from '../../host/io.ts';
import { relativePath } from '../../host/platform.ts';
import { Problem } from '../../problem.ts';
import * as messages from '../messages.ts';
import { type ProjectSettings, projectRoot } from '../project-settings.ts';
import type { CheckOptions } from './gates.ts';
import { type Found, isPattern, pathsBelow, specPaths } from './spec-paths.ts';

/** Where the project's settings say that its specs live, as far as that is here; else all that is here. */
async function ownSpecs(project: ProjectSettings | null, cwd: string, budget: number): Promise<Found[]> {
  const specs = project?.settings.specs ?? [];
  if (specs.length === 0) return [...pathsBelow(cwd)];
  const words = specs.map((path) => relativePath(cwd, resolve(project!.folder, path)) || '.');
  for (const path of specs) stayInside(path, project!, cwd);
  const paths = await specPaths(words, cwd, budget);
  return paths.map((found) =>
    found.unmatched ? { ...found, place: project!.placeOf('specs') } : { ...found, named: false },
  );
}

/** Raises Problem `bad-settings` for a path or pattern of the settings that leads out of the project. */
function stayInside(path: string, { folder, placeOf }: ProjectSettings, cwd: string): void {
  const bounds = { folder, root: projectRoot(folder, cwd), code: 'bad-settings' as const };
  // Up to its first star a pattern is a path; behind that nothing may lead up again.
  const parts = path.split('/');
  const from = parts.findIndex(isPattern);
  const fixed = from < 0 ? path : parts.slice(0, from).join('/') || (path.startsWith('/') ? '/' : '.');
  try {
    if (from >= 0 && parts.slice(from).join('/').includes('..'))
      throw new Problem('bad-settings', messages.leadsUp(path));
    if (resolve(folder, fixed) !== resolve(folder)) readablePath(fixed, bounds);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.code, error.message, {
      place: placeOf('specs'),
      hints: error.hints,
      cause: error,
    });
  }
}

/**
 * The files that a run looks at, and what to say where no spec is among them. Raises Problem `bad-ref` where the commit
 * to compare with is not known.
 */
export async function pathsFor(
  words: readonly string[],
  { changed, budget }: Pick<CheckOptions, 'changed' | 'budget'>,
  project: ProjectSettings | null,
  { cwd }: Io,
): Promise<{ paths: Found[]; none: string }> {
  const paths = await (words.length > 0 ? specPaths(words, cwd, budget) : ownSpecs(project, cwd, budget));
  if (changed === undefined) return { paths, none: messages.noSpecs };
  const changes = await changedSince(
    changed,
    paths.map(({ path }) => path),
    cwd,
  );
  if (changes === null) {
    throw new Problem('bad-ref', messages.noCommit(changed), {
      hints: [messages.commitHint],
    });
  }
  const kept = new Set(changes);
  return { paths: paths.filter(({ path }) => kept.has(path)), none: messages.noneChanged(changed) };
}
