import { dirname, resolve } from 'node:path';
import type { Project } from '../../host/project.ts';
import { isTemplateFile } from '../../host/project.ts';
import { Problem } from '../../problem.ts';
import type { Catalogue } from '../catalogue.ts';
import { adviceBy } from './by-settings.ts';
import { checkOne } from './check-one.ts';
import type { KnownResults } from './known-results.ts';
import { resultOf } from './read-result.ts';
import type { ReferenceCheck } from './references.ts';
import type { SpecResult } from './result.ts';
import type { Found } from './spec-paths.ts';
import { unknownRules } from './unknown-rules.ts';

/** What checking a file takes. */
export interface CheckerOptions {
  catalogue: Catalogue;
  cwd: string;
  /** The template that the command line names. */
  template: string | undefined;
  /** Whether the results have every slot. */
  whole: boolean;
  references: ReferenceCheck;
  /** What was found out in other runs; null to find out anew. */
  known: KnownResults | null;
  /** Takes what is wrong with settings, where anybody wants to know. */
  tell?: (problem: Problem) => void;
}

/** Checks files one by one, and remembers nothing of them. */
export class Checker {
  readonly #options: CheckerOptions;
  readonly #met = new Set<Project>();

  constructor(options: CheckerOptions) {
    this.#options = options;
  }

  /** The project whose settings rule a file; null without one. */
  projectOf({ path }: Found): Project | null {
    const { catalogue, cwd } = this.#options;
    return this.#lookedAt(catalogue.project(dirname(resolve(cwd, path))));
  }

  /** The project, its rules having been looked at once. */
  #lookedAt(project: Project | null): Project | null {
    if (!project || this.#met.has(project)) return project;
    this.#met.add(project);
    for (const problem of unknownRules(project, this.#options.catalogue)) this.#options.tell?.(problem);
    return project;
  }

  /**
   * Checks a file; null where it was come upon rather than named, and is no spec of any template. Raises what opening
   * and reading raise.
   */
  check(found: Found): SpecResult | null {
    const { cwd, references } = this.#options;
    if (found.unmatched) throw unmatched(found);
    if (found.closed)
      throw new Problem('unreadable', 'the folder cannot be read', { place: { path: found.path } });
    const project = this.projectOf(found);
    if (!found.named && project && isTemplateFile(project, resolve(cwd, found.path))) return null;
    const result = this.#known(found);
    if (!result) return null;
    const advice = [...result.advice, ...references.advice(found.path, result.references, project)];
    advice.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    return { ...result, path: found.path, advice: adviceBy(project, advice) };
  }

  #known(found: Found): Omit<SpecResult, 'path'> | null {
    const { known } = this.#options;
    const key = known?.keyFor(found) ?? null;
    const before = key === null ? undefined : known!.get(key);
    if (before !== undefined && (before !== null || !found.named)) return before;
    const result = this.#read(found);
    if (key !== null) known!.put(key, result);
    return result;
  }

  #read(found: Found): Omit<SpecResult, 'path'> | null {
    const { catalogue, cwd, template, whole } = this.#options;
    const checked = checkOne(found, catalogue, cwd, template);
    if (!checked) return null;
    const { by, score } = checked.matched;
    return { match: { by, score }, ...resultOf(checked.reading, whole) };
  }
}

function unmatched({ path, place }: Found): Problem {
  return new Problem('no-file', `no file fits ${place ? `“${path}”` : 'this pattern'}`, {
    place: place ?? { path },
  });
}
