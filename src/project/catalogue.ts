import { join } from 'node:path';
import { gitHistory } from '../host/git.ts';
import { placed } from '../host/read-file.ts';
import { cacheFolder, sweepCache } from '../host/state-folder.ts';
import { readJson, writeJson } from '../host/write-file.ts';
import { Problem } from '../problem.ts';
import { formerKeys, type Topic, topicsOf } from '../template/lineage.ts';
import { originals, wordingsOf } from '../template/originals.ts';
import { readTemplate } from '../template/read-template.ts';
import type { Template, TemplateVersion } from '../template/template.ts';
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

/** What one version of a template says: the fingerprints of its texts, and its topics. */
interface VersionFacts {
  wordings: string[];
  topics: Topic[];
}

/**
 * The template, knowing the earlier wordings and titles that the history of its file (absolute) holds, where that lies
 * in a git repository. Each version is read once, and what it says is kept in the cache folder by blob id.
 */
function withHistory(template: Template, file: string): Template {
  const folder = cacheFolder('versions');
  const wordings = new Set(template.flow?.fingerprints);
  const earlier: Topic[][] = [];
  let computed = false;
  const versions: TemplateVersion[] = [];
  for (const version of gitHistory(file)) {
    const facts = cached(folder, version.id, () => {
      computed = true;
      return { wordings: [...wordingsOf(version.text)], topics: topicsOf(version.text) };
    });
    const { commit, date } = version;
    versions.push({ commit, date, keys: new Set(facts.topics.map(({ key }) => key)) });
    if (version.text === template.text) continue;
    for (const fingerprint of facts.wordings) wordings.add(fingerprint);
    earlier.push(facts.topics);
  }
  if (computed && folder !== null) sweepCache(folder, MOST_VERSIONS);
  const former = earlier.length === 0 ? new Map() : formerKeys([topicsOf(template.text), ...earlier]);
  return { ...template, isOriginal: originals(wordings), formerKeys: former, versions };
}

/** The cache is comfort: whatever is wrong with it, the facts are computed. */
function cached(folder: string | null, id: string, compute: () => VersionFacts): VersionFacts {
  if (folder === null || !/^[0-9a-f]{40,64}$/.test(id)) return compute();
  const path = join(folder, `${id}-1.json`);
  const found = readJson(path);
  if (isFacts(found)) return found;
  const computed = compute();
  writeJson(path, computed);
  return computed;
}

function isFacts(value: object | null): value is VersionFacts {
  const { wordings, topics } = (value ?? {}) as Partial<Record<string, unknown>>;
  const areStrings = (all: unknown) => Array.isArray(all) && all.every((one) => typeof one === 'string');
  const isTopic = (one: Partial<Record<string, unknown>> | null) =>
    typeof one?.key === 'string' && typeof one.parent === 'string' && areStrings(one.words);
  return areStrings(wordings) && Array.isArray(topics) && topics.every(isTopic);
}
