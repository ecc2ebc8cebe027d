import { placed } from '../host/read-file.ts';
import { Problem } from '../problem.ts';
import { readTemplate } from '../template/read-template.ts';
import type { Template } from '../template/template.ts';
import { withHistory } from './template-history.ts';
import type { TemplateSource } from './template-source.ts';
import { TemplateSources } from './template-sources.ts';

/** The templates that can be chosen, read: each once. */
export class Catalogue {
  readonly sources: TemplateSources;
  readonly #read = new Map<TemplateSource, Template>();

  /** `cwd`: the absolute folder from which relative paths go, where the sources are not there already. */
  constructor(cwd: string, sources: TemplateSources = new TemplateSources(cwd)) {
    this.sources = sources;
  }

  /**
   * All templates with an id, the project's first. Raises what reading one raises; where somebody is told of problems,
   * the project's own that cannot be read are left out.
   */
  all(folder?: string): Template[] {
    return this.sources.all(folder).flatMap((source) => {
      try {
        return [this.load(source)];
      } catch (error) {
        if (!source.own || !(error instanceof Problem)) throw error;
        this.sources.toldOf(error);
        return [];
      }
    });
  }

  /**
   * The template of an id or path. Raises Problem `unknown-template` for an id that is none, and what reading a file
   * raises; `bad-template` where a file has nothing to answer.
   */
  get(reference: string, folder?: string): Template {
    return this.load(this.sources.get(reference, folder));
  }

  /** The template of a source. Raises what reading it raises. */
  load(source: TemplateSource): Template {
    const template = this.#read.get(source) ?? read(source);
    this.#read.set(source, template);
    return template;
  }
}

function read({ id, path, file, text, flow }: TemplateSource): Template {
  const source = text();
  try {
    const template = readTemplate(source, { id, flow: flow() });
    return file === null ? template : withHistory(template, file);
  } catch (error) {
    throw error instanceof Problem ? placed(error, path) : error;
  }
}
