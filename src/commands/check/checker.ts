import { dirname, resolve } from 'node:path';
import { isTemplateFile, type Project } from '../../host/project.ts';
import { within } from '../../host/within.ts';
import { Problem } from '../../problem.ts';
import type { Catalogue } from '../catalogue.ts';
import { adviceBy } from './by-settings.ts';
import { checkOne } from './check-one.ts';
import { resultOf } from './read-result.ts';
import type { SpecResult } from './result.ts';
import type { Found } from './spec-paths.ts';

/** What checking a file takes. */
export interface CheckerOptions {
  catalogue: Catalogue;
  cwd: string;
  /** The template that the command line names. */
  template: string | undefined;
  /** Whether the results have every slot. */
  whole: boolean;
  /** Milliseconds that one file may take. */
  budget: number;
}

/** Checks files one by one, and remembers nothing of them. */
export class Checker {
  readonly #options: CheckerOptions;

  constructor(options: CheckerOptions) {
    this.#options = options;
  }

  /** The project whose settings rule a file; null without one. */
  projectOf({ path }: Found): Project | null {
    return this.#options.catalogue.project(dirname(resolve(this.#options.cwd, path)));
  }

  /**
   * Checks a file; null where it was come upon rather than named, and is no spec of any template. Raises what opening
   * and reading raise, and Problem `too-slow`.
   */
  check(found: Found): SpecResult | null {
    const { catalogue, cwd, template, whole, budget } = this.#options;
    if (found.unmatched)
      throw new Problem('no-file', `no file fits ${found.place ? `“${found.path}”` : 'this pattern'}`, {
        place: found.place ?? { path: found.path },
      });
    const project = this.projectOf(found);
    if (!found.named && project && isTemplateFile(project, resolve(cwd, found.path))) return null;
    return within(budget, () => {
      const checked = checkOne(found, catalogue, cwd, template);
      if (!checked) return null;
      const { by, score } = checked.matched;
      const result = { path: found.path, match: { by, score }, ...resultOf(checked.reading, whole) };
      return { ...result, advice: adviceBy(project, result.advice) };
    });
  }
}
