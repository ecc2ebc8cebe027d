import { join } from 'node:path';
import { DataCache } from '../host/data-cache.ts';
import { gitHistory } from '../host/git.ts';
import { hashOf, withPlace } from '../host/read-file.ts';
import { cacheFolder, sweepCache } from '../host/state-folder.ts';
import { readJson, writeJson } from '../host/write-file.ts';
import { Problem } from '../problem.ts';
import { lineageOf, NO_LINEAGE, originals, startsOf, wordingsOf } from '../template/lineage.ts';
import { type PlainTemplate, plainTemplate, templateFromPlain } from '../template/plain-template.ts';
import { readTemplate } from '../template/read-template.ts';
import type { Flow } from '../template/schemas.ts';
import type { Template, TemplateVersion, VersionSource } from '../template/template.ts';
import { type Topic, topicsOf } from '../template/topics.ts';
import { isStrings } from '../text/group.ts';
import { getOrInsert, memo } from '../text/memo.ts';
import { builtTemplate } from './built-in.ts';
import type { Project } from './project.ts';
import type { TemplateSource } from './template-source.ts';

/** The templates of a project. Each is read once. */
export class Catalogue {
  readonly project: Project;
  readonly #read = new Map<TemplateSource, Template>();

  constructor(project: Project) {
    this.project = project;
  }

  /** All templates with an id, the project's first. Raises as `eachBy` does. */
  all(folder?: string): Template[] {
    return this.eachBy((source) => this.load(source), this.project.all(folder));
  }

  /**
   * The results of `make` for some templates. Raises what `make` raises; but if problems are reported, skips the
   * project's own templates that cannot be read.
   */
  eachBy<Made>(make: (source: TemplateSource) => Made, sources: readonly TemplateSource[]): Made[] {
    return sources.flatMap((source) => {
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
   * The template of an id or path. Raises Problem `unknown-template` for an unknown id, `bad-template` for a file with
   * nothing to answer, and what reading raises.
   */
  get(reference: string, folder?: string): Template {
    return this.load(this.project.get(reference, folder));
  }

  /** The template of a source. Raises what reading it raises. */
  load(source: TemplateSource): Template {
    return getOrInsert(this.#read, source, () => read(source));
  }
}

/** A built-in template; its flow determines it. Read once for all that a process checks. */
const readBuiltIn = memo(
  (flow: Flow, source: TemplateSource): Template =>
    builtTemplate(source, flow) ?? readTemplate(source.text(), { id: source.id, flow }),
);

function read(source: TemplateSource): Template {
  const { own, path, file, text, flow, history, earlier } = source;
  if (!own) return readBuiltIn(flow()!, source);
  const content = text();
  try {
    const template = readOwn(source, content, flow());
    if (file === null || !history) return template;
    return withHistory(template, path, [...versionsInGit(file), ...earlier().map(versionInFile)]);
  } catch (error) {
    throw withPlace(error, path);
  }
}

const templateCache = new DataCache<PlainTemplate>('templates');

/** A project's template without its history. Reading one takes a third of the time of a check of one spec. */
function readOwn({ id, path, file }: TemplateSource, text: string, flow: Flow | null): Template {
  const name = `${id} ${file ?? path}`;
  // The path of new specs depends on the working folder, and nothing that is read depends on it.
  const content = JSON.stringify([text, { ...flow, path: '' }]);
  const plain = templateCache.get(name, () => content);
  if (plain) return templateFromPlain(plain, { id, text, flow });
  const template = readTemplate(text, { id, flow });
  templateCache.set(name, content, plainTemplate(template));
  return template;
}

/** The most versions of templates whose wordings are cached. */
const MOST_VERSIONS = 5000;

/** The content of one version of a template: fingerprints and starts of its texts, and its topics. */
interface VersionFacts {
  wordings: string[];
  starts: string[];
  topics: Topic[];
}

/** An earlier version of a template: its text and the text's id, in hex. */
interface EarlierVersion {
  id: string;
  text: string;
  source: VersionSource;
}

/** The versions of a template's file (absolute) in git, newest first; empty outside a repository. */
function versionsInGit(file: string): EarlierVersion[] {
  return gitHistory(file).map(({ id, text, commit, date }) => ({ id, text, source: { commit, date } }));
}

/** A version of a template in a file of its own. */
function versionInFile({ file, text }: { file: string; text: string }): EarlierVersion {
  return { id: hashOf(text), text, source: { file } };
}

/**
 * The template with the wordings and titles of its earlier versions, newest first. Each version is read once and cached
 * by its id. `path` names the template.
 */
function withHistory(template: Template, path: string, history: readonly EarlierVersion[]): Template {
  if (history.length === 0) return template;
  const folder = cacheFolder('versions');
  const recorded = template.flow?.fingerprints ?? [];
  const wordings = new Set(recorded);
  const starts = new Set<string>();
  const earlier: Topic[][] = [];
  let computed = false;
  const versions: TemplateVersion[] = [];
  let topics: Topic[] = [];
  const isRecorded = history.some(({ text }) => text === template.text);
  const today = versionInFile({ file: path, text: template.text });
  for (const version of isRecorded ? history : [today, ...history]) {
    const facts = cached(folder, version.id, () => {
      computed = true;
      const { text } = version;
      return { wordings: [...wordingsOf(text)], starts: [...startsOf(text)], topics: topicsOf(text) };
    });
    versions.push({ source: version.source, keys: new Set(facts.topics.map(({ key }) => key)) });
    if (version.text === template.text) {
      topics = facts.topics;
      continue;
    }
    for (const fingerprint of facts.wordings) wordings.add(fingerprint);
    for (const start of facts.starts) starts.add(start);
    earlier.push(facts.topics);
  }
  if (computed && folder !== null) sweepCache(folder, MOST_VERSIONS);
  const lineage = earlier.length === 0 ? NO_LINEAGE : lineageOf([topics, ...earlier]);
  // A flow tells no starts.
  const isOriginal = originals(wordings, recorded.length > 0 ? null : starts);
  return { ...template, isOriginal, lineage, versions };
}

/** The cache only saves time: after any error the facts are computed. */
function cached(folder: string | null, id: string, compute: () => VersionFacts): VersionFacts {
  if (folder === null || !/^[0-9a-f]{40,64}$/.test(id)) return compute();
  const path = join(folder, `${id}-3.json`);
  const found = readJson(path);
  if (isFacts(found)) return found;
  const computed = compute();
  writeJson(path, computed);
  return computed;
}

function isFacts(value: object | null): value is VersionFacts {
  const { wordings, starts, topics } = (value ?? {}) as Partial<Record<string, unknown>>;
  const isTopic = (one: Partial<Record<string, unknown>> | null) =>
    typeof one?.key === 'string' && typeof one.parent === 'string' && isStrings(one.words);
  return isStrings(wordings) && isStrings(starts) && Array.isArray(topics) && topics.every(isTopic);
}
