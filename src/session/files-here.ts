import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, resolve } from 'node:path';
import { statsOf } from '../host/data-path.ts';
import { readBuiltFile } from '../host/package.ts';
import { recentPlaces } from '../host/remembered.ts';
import { isQuestion, TITLE_SECTION } from '../interview/questions.ts';
import { isGap } from '../judge/reading.ts';
import type { Catalogue } from '../project/catalogue.ts';
import { unknownTemplates } from '../project/check/nothing-found.ts';
import { pathsBelow } from '../project/check/spec-paths.ts';
import { checkOne } from '../project/check/spec-reader.ts';
import type { Template } from '../template/template.ts';
import { commonStart } from '../text/range.ts';
import type { FoundSpec, TemplateChoice } from '../wizard/state.ts';
import * as messages from './messages.ts';

/** The most specs that are listed. */
const MOST = 100;
/** How long to read files before handling keys again, in ms. */
const SLICE = 12;

/** The specs and unnamed templates found below a folder. */
interface FoundHere {
  specs: FoundSpec[];
  templates: Template[];
}

/** The most templates that are offered although no setting names them. */
const MOST_TEMPLATES = 5;

/**
 * Finds the specs below a folder, the last one worked on first, then the last one changed, and the templates that no
 * setting names. Handles keys between slices of work.
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
    const spec = startedSpec(candidate, catalogue, cwd);
    if (spec) found.push(spec);
    if (found.length === MOST) break;
  }
  const recent = recentPlaces().map(({ path }) => path);
  const rank = ({ path }: FoundSpec) => {
    const place = recent.indexOf(resolve(cwd, path));
    return place < 0 ? recent.length : place;
  };
  const changed = new Map(found.map(({ path }) => [path, statsOf(resolve(cwd, path))?.mtimeMs ?? 0]));
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
    // Settings that cannot be read are reported where they are needed.
    return [];
  }
}

/** The spec in a file; null if it has none, is a copy of a template that nobody has begun, or cannot be read. */
export function startedSpec(
  candidate: Parameters<typeof checkOne>[0],
  catalogue: Catalogue,
  cwd: string,
): FoundSpec | null {
  try {
    const checked = checkOne(candidate, catalogue, cwd);
    if (!checked) return null;
    const { reading, matched } = checked;
    // A copy of a template is not a spec that anybody has begun.
    if (matched.by === 'structure' && reading.document.text === matched.template.text) return null;
    const gaps = reading.slots.filter(isGap).length;
    return { path: checked.path, template: matched.template.id, meter: reading.meter, gaps };
  } catch {
    // A spec that cannot be read cannot be continued; check reports it.
    return null;
  }
}

/** The most names that are listed as completions of a path. */
const MOST_NAMES = 12;

/**
 * Completes a path that is being typed as far as the folders and Markdown files leave no choice. Returns also the names
 * that may continue it. The path stays relative or absolute as it was typed. Never raises.
 */
export function completePath(typed: string, cwd: string): { completed: string; matches: string[] } {
  const begun = typed.endsWith('/') ? '' : basename(typed);
  const above = typed.slice(0, typed.length - begun.length);
  const folder = resolve(cwd, above.startsWith('~/') ? above.replace('~', homedir()) : above || '.');
  const names = namesIn(folder).filter((name) => name.startsWith(begun) && !(begun === '' && name.startsWith('.')));
  const common = names.reduce((start, name) => start.slice(0, commonStart(start, name)), names[0] ?? begun);
  return { completed: above + common, matches: names.slice(0, MOST_NAMES) };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || /\.(?:md|markdown|mdx)$/i.test(entry.name))
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .sort();
  } catch {
    return [];
  }
}

/**
 * The templates that the home screen offers. Built-in templates are not read: the build did that. Raises what reading a
 * template raises.
 */
export function templateChoices(catalogue: Catalogue): TemplateChoice[] {
  const built = readBuiltFile<Record<string, TemplateChoice>>('templates') ?? {};
  return catalogue.eachBy(
    (source) => (source.own ? undefined : built[source.id]) ?? templateChoice(catalogue.load(source)),
    catalogue.project.all(),
  );
}

/** A template as the home screen offers it: its purpose, and its questions by top-level section. */
export function templateChoice({ id, title, flow, sections, slots }: Template): TemplateChoice {
  const asked = slots.filter(isQuestion);
  const tops = new Map(sections.map((section) => [section.id, section.path[0]]));
  const asks: TemplateChoice['asks'] = [];
  for (const { section, ask } of asked) {
    const top = tops.get(section) ?? TITLE_SECTION;
    if (asks.at(-1)?.section !== top) asks.push({ section: top, questions: [] });
    asks.at(-1)!.questions.push(ask);
  }
  return {
    id,
    title: flow?.title ?? title,
    about: flow?.about ?? messages.foundHere,
    when: flow?.when ?? '',
    sections: sections.length,
    questions: asked.length,
    asks,
  };
}
