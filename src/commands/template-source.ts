import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { builtInFlow } from '../host/built-in-flow.ts';
import { packageRoot } from '../host/package-root.ts';
import type { Project } from '../host/project.ts';
import type { Projects } from '../host/projects.ts';
import { placed } from '../host/read-file.ts';
import { openSpec } from '../host/spec-file.ts';
import { Problem } from '../problem.ts';
import type { Flow } from '../template/flow.ts';
import { readTemplate } from '../template/read-template.ts';
import type { Template } from '../template/template.ts';
import { historyState, withHistory } from './originals.ts';

/** A template that can be had. Nothing of it is read before it is asked for, and that only once. */
export class TemplateSource {
  readonly id: string;
  /** Whether it belongs to the project rather than to this program. */
  readonly own: boolean;
  readonly #text: () => string;
  readonly #flow: () => Flow | null;
  readonly #path: string;
  readonly #file: string | null;
  #template: Template | null = null;
  #fingerprint: string | null | undefined = undefined;

  /**
   * `text` and `flow` give what the files hold now; `path` is the template's, for messages; `file` its absolute path
   * where its history may hold earlier wordings.
   */
  constructor(
    id: string,
    own: boolean,
    text: () => string,
    flow: () => Flow | null,
    path = id,
    file: string | null = null,
  ) {
    this.id = id;
    this.own = own;
    this.#text = text;
    this.#flow = flow;
    this.#path = path;
    this.#file = file;
  }

  /** The template itself. Raises what reading it raises. */
  load(): Template {
    this.#template ??= this.#read();
    return this.#template;
  }

  /**
   * Changes whenever the template, its flow or what is known of its earlier wordings does; null where that cannot be
   * told. Raises what reading them raises.
   */
  fingerprint(): string | null {
    if (this.#fingerprint === undefined) {
      const history = this.#file === null ? '' : historyState(this.#file);
      const said = [this.id, history, this.#text(), JSON.stringify(this.#flow())].join('\0');
      this.#fingerprint = history === null ? null : createHash('sha256').update(said).digest('base64');
    }
    return this.#fingerprint;
  }

  #read(): Template {
    const text = this.#text();
    try {
      const template = readTemplate(text, { id: this.id, flow: this.#flow() });
      return this.#file === null ? template : withHistory(template, this.#file);
    } catch (error) {
      throw error instanceof Problem ? placed(error, this.#path) : error;
    }
  }
}

/** A built-in template, named as the project wants new specs to be. */
export function builtIn(id: string, project: Project | null, cwd: string): TemplateSource {
  return new TemplateSource(
    id,
    false,
    () => readFileSync(join(packageRoot(), 'templates', `${id}.md`), 'utf8'),
    () => ({ ...builtInFlow(id), ...naming(id, project, cwd) }),
  );
}

/** Any Markdown file as a template, its path from `folder`. */
export function fromFile(path: string, folder: string): TemplateSource {
  return new TemplateSource(
    path,
    true,
    () => openSpec(path, { folder }).source.text,
    () => null,
    path,
    resolve(folder, path),
  );
}

/** A template of the project's own, as its settings have it. */
export function ofProject(id: string, project: Project, projects: Projects, cwd: string): TemplateSource {
  const { file, flow } = project.settings.templates![id]!;
  const place = project.placeOf('templates', id, 'file');
  return new TemplateSource(
    id,
    true,
    () => {
      try {
        return openSpec(file, { folder: project.folder }).source.text;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        throw new Problem(error.code, `the template ${file}: ${error.message}`, { place, cause: error });
      }
    },
    () => {
      const said =
        flow === undefined
          ? { id, title: id, about: `A template of the project: ${file}`, when: file, path: '{name}.md' }
          : projects.flow(resolve(project.folder, flow), project.placeOf('templates', id, 'flow'));
      return { notApplicable: 'say' as const, ...said, ...naming(id, project, cwd) };
    },
    relative(cwd, resolve(project.folder, file)),
    resolve(project.folder, file),
  );
}

/** Where the project wants new specs of a template to go, and how numbered; the path from `cwd`. */
function naming(id: string, project: Project | null, cwd: string): Partial<Pick<Flow, 'path' | 'numbered'>> {
  const { path, numbered } = project?.settings.new?.[id] ?? {};
  return {
    ...(path === undefined ? {} : { path: relative(cwd, resolve(project!.folder, path)) }),
    ...(numbered === undefined ? {} : { numbered }),
  };
}
