import { openSpec } from '../../host/spec-file.ts';
import { anchorsIn, referencesIn } from '../../judge/references.ts';
import { readDocument } from '../../markdown/outline.ts';
import { Catalogue } from '../catalogue.ts';
import type { Project } from '../project.ts';
import { checkOne } from './check-one.ts';
import { resultOf } from './read-result.ts';
import type { SpecResult } from './result.ts';
import type { Found } from './spec-paths.ts';

/** What a reader reads by. */
export interface ReaderOptions {
  sources: Project;
  cwd: string;
  /** The template that the command line names. */
  template: string | undefined;
  /** Whether the results have every slot. */
  whole: boolean;
}

/** Reads specs anew. It is large, so `check` loads it only where something is not known from an earlier run. */
export class SpecReader {
  readonly #options: ReaderOptions;
  readonly #catalogue: Catalogue;

  constructor(options: ReaderOptions) {
    this.#options = options;
    this.#catalogue = new Catalogue(options.sources);
    if (options.template !== undefined) this.#catalogue.get(options.template);
  }

  /** What there is to say about a file; null where it is no spec. Raises what opening and reading raise. */
  read(found: Found): Omit<SpecResult, 'path'> | null {
    const { cwd, template, whole } = this.#options;
    const checked = checkOne(found, this.#catalogue, cwd, template);
    if (!checked) return null;
    const { by, score } = checked.matched;
    return { match: { by, score }, ...resultOf(checked.reading, whole) };
  }

  /** The anchors of a file (absolute); null where it cannot be read, which is said where it is checked itself. */
  anchors(file: string): ReadonlySet<string> | null {
    try {
      return anchorsIn(readDocument(openSpec(file).source.text));
    } catch {
      return null;
    }
  }

  /** The id that the title of a document gives it, by its beginning. */
  ownId(head: string): string | null {
    return referencesIn(readDocument(head)).own;
  }
}
