import { dirname, resolve } from 'node:path';
import { readablePath, writablePath } from '../../host/data-path.ts';
import { relativePath } from '../../host/platform.ts';
import { ADVICE_IDS, type Advice } from '../../judge/advice/advice.ts';
import { Problem } from '../../problem.ts';
import type { Flow } from '../../template/schemas.ts';
import { foldCase } from '../../text/fold.ts';
import { nearest } from '../../text/nearest.ts';
import * as messages from '../messages.ts';
import type { Project } from '../project.ts';
import { isTemplateFile, type ProjectSettings, projectRoot } from '../project-settings.ts';
import type { Gap, SpecResult } from '../report/report.ts';
import type { TemplateSource } from '../template-source.ts';
import type { CheckOptions, GateOptions } from './gates.ts';
import type { KnownResults } from './known-results.ts';
import { REFERENCE_RULES, ReferenceCheck, readAnchors } from './references.ts';
import type { Found } from './spec-paths.ts';
import type { SpecReader } from './spec-reader.ts';

/** A file's result before references and settings are applied; null for a file that is not a spec. */
type Finding = Omit<SpecResult, 'path'> | null;

interface CheckerOptions {
  sources: Project;
  /** The absolute folder that paths are relative to. */
  cwd: string;
  /** The results of earlier runs; null to ignore them. */
  known: KnownResults | null;
  /** Called with problems in settings. Without it they are ignored. */
  tell?: (problem: Problem) => void;
}

/** Checks files one by one, without keeping their results. */
export class Checker {
  readonly #options: CheckerOptions;
  readonly #references: ReferenceCheck;
  readonly #seen = new Set<ProjectSettings>();

  constructor(options: CheckerOptions) {
    this.#options = options;
    const { cwd, known } = options;
    this.#references = known
      ? new ReferenceCheck(cwd, (file) => known.anchors(file, () => readAnchors(file)))
      : new ReferenceCheck(cwd);
  }

  /** The project whose settings apply to a file; null without one. Checks its rules once. */
  projectOf({ path }: Found): ProjectSettings | null {
    const { sources, cwd, tell } = this.#options;
    const project = sources.settings(dirname(resolve(cwd, path)));
    if (!project || this.#seen.has(project)) return project;
    this.#seen.add(project);
    for (const problem of unknownRules(project, sources)) tell?.(problem);
    return project;
  }

  /**
   * Checks a file. Returns null for a file that was found rather than named and follows no template; undefined if the
   * file has to be read and `reader` is null. Raises what opening and reading raise.
   */
  check(found: Found, reader: SpecReader): SpecResult | null;
  check(found: Found, reader: SpecReader | null): SpecResult | null | undefined;
  check(found: Found, reader: SpecReader | null): SpecResult | null | undefined {
    if (found.unmatched) throw unmatched(found);
    if (found.closed) throw new Problem('unreadable', messages.unreadableFolder, { place: { path: found.path } });
    const project = this.projectOf(found);
    if (!found.named && project && isTemplateFile(project, resolve(this.#options.cwd, found.path))) return null;
    const finding = this.#find(found, reader);
    if (!finding) return finding;
    const advice = [...finding.advice, ...this.#references.advice(found.path, finding.references, project)];
    advice.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    return { ...finding, path: found.path, advice: adviceBy(project, advice) };
  }

  #find(found: Found, reader: SpecReader | null): Finding | undefined {
    const { known } = this.#options;
    const key = known?.keyFor(found) ?? null;
    const before = key === null ? undefined : known!.get(key);
    // A named file that is not a spec is read again, so that the problem is raised.
    if (before !== undefined && (before !== null || !found.named)) return before;
    if (!reader) return undefined;
    const finding = reader.read(found);
    if (key !== null) known!.put(key, finding);
    return finding;
  }
}

function unmatched({ path, place }: Found): Problem {
  return new Problem('no-file', place ? messages.noFileFits(path) : messages.noFileFitsPattern, {
    place: place ?? { path },
  });
}

const GENERAL: ReadonlySet<string> = new Set([...ADVICE_IDS, ...Object.keys(REFERENCE_RULES)]);

/** The problems with the rules in a project's settings: `bad-settings` for each name that is not an advice. */
function unknownRules(project: ProjectSettings, sources: Project): Problem[] {
  const strange = Object.keys(project.settings.rules ?? {}).filter((id) => !GENERAL.has(id));
  if (strange.length === 0) return [];
  // Flows can define advice, so they are read if needed; one that cannot be read may define any.
  const flows = flowsOf(sources.all(project.folder));
  if (flows === null) return [];
  const known = new Set([...GENERAL, ...flows.flatMap((flow) => flow?.advice ?? []).map(({ id }) => id)]);
  return strange
    .filter((id) => !known.has(id))
    .map((id) => {
      const near = nearest(id, known);
      return new Problem('bad-settings', messages.noAdvice(id), {
        place: project.placeOf('rules', id),
        hints: near ? [messages.didYouMean(near)] : [],
      });
    });
}

function flowsOf(sources: readonly TemplateSource[]): (Flow | null)[] | null {
  try {
    return sources.map(({ flow }) => flow());
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return null;
  }
}

/** The advice that a project's settings enable, with their severities. */
function adviceBy(project: ProjectSettings | null, advice: Advice[]): Advice[] {
  const rules = project?.settings.rules;
  if (!rules) return advice;
  return advice.flatMap((one) => {
    const severity = rules[one.id] ?? one.severity;
    return severity === 'off' ? [] : [{ ...one, severity }];
  });
}

/** The gaps of a spec that gates count. Pending ones do not count if the spec has a status that allows them. */
export function openGaps(project: ProjectSettings | null, { status, gaps }: SpecResult): readonly Gap[] {
  const allowing = project?.settings.gates?.pendingIn ?? [];
  if (status === null || !allowing.some((one) => foldCase(one) === foldCase(status))) return gaps;
  return gaps.filter(({ state }) => state !== 'pending');
}

/** The gates of a run, from the command line, else from the project's settings. */
export function gateOptions(options: CheckOptions, project: ProjectSettings | null, cwd: string): GateOptions {
  const gates = project?.settings.gates ?? {};
  return {
    min: options.min ?? gates.min,
    minOverall: options.minOverall ?? gates.minOverall,
    baseline: options.baseline ?? baselineOf(project, options.updateBaseline, cwd),
    updateBaseline: options.updateBaseline,
    strict: options.strict || gates.strict === true,
    drift: options.drift,
  };
}

/** The path of the settings' baseline, from `cwd`. Raises Problem `bad-settings` if it leads out of the project. */
function baselineOf(project: ProjectSettings | null, writes: boolean, cwd: string): string | undefined {
  const path = project?.settings.gates?.baseline;
  if (!project || path === undefined) return undefined;
  const { folder } = project;
  const bounds = { folder, root: projectRoot(folder, cwd), code: 'bad-settings' as const };
  try {
    if (writes) writablePath(path, bounds, ['.json']);
    else readablePath(path, bounds);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw error.at(project.placeOf('gates', 'baseline'));
  }
  return relativePath(cwd, resolve(folder, path));
}
