import { dirname, resolve } from 'node:path';
import { ADVICE_IDS } from '../../judge/advice/advice.ts';
import { Problem } from '../../problem.ts';
import type { Flow } from '../../template/flow.ts';
import { nearest } from '../../text/nearest.ts';
import type { Project } from '../project.ts';
import { isTemplateFile, type ProjectSettings } from '../project-settings.ts';
import type { TemplateSource } from '../template-source.ts';
import { adviceBy } from './by-settings.ts';
import type { KnownResults } from './known-results.ts';
import { REFERENCE_RULES, ReferenceCheck } from './references.ts';
import type { SpecResult } from './result.ts';
import type { Found } from './spec-paths.ts';
import type { SpecReader } from './spec-reader.ts';

/** What checking a file takes. */
interface CheckerOptions {
  sources: Project;
  cwd: string;
  /** What reads specs; null where it can be loaded once it is needed. */
  reader: SpecReader | null;
  /** What was found out in other runs; null to find out anew. */
  known: KnownResults | null;
  /** Takes what is wrong with settings, where anybody wants to know. */
  tell?: (problem: Problem) => void;
}

/** A file is to be read and there is nothing to read it with: once there is, it is to be checked again. */
export class NoReader extends Error {}

/** Checks files one by one, and remembers nothing of them. */
export class Checker {
  readonly #options: CheckerOptions;
  readonly #references: ReferenceCheck;
  readonly #met = new Set<ProjectSettings>();
  #reader: SpecReader | null;

  constructor(options: CheckerOptions) {
    this.#options = options;
    this.#reader = options.reader;
    this.#references = new ReferenceCheck(options.cwd, {
      anchors: (file) => {
        const find = () => this.#reading().anchors(file);
        return options.known ? options.known.anchors(file, find) : find();
      },
      ownId: (head) => this.#reading().ownId(head),
    });
  }

  /** Takes what reads specs. */
  readBy(reader: SpecReader): void {
    this.#reader = reader;
  }

  /** The project whose settings rule a file; null without one. */
  projectOf({ path }: Found): ProjectSettings | null {
    const { sources, cwd } = this.#options;
    return this.#lookedAt(sources.settings(dirname(resolve(cwd, path))));
  }

  /** The project, its rules having been looked at once. */
  #lookedAt(project: ProjectSettings | null): ProjectSettings | null {
    if (!project || this.#met.has(project)) return project;
    this.#met.add(project);
    for (const problem of unknownRules(project, this.#options.sources)) this.#options.tell?.(problem);
    return project;
  }

  /**
   * Checks a file; null where it was come upon rather than named, and is no spec of any template. Raises what opening
   * and reading raise, and NoReader.
   */
  check(found: Found): SpecResult | null {
    if (found.unmatched) throw unmatched(found);
    if (found.closed)
      throw new Problem('unreadable', 'the folder cannot be read', { place: { path: found.path } });
    const project = this.projectOf(found);
    if (!found.named && project && isTemplateFile(project, resolve(this.#options.cwd, found.path)))
      return null;
    const result = this.#known(found);
    if (!result) return null;
    const advice = [...result.advice, ...this.#references.advice(found.path, result.references, project)];
    advice.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    return { ...result, path: found.path, advice: adviceBy(project, advice) };
  }

  #known(found: Found): Omit<SpecResult, 'path'> | null {
    const { known } = this.#options;
    const key = known?.keyFor(found) ?? null;
    const before = key === null ? undefined : known!.get(key);
    if (before !== undefined && (before !== null || !found.named)) return before;
    const result = this.#reading().read(found);
    if (key !== null) known!.put(key, result);
    return result;
  }

  #reading(): SpecReader {
    if (!this.#reader) throw new NoReader();
    return this.#reader;
  }
}

function unmatched({ path, place }: Found): Problem {
  return new Problem('no-file', `no file fits ${place ? `“${path}”` : 'this pattern'}`, {
    place: place ?? { path },
  });
}

const GENERAL: ReadonlySet<string> = new Set([...ADVICE_IDS, ...Object.keys(REFERENCE_RULES)]);

/** What is wrong with the rules of a project's settings: a Problem `bad-settings` for each that no advice is called. */
function unknownRules(project: ProjectSettings, sources: Project): Problem[] {
  const strange = Object.keys(project.settings.rules ?? {}).filter((id) => !GENERAL.has(id));
  if (strange.length === 0) return [];
  // Flows have advice of their own; they are read only where it may be meant, and one that cannot be read may mean it.
  const flows = flowsOf(sources.all(project.folder));
  if (flows === null) return [];
  const known = new Set([...GENERAL, ...flows.flatMap((flow) => flow?.advice ?? []).map(({ id }) => id)]);
  return strange
    .filter((id) => !known.has(id))
    .map((id) => {
      const near = nearest(id, known);
      return new Problem('bad-settings', `no advice is called “${id}”`, {
        place: project.placeOf('rules', id),
        hints: near ? [`Did you mean “${near}”?`] : [],
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
