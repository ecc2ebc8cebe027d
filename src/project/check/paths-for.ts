import { relative, resolve } from 'node:path';
import { changedSince } from '../../host/git.ts';
import type { Io } from '../../host/io.ts';
import { Problem } from '../../problem.ts';
import type { Project } from '../project.ts';
import type { CheckOptions } from './options.ts';
import { type Found, pathsBelow, specPaths } from './spec-paths.ts';

/** Where the project's settings say that its specs live, as far as that is here; else all that is here. */
async function ownSpecs(project: Project | null, cwd: string): Promise<Found[]> {
  const specs = project?.settings.specs ?? [];
  if (specs.length === 0) return [...pathsBelow(cwd)];
  const words = specs.map((path) => relative(cwd, resolve(project!.folder, path)) || '.');
  const paths = await specPaths(words, cwd);
  return paths.map((found) =>
    found.unmatched ? { ...found, place: project!.placeOf('specs') } : { ...found, named: false },
  );
}

/**
 * The files that a run looks at, and what to say where no spec is among them. Raises Problem `bad-ref` where the commit
 * to compare with is not known.
 */
export async function pathsFor(
  words: readonly string[],
  { changed }: Pick<CheckOptions, 'changed'>,
  project: Project | null,
  { cwd }: Io,
): Promise<{ paths: Found[]; none: string }> {
  const paths = await (words.length > 0 ? specPaths(words, cwd) : ownSpecs(project, cwd));
  if (changed === undefined) return { paths, none: 'No specs found.' };
  const changes = await changedSince(
    changed,
    paths.map(({ path }) => path),
    cwd,
  );
  if (changes === null) {
    throw new Problem('bad-ref', `there is no commit “${changed}” to compare with here`, {
      hints: ['Name one: --changed=main. In CI, fetch it first (fetch-depth: 0).'],
    });
  }
  const kept = new Set(changes);
  return { paths: paths.filter(({ path }) => kept.has(path)), none: `No specs changed since ${changed}.` };
}
