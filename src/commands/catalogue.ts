import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInFlow } from '../host/built-in-flow.ts';
import { packageRoot } from '../host/package-root.ts';
import { openSpec } from '../host/spec-file.ts';
import { isPath } from '../host/spec-path.ts';
import { Problem } from '../problem.ts';
import { readTemplate } from '../template/read-template.ts';
import type { Template } from '../template/template.ts';
import { nearest } from '../text/nearest.ts';

/** The built-in templates' ids, in the order in which they are offered. */
export const BUILT_IN = ['component', 'technical-spec', 'photoncloud', 'dynamo-component'] as const;

/** The templates that can be chosen: built-in ones by id, any Markdown file by path. Each is read once. */
export class Catalogue {
  readonly #cwd: string;
  readonly #read = new Map<string, Template>();

  /** `cwd`: the absolute folder from which relative paths go. */
  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** All built-in templates. */
  all(): Template[] {
    return BUILT_IN.map((id) => this.#builtIn(id));
  }

  /**
   * The template of an id or path. Raises Problem `unknown-template` for an id that is none, and what reading a file
   * raises; `bad-template` where a file has nothing to answer.
   */
  get(reference: string, folder = this.#cwd): Template {
    if ((BUILT_IN as readonly string[]).includes(reference)) return this.#builtIn(reference);
    if (isPath(reference)) return this.#file(reference, folder);
    const aliased = this.all().find((template) => template.flow?.aliases?.includes(reference));
    if (aliased) return aliased;
    const near = nearest(reference, BUILT_IN);
    throw new Problem('unknown-template', `there is no template “${reference}”`, {
      hints: [
        near
          ? `Did you mean “${near}”?`
          : `There are ${BUILT_IN.join(', ')}, and any Markdown file by its path.`,
      ],
    });
  }

  #builtIn(id: string): Template {
    return this.#once(id, () => {
      const text = readFileSync(join(packageRoot(), 'templates', `${id}.md`), 'utf8');
      return readTemplate(text, { id, flow: builtInFlow(id) });
    });
  }

  #file(path: string, folder: string): Template {
    return this.#once(`${folder}\n${path}`, () => {
      const { source } = openSpec(path, { folder });
      try {
        return readTemplate(source.text, { id: path });
      } catch (error) {
        if (!(error instanceof Problem) || error.place.path !== undefined) throw error;
        throw new Problem(error.code, error.message, {
          place: { ...error.place, path },
          hints: error.hints,
          cause: error,
        });
      }
    });
  }

  #once(key: string, read: () => Template): Template {
    const known = this.#read.get(key) ?? read();
    this.#read.set(key, known);
    return known;
  }
}
