import { Problem } from '../problem.ts';
import { nearest } from '../text/nearest.ts';
import type { Project } from './project.ts';
import { projectRoot } from './project-root.ts';
import { Projects } from './projects.ts';
import { isPath } from './spec-path.ts';
import { builtIn, fromFile, ofProject, type TemplateSource } from './template-source.ts';

/** The built-in templates' ids, in the order in which they are offered. */
export const BUILT_IN = ['component', 'technical-spec', 'photoncloud', 'dynamo-component'] as const;

/** Takes a problem with settings or templates that the work can go on without. */
export type Tell = (problem: Problem) => void;

/** The templates that there are, unread: the project's own and the built-in ones by id, any Markdown file by path. */
export class TemplateSources {
  readonly #cwd: string;
  readonly #projects: Projects;
  readonly #sources = new Map<string, TemplateSource>();
  readonly #told = new Set<Problem>();
  readonly #tell: Tell | null;

  /**
   * `cwd`: the absolute folder from which relative paths go; settings count once readyForSettings was called. With
   * `tell`, settings that are wrong are told of once and then done without.
   */
  constructor(cwd: string, tell: Tell | null = null) {
    this.#cwd = cwd;
    this.#tell = tell;
    this.#projects = new Projects(cwd);
  }

  /** The project that a folder (absolute) belongs to, or null. Raises what is wrong with its settings. */
  project(folder = this.#cwd): Project | null {
    const project = this.#projects.of(folder);
    if (!project?.problem) return project;
    this.toldOf(project.problem);
    return null;
  }

  /** All with an id, the project's first. Raises what is wrong with its settings. */
  all(folder = this.#cwd): TemplateSource[] {
    const project = this.project(folder);
    const own = Object.keys(project?.settings.templates ?? {});
    return [
      ...own.map((id) => this.#own(id, project!)),
      ...BUILT_IN.filter((id) => !own.includes(id)).map((id) => this.#builtIn(id, project)),
    ];
  }

  /** The one of an id or path that a person names. Raises Problem `unknown-template` for an id that is none. */
  get(reference: string, folder = this.#cwd): TemplateSource {
    return this.#get(reference, folder, undefined);
  }

  /**
   * The one that a mark or settings in a folder name: as get, but of files those within the project alone. Others
   * raise Problem `outside-project` when they are read.
   */
  namedByData(reference: string, folder: string): TemplateSource {
    return this.#get(reference, folder, projectRoot(folder, this.#cwd));
  }

  #get(reference: string, folder: string, root: string | undefined): TemplateSource {
    const project = this.project(folder);
    if (Object.hasOwn(project?.settings.templates ?? {}, reference)) return this.#own(reference, project!);
    if ((BUILT_IN as readonly string[]).includes(reference)) return this.#builtIn(reference, project);
    if (isPath(reference))
      return this.#once(`${root ?? ''}\n${folder}\n${reference}`, () => fromFile(reference, folder, root));
    const sources = this.all(folder);
    const aliased = sources.find((source) => source.flow()?.aliases?.includes(reference));
    if (aliased) return aliased;
    const ids = sources.map(({ id }) => id);
    const near = nearest(reference, ids);
    throw new Problem('unknown-template', `there is no template “${reference}”`, {
      hints: [
        near ? `Did you mean “${near}”?` : `There are ${ids.join(', ')}, and any Markdown file by its path.`,
      ],
    });
  }

  /** Tells of a problem once, or raises it where nobody is to be told. */
  toldOf(problem: Problem): void {
    if (!this.#tell) throw problem;
    const known = [...this.#told].some(
      ({ message, place }) => message === problem.message && place.line === problem.place.line,
    );
    if (!known) this.#tell(problem);
    this.#told.add(problem);
  }

  #builtIn(id: string, project: Project | null): TemplateSource {
    const named = project?.settings.new?.[id] ? project : null;
    return this.#once(`${named?.folder ?? ''}\n${id}`, () => builtIn(id, named, this.#cwd));
  }

  #own(id: string, project: Project): TemplateSource {
    return this.#once(`${project.folder}\n\n${id}`, () => ofProject(id, project, this.#projects, this.#cwd));
  }

  #once(key: string, make: () => TemplateSource): TemplateSource {
    const known = this.#sources.get(key) ?? make();
    this.#sources.set(key, known);
    return known;
  }
}
