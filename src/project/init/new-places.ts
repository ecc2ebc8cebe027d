import type { Settings } from '../../template/settings.ts';
import type { Sighting } from './sightings.ts';

/** A file's name that begins with a number, behind letters or not: `adr-0007-queues.md`, `012-queues.md`. */
const NUMBERED = /^((?:\p{L}{1,12}-)?)\d{3,9}-./u;

/**
 * Where a new spec of each template goes: to the folder that has most of that template, numbered where most of those
 * there are. Templates of which there is nothing yet are left out.
 */
export function newPlaces(specs: readonly Sighting[]): NonNullable<Settings['new']> {
  const fullest = new Map<string, Sighting>();
  for (const one of specs) {
    const known = fullest.get(one.template);
    if (!known || known.names.length < one.names.length) fullest.set(one.template, one);
  }
  return Object.fromEntries(
    [...fullest.values()].map(({ template, folder, names }) => {
      const path = folder === '.' ? '{name}.md' : `${folder}/{name}.md`;
      const before = commonNumbering(names);
      return [template, before === null ? { path } : { path, numbered: `${before}{number}-{name}` }];
    }),
  );
}

/** What stands before the number in more than half of the names; null where most have none. */
function commonNumbering(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) {
    const before = NUMBERED.exec(name)?.[1]?.toLowerCase();
    if (before !== undefined) counts.set(before, (counts.get(before) ?? 0) + 1);
  }
  for (const [before, count] of counts) if (count * 2 > names.length) return before;
  return null;
}
