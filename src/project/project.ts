import { dirname } from 'node:path';
import { Problem } from '../problem.ts';
import { getOrInsert } from '../text/memo.ts';
import { nearest } from '../text/nearest.ts';
import * as messages from './messages.ts';
import { type ProjectSettings, projectRoot, templateFor } from './project-settings.ts';
import { type SettingsReader, SettingsStore } from './settings-store.ts';
import { isPath } from './spec-path.ts';
import { builtIn, fromFile, ofProject, type TemplateSource } from './template-source.ts';

/** The built-in templates' ids, in the order in which they are offered. */
export const BUILT_IN = ['component', 'technical-spec', 'photoncloud', 'dynamo-component'] as const;

/** Called with a problem in settings or templates that does not stop the work. */
type Tell = (problem: Problem) => void;

/** A template that was declared rather than found by comparison. */
export interface DeclaredTemplate {
  source: TemplateSource;
  by: 'mark' | 'option' | 'settings';
  /** Whether the document follows it only if it has enough of its headings: a README in a folder of specs. */
  isGuess: boolean;
}

interface ProjectOptions {
  /** Called once for each problem with settings and templates; without it they are raised. */
  tell?: Tell | null;
  /** Whether earlier versions of templates in git count (default true). */
  history?: boolean;
  /** Reads settings; loaded if needed by default. */
  reader?: SettingsReader | null;
}

interface OpenOptions extends ProjectOptions {
  /** More folders (absolute) whose settings apply. */
  folders?: Iterable<string>;
  /** Whether to use cached settings whose content has not changed. */
  cached?: boolean;
}

/**
 * A folder's settings and its templates, which are not read yet. The project's own and the built-in ones have ids; any
 * Markdown file is a template by its path.
 */
export class Project {
  /** The absolute folder that paths are relative to. */
  readonly folder: string;
  /** Whether earlier versions of templates in git count. */
  readonly history: boolean;
  readonly #settings: SettingsStore;
  readonly #sources = new Map<string, TemplateSource>();
  readonly #reported = new Set<Problem>();
  readonly #tell: Tell | null;

  /** A project with the built-in templates; settings apply once prepared. Use `open`, or pass a loaded `reader`. */
  constructor(folder: string, { tell = null, history = true, reader = null }: ProjectOptions = {}) {
    this.folder = folder;
    this.history = history;
    this.#tell = tell;
    this.#settings = new SettingsStore(folder, reader);
  }

  /** Opens the project of a folder (absolute), with the settings of `folders`. */
  static async open(folder: string, { folders = [], cached = false, ...options }: OpenOptions = {}): Promise<Project> {
    const project = new Project(folder, options);
    await project.include([folder, ...folders], { cached });
    return project;
  }

  /** Prepares the settings of more folders (absolute). */
  include(folders: Iterable<string>, options: { cached?: boolean }): Promise<void> {
    return this.#settings.prepare(folders, options);
  }

  /** The settings for a folder (absolute), or null. Raises problems with them. */
  settings(folder = this.folder): ProjectSettings | null {
    const project = this.#settings.of(folder);
    if (!project?.problem) return project;
    this.toldOf(project.problem);
    return null;
  }

  /** All templates with an id, the project's first. Raises problems with its settings. */
  all(folder = this.folder): TemplateSource[] {
    const project = this.settings(folder);
    const own = Object.keys(project?.settings.templates ?? {});
    return [
      ...own.map((id) => this.#own(id, project!)),
      ...BUILT_IN.filter((id) => !own.includes(id)).map((id) => this.#builtIn(id, project)),
    ];
  }

  /** The template of an id or path from a person. Raises Problem `unknown-template` for an unknown id. */
  get(reference: string, folder = this.folder): TemplateSource {
    return this.#get(reference, folder, null);
  }

  /**
   * The template that a mark or settings in a folder name. Like get, but files must be within the project; others raise
   * Problem `outside-project` when they are read.
   */
  namedByData(reference: string, folder: string): TemplateSource {
    return this.#get(reference, folder, () => projectRoot(folder, this.folder));
  }

  /**
   * The declared template of a file (absolute): by option, else by its mark, else by the project's settings; null if
   * none of them names one. Raises Problem `unknown-template`, with the place in the settings.
   */
  declared(
    file: string,
    { mark, option }: { mark: string | null; option: string | undefined },
  ): DeclaredTemplate | null {
    if (option !== undefined) return { source: this.get(option), by: 'option', isGuess: false };
    const folder = dirname(file);
    if (mark) return { source: this.namedByData(mark, folder), by: 'mark', isGuess: false };
    const project = this.settings(folder);
    const use = project && templateFor(project, file);
    if (!use) return null;
    try {
      const source = this.namedByData(use.template, project.folder);
      return { source, by: 'settings', isGuess: use.isGuess };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw error.at(use.place());
    }
  }

  /** `rootOf` finds the folder that files must be within; null for no limit. */
  #get(reference: string, folder: string, rootOf: (() => string) | null): TemplateSource {
    const project = this.settings(folder);
    if (Object.hasOwn(project?.settings.templates ?? {}, reference)) return this.#own(reference, project!);
    if ((BUILT_IN as readonly string[]).includes(reference)) return this.#builtIn(reference, project);
    if (isPath(reference)) {
      const root = rootOf?.();
      return this.#once(`${root ?? ''}\n${folder}\n${reference}`, () => fromFile(reference, folder, root));
    }
    const sources = this.all(folder);
    const aliased = sources.find((source) => source.flow()?.aliases?.includes(reference));
    if (aliased) return aliased;
    const ids = sources.map(({ id }) => id);
    const near = nearest(reference, ids);
    throw new Problem('unknown-template', messages.noTemplate(reference), {
      hints: [near ? messages.didYouMean(near) : messages.templatesAre(ids.join(', '))],
    });
  }

  /** Reports a problem once, or raises it if there is no reporter. */
  toldOf(problem: Problem): void {
    if (!this.#tell) throw problem;
    const known = [...this.#reported].some(
      ({ message, place }) => message === problem.message && place.line === problem.place.line,
    );
    if (!known) this.#tell(problem);
    this.#reported.add(problem);
  }

  #builtIn(id: string, project: ProjectSettings | null): TemplateSource {
    const named = project?.settings.new?.[id] ? project : null;
    return this.#once(`${named?.folder ?? ''}\n${id}`, () => builtIn(id, named, this.folder));
  }

  #own(id: string, project: ProjectSettings): TemplateSource {
    return this.#once(`${project.folder}\n\n${id}`, () => ofProject(id, project, this.#settings, this.folder));
  }

  #once(key: string, make: () => Omit<TemplateSource, 'history'>): TemplateSource {
    return getOrInsert(this.#sources, key, () => ({ ...make(), history: this.history }));
  }
}
