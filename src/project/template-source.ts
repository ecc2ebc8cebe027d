import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gitHead } from '../host/git-folder.ts';
import { packageRoot } from '../host/package.ts';
import { relativePath } from '../host/platform.ts';
import { hashOf } from '../host/read-file.ts';
import { openSpec } from '../host/spec-file.ts';
import { Problem } from '../problem.ts';
import type { Flow } from '../template/schemas.ts';
import { memo, memoByText } from '../text/memo.ts';
import * as messages from './messages.ts';
import { type ProjectSettings, projectRoot } from './project-settings.ts';
import type { SettingsStore } from './settings-store.ts';

/** A template that can be read. Nothing of it is read before it is needed. */
export interface TemplateSource {
  id: string;
  /** Whether it is the project's, not a built-in one. */
  own: boolean;
  /** The template's path, for messages. */
  path: string;
  /** Its absolute path if its history may have earlier wordings. */
  file: string | null;
  /** Whether its earlier versions, in git and in settings, count. */
  history: boolean;
  /** The earlier versions that settings name, newest first. Raises what reading them raises. */
  earlier: () => { file: string; text: string }[];
  /** The file's present text. Raises what reading it raises. */
  text: () => string;
  /** Its flow; null without one. Raises what reading it raises. */
  flow: () => Flow | null;
}

/**
 * A hash that changes whenever a template, its flow or its known earlier versions change; null if that is unknown.
 * Computed once for each source. Raises what reading them raises.
 */
export const fingerprintOf = memo((source: TemplateSource): string | null => {
  const { id, file, text, flow, history, earlier } = source;
  const state = file === null ? '' : history ? gitHead(dirname(file)) : 'none';
  const texts = [text(), ...(history ? earlier().map((version) => version.text) : [])];
  return state === null ? null : hashOf([id, state, ...texts, JSON.stringify(flow())].join('\0'));
});

/** A built-in template, with the project's names for new specs. */
export function builtIn(id: string, project: ProjectSettings | null, cwd: string): Omit<TemplateSource, 'history'> {
  return {
    id,
    own: false,
    path: id,
    file: null,
    text: () => readFileSync(join(packageRoot(), 'templates', `${id}.md`), 'utf8'),
    earlier: () => [],
    flow: () => {
      const names = naming(id, project, cwd);
      return Object.keys(names).length === 0 ? builtInFlow(id) : { ...builtInFlow(id), ...names };
    },
  };
}

/** Any Markdown file as a template, by a path from `folder`; if data names it, within the project of `root`. */
export function fromFile(path: string, folder: string, root: string | undefined): Omit<TemplateSource, 'history'> {
  return {
    id: path,
    own: true,
    path,
    file: resolve(folder, path),
    text: () => openSpec(path, { folder, ...(root === undefined ? {} : { within: root }) }).source.text,
    earlier: () => [],
    flow: () => null,
  };
}

/** A template of the project, as its settings define it. */
export function ofProject(
  id: string,
  project: ProjectSettings,
  settings: SettingsStore,
  cwd: string,
): Omit<TemplateSource, 'history'> {
  const { file, flow, earlier = [] } = project.settings.templates![id]!;
  const textOf = (path: string, ...key: (string | number)[]) => {
    try {
      const within = projectRoot(project.folder, cwd);
      return openSpec(path, { folder: project.folder, within }).source.text;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const place = project.placeOf('templates', id, ...key);
      throw new Problem(error.code, messages.inTemplate(path, error.message), { place, cause: error });
    }
  };
  return {
    id,
    own: true,
    path: relativePath(cwd, resolve(project.folder, file)),
    file: resolve(project.folder, file),
    text: () => textOf(file, 'file'),
    earlier: () =>
      earlier.map((path, index) => ({
        file: relativePath(cwd, resolve(project.folder, path)),
        text: textOf(path, 'earlier', index),
      })),
    flow: () => {
      const own =
        flow === undefined
          ? { id, title: id, about: messages.ownTemplate(file), when: file, path: '{name}.md' }
          : settings.flow(resolve(project.folder, flow), project.placeOf('templates', id, 'flow'), project.folder);
      return { notApplicable: 'say' as const, ...own, ...naming(id, project, cwd) };
    },
  };
}

/** The path and numbering of new specs of a template in the project's settings, from `cwd`. */
function naming(id: string, project: ProjectSettings | null, cwd: string): Partial<Pick<Flow, 'path' | 'numbered'>> {
  const { path, numbered } = project?.settings.new?.[id] ?? {};
  return {
    ...(path === undefined ? {} : { path: relativePath(cwd, resolve(project!.folder, path)) }),
    ...(numbered === undefined ? {} : { numbered }),
  };
}

/** The flow of a built-in template, always the same object. The build stores it as JSON, which reads ten times as fast. */
const builtInFlow = memoByText((id: string): Flow => {
  const built = fileURLToPath(new URL(`./flows/${id}.json`, import.meta.url));
  if (existsSync(built)) return JSON.parse(readFileSync(built, 'utf8')) as Flow;
  const yaml = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  return yaml.parse(readFileSync(join(packageRoot(), 'flows', `${id}.yaml`), 'utf8')) as Flow;
}, 10);
