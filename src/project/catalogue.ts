import { join } from 'node:path';
import { readRegular } from '../host/data-path.ts';
import { gitHistory } from '../host/git.ts';
import { placed } from '../host/read-file.ts';
import { cacheFolder, sweepCache } from '../host/state-folder.ts';
import { writeFile } from '../host/write-file.ts';
import { Problem } from '../problem.ts';
import { originals, wordingsOf } from '../template/originals.ts';
import { readTemplate } from '../template/read-template.ts';
import type { Template } from '../template/template.ts';
import { MAX_BYTES } from '../text/source.ts';
import type { Project } from './project.ts';
import type { TemplateSource } from './template-source.ts';

/** The templates that can be chosen, read: each once. */
export class Catalogue {
  readonly project: Project;
  readonly #read = new Map<TemplateSource, Template>();

  constructor(project: Project) {
    this.project = project;
  }

  /**
   * All templates with an id, the project's first. Raises what reading one raises; where somebody is told of problems,
   * the project's own that cannot be read are left out.
   */
  all(folder?: string): Template[] {
    return this.project.all(folder).flatMap((source) => {
      try {
        return [this.load(source)];
      } catch (error) {
        if (!source.own || !(error instanceof Problem)) throw error;
        this.project.toldOf(error);
        return [];
      }
    });
  }

  /**
   * The template of an id or path. Raises Problem `unknown-template` for an id that is none, and what reading a file
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

function read({ id, path, file, text, flow, history }: TemplateSource): Template {
  const source = text();
  try {
    const template = readTemplate(source, { id, flow: flow() });
    return file === null || !history ? template : withHistory(template, file);
  } catch (error) {
    throw error instanceof Problem ? placed(error, path) : error;
  }
}

/** Versions of templates whose wordings are kept. */
const MOST_VERSIONS = 5000;

/**
 * The template, knowing the earlier wordings that the history of its file (absolute) holds, where that lies in a git
 * repository. Each version is read once, and its fingerprints are kept in the cache folder by blob id.
 */
function withHistory(template: Template, file: string): Template {
  const folder = cacheFolder('wordings');
  const wordings = new Set(template.flow?.fingerprints);
  let computed = false;
  for (const version of gitHistory(file)) {
    if (version.text === template.text) continue;
    for (const fingerprint of cached(folder, version.id, () => {
      computed = true;
      return wordingsOf(version.text);
    }))
      wordings.add(fingerprint);
  }
  if (computed && folder !== null) sweepCache(folder, MOST_VERSIONS);
  return { ...template, isOriginal: originals(wordings) };
}

/** The cache is comfort: whatever is wrong with it, the wordings are computed. */
function cached(folder: string | null, id: string, compute: () => Set<string>): Iterable<string> {
  if (folder === null || !/^[0-9a-f]{40,64}$/.test(id)) return compute();
  const path = join(folder, `${id}-1`);
  try {
    const found = readRegular(path, MAX_BYTES)?.toString('utf8').split('\n');
    if (found?.every((line) => /^[0-9a-f]{12}$/.test(line))) return found;
  } catch {
    // Not there yet.
  }
  const computed = compute();
  try {
    writeFile(path, [...computed].join('\n'));
  } catch {
    // A cache that cannot be written costs time alone.
  }
  return computed;
}
