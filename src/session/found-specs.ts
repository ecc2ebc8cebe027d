import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { recentPlaces } from '../host/remembered.ts';
import { isGap } from '../judge/reading.ts';
import type { Catalogue } from '../project/catalogue.ts';
import { unknownTemplates } from '../project/check/nothing-found.ts';
import { pathsBelow } from '../project/check/spec-paths.ts';
import { checkOne } from '../project/check/spec-reader.ts';
import type { Template } from '../template/template.ts';
import type { FoundSpec } from '../wizard/state.ts';

/** At most this many are listed. */
const MOST = 100;
/** How long files are read before keys are looked at again, in ms. */
const SLICE = 12;

/** What is found below a folder: specs to continue, and templates that the settings do not name, by their paths. */
interface FoundHere {
  specs: FoundSpec[];
  templates: Template[];
}

/** So many templates are offered that nobody named, at most. */
const MOST_TEMPLATES = 5;

/**
 * The specs found below a folder, the last one worked on first, then the last one changed; between slices of work keys
 * are looked at. With them the templates that nobody has made known yet.
 */
export async function findSpecsHere(catalogue: Catalogue, cwd: string): Promise<FoundHere> {
  const found: FoundSpec[] = [];
  const paths: string[] = [];
  let until = Date.now() + SLICE;
  for (const candidate of pathsBelow(cwd)) {
    if (Date.now() > until) {
      await new Promise((next) => setImmediate(next));
      until = Date.now() + SLICE;
    }
    paths.push(candidate.path);
    const spec = read(candidate, catalogue, cwd);
    if (spec) found.push(spec);
    if (found.length === MOST) break;
  }
  const recent = recentPlaces().map(({ path }) => path);
  const rank = ({ path }: FoundSpec) => {
    const place = recent.indexOf(resolve(cwd, path));
    return place < 0 ? recent.length : place;
  };
  const changed = new Map(found.map(({ path }) => [path, changedAt(resolve(cwd, path))]));
  return {
    specs: found.sort((a, b) => rank(a) - rank(b) || changed.get(b.path)! - changed.get(a.path)!),
    templates: templatesAmong(paths, catalogue, cwd),
  };
}

function templatesAmong(paths: readonly string[], catalogue: Catalogue, cwd: string): Template[] {
  try {
    const unknown = unknownTemplates(paths, catalogue.project.settings(), cwd).slice(0, MOST_TEMPLATES);
    return unknown.map((path) => catalogue.get(path));
  } catch {
    // Settings that cannot be read are named where they are needed.
    return [];
  }
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function read(
  candidate: Parameters<typeof checkOne>[0],
  catalogue: Catalogue,
  cwd: string,
): FoundSpec | null {
  try {
    const checked = checkOne(candidate, catalogue, cwd);
    if (!checked) return null;
    const { reading, matched } = checked;
    // A copy of a template waits to be used as one, and is nothing that anybody has begun.
    if (matched.by === 'structure' && reading.document.text === matched.template.text) return null;
    const gaps = reading.slots.filter(isGap).length;
    return { path: checked.path, template: matched.template.id, meter: reading.meter, gaps };
  } catch {
    // What cannot be read is no spec to continue with; check names it.
    return null;
  }
}
