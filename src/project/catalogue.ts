import { placed } from '../host/read-file.ts';
import { Problem } from '../problem.ts';
import { readTemplate } from '../template/read-template.ts';
import type { Template } from '../template/template.ts';
import type { Project } from './project.ts';
import { versionInFile, versionsInGit, withHistory } from './template-history.ts';
import type { TemplateSource } from './template-source.ts';

/** The templates that can be chosen, read: each once. */
export class Catalogue {
  readonly project: Project;
  readonly #read = new Map<TemplateSource, Template>();

  constructor(project: Project) {
    this.project = project;
  }

  /** All templates with an id, the project's first. Raises what reading one raises, as `allBy` does. */
  all(folder?: string): Template[] {
    return this.allBy((source) => this.load(source), folder);
  }

  /**
   * What is made of each template with an id, the project's first. Raises what that raises; where somebody is told of
   * problems, the project's own that cannot be read are left out.
   */
  allBy<Made>(make: (source: TemplateSource) => Made, folder?: string): Made[] {
    return this.project.all(folder).flatMap((source) => {
      try {
        return [make(source)];
      } catch (error) {
        if (!source.own || !(error instanceof Problem)) throw error;
        this.project.toldOf(error);
        return [];
      }
    });
  }

  /**
   * The template of an id or path. Raises Problem `unknown-template` for an unknown id, and what reading a file
   * raises; `bad-template` where a file has nothing to answer.
   */
  get(reference: string, folder?: string): Template {
    return this.load(this.project.get(reference, folder));
  }

  /** The template of a source. Raises what reading it raises. */
  load(source: TemplateSource): Template {
    const template = this.#read.get(source) ?? read(source);
    this.#read.set(source, template);
    return template;
  }
}

function read({ id, path, file, text, flow, history, earlier }: TemplateSource): Template {
  const source = text();
  try {
    const template = readTemplate(source, { id, flow: flow() });
    if (file === null || !history) return template;
    return withHistory(template, path, [...versionsInGit(file), ...earlier().map(versionInFile)]);
  } catch (error) {
    throw error instanceof Problem ? placed(error, path) : error;
  }
}
