import { openSpec } from '../../host/spec-file.ts';
import { missingSections } from '../../interview/answer/insert-section.ts';
import { adviceFor } from '../../judge/advice/advise.ts';
import { judgeOnce } from '../../judge/read.ts';
import { isGap, type Reading, type SectionReading, type SlotReading } from '../../judge/reading.ts';
import { referencesIn } from '../../judge/references.ts';
import { reportOf, statusOf } from '../../judge/report.ts';
import { documentOf } from '../../markdown/document.ts';
import { plainTitle } from '../../markdown/inline.ts';
import { Problem } from '../../problem.ts';
import { isRepeatable } from '../../template/series.ts';
import type { TemplateSection } from '../../template/template.ts';
import { positionAt } from '../../text/source.ts';
import { Catalogue } from '../catalogue.ts';
import { type Matched, matchSpec, mustMatch } from '../match.ts';
import type { Project } from '../project.ts';
import type { Gap, SpecResult } from '../report/report.ts';
import type { Found } from './spec-paths.ts';

/** What a result depends on besides the file. */
export interface ReaderOptions {
  sources: Project;
  cwd: string;
  /** The template in the command line. */
  template: string | undefined;
  /** Whether the results have every slot. */
  whole: boolean;
}

/** Reads and judges specs. It is large: `check` loads it only when a file is not in the cache. */
export class SpecReader {
  readonly #options: ReaderOptions;
  readonly #catalogue: Catalogue;

  constructor(options: ReaderOptions) {
    this.#options = options;
    this.#catalogue = new Catalogue(options.sources);
    if (options.template !== undefined) this.#catalogue.get(options.template);
  }

  /** The result for a file; null if it is not a spec. Raises what opening and reading raise. */
  read(found: Found): Omit<SpecResult, 'path'> | null {
    const { cwd, template, whole } = this.#options;
    const checked = checkOne(found, this.#catalogue, cwd, template);
    if (!checked) return null;
    const { by, score } = checked.matched;
    return { match: { by, score }, ...resultOf(checked.reading, whole) };
  }
}

interface Checked {
  path: string;
  matched: Matched;
  reading: Reading;
}

/** Checks one file. Returns null if it was found rather than named, and follows no template. */
export function checkOne({ path, named }: Found, catalogue: Catalogue, cwd: string, template?: string): Checked | null {
  const spec = openSpec(path, { folder: cwd });
  const matched = named ? mustMatch(spec, catalogue, template) : matchSpec(spec, catalogue, template);
  if (!matched) return null;
  try {
    return { path, matched, reading: judgeOnce(documentOf(spec.source), matched.template) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw error.at({ path, ...error.place });
  }
}

/** The result for a reading, with every slot if `whole`. */
export function resultOf(reading: Reading, whole: boolean): Omit<SpecResult, 'path' | 'match'> {
  const placeOf = placesOf(reading);
  return {
    template: reading.template.id,
    completeness: reading.meter,
    tasks: reading.tasks,
    status: statusOf(reading),
    gaps: reading.sections.flatMap((section) =>
      section.slots.filter(isGap).map((slot) => gapOf(reading, section, slot, placeOf)),
    ),
    advice: adviceFor(reading),
    references: referencesIn(reading.document),
    report: whole ? reportOf(reading) : null,
  };
}

/** The line after which a missing section belongs, by the section's id. */
type PlaceOf = (id: string) => number;

function placesOf(reading: Reading): PlaceOf {
  const { text, starts } = reading.document;
  let known: Map<string, number> | null = null;
  return (id) => {
    known ??= new Map(missingSections(reading).map((section) => [section.id, section.at]));
    let at = known.get(id);
    for (let parent = id; at === undefined && parent.includes('/'); at = known.get(parent))
      parent = parent.slice(0, parent.lastIndexOf('/'));
    return positionAt(starts, text.slice(0, at).trimEnd().length).line;
  };
}

function gapOf(reading: Reading, section: SectionReading, slot: SlotReading, placeOf: PlaceOf): Gap {
  const { starts } = reading.document;
  const at = slot.evidence ?? slot.range;
  const from = at && positionAt(starts, at.start);
  const to = at && positionAt(starts, at.end);
  const path = pathOf(section, slot);
  return {
    id: slot.id,
    path,
    name: path.join(' › '),
    state: slot.state,
    rule: slot.rule,
    message: slot.message,
    fix: slot.fix,
    line: from?.line ?? null,
    column: from?.column ?? null,
    endLine: to?.line ?? null,
    endColumn: to?.column ?? null,
    sectionLine: section.line,
    shownLine: from?.line ?? section.line ?? placeOf(section.id),
    accepted: false,
    tolerated: false,
  };
}

/** The titles around a slot, outermost first: the template's, but the author's for a copy of a pattern. */
function pathOf({ section, found }: SectionReading, { slot }: SlotReading): string[] {
  const path =
    section.path.length > 0 ? [...section.path] : [plainTitle(found?.title ?? section.title)].filter(Boolean);
  let heading = found;
  for (
    let at = section.path.length - 1, above: TemplateSection | null = section;
    above && heading && heading.level - above.level === found!.level - section.level;
    at--, above = above.parent, heading = heading.parent
  )
    if (isRepeatable(above) && at >= 0) path[at] = plainTitle(heading.title);
  // A list, table or piece of code below a line of its own is named by that line.
  const under = 'under' in slot.shape ? slot.shape.under : null;
  const label = slot.kind === 'variable' ? `{${slot.label}}` : (slot.label ?? under);
  return [...path, ...(label && label !== path.at(-1) ? [label] : [])];
}
