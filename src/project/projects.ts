import { dirname } from 'node:path';
import type { Flow } from '../template/flow.ts';
import type { Settings } from '../template/settings.ts';
import { findSettings } from './find-settings.ts';
import { flowFiles, type Project, projectOf, type SettingPlace } from './project.ts';
import { type CachedYaml, cachedYaml } from './yaml-cache.ts';

/** What reads settings and flows. It is large, so it is loaded only where there is a settings file. */
interface Reader {
  readProject: (file: string, cwd: string) => Project;
  readFlow: (file: string, place: SettingPlace, folder: string) => Flow;
}

let reader: Reader | null = null;

/** Hands in what reads settings, where it is loaded already. */
export function readSettingsBy(given: Reader): void {
  reader = given;
}

/** Settings of which all is known from an earlier run, by their file. */
const recalled = new Map<string, CachedYaml<Settings>>();
const recalledFlows = new Map<string, Flow>();

/**
 * Loads what reads settings, where one of the folders (absolute) has any: before that, none are looked at. With `sparing`
 * it is not loaded for settings that an earlier run has read: these folders are all that will be asked for then.
 */
export async function readyForSettings(
  folders: Iterable<string>,
  { sparing = false }: { sparing?: boolean } = {},
): Promise<void> {
  const known = new Map<string, string | null>();
  const found = Array.from(folders, (folder) => findSettings(folder, known));
  const files = new Set(found.filter((file) => file !== null));
  for (const file of files) {
    recalled.delete(file);
    if (reader !== null) continue;
    const yaml = sparing ? cachedYaml<Settings>(file) : null;
    if (yaml && flowFiles(dirname(file), yaml.data).every(recallFlow)) recalled.set(file, yaml);
    else reader = await import('./settings-file.ts');
  }
}

function recallFlow(file: string): boolean {
  const yaml = cachedYaml<Flow>(file);
  if (yaml) recalledFlows.set(file, yaml.data);
  return yaml !== null;
}

/** The settings that rule folders, each file read once. */
export class Projects {
  readonly #cwd: string;
  readonly #byFolder = new Map<string, string | null>();
  readonly #byFile = new Map<string, Project>();

  /** `cwd`: the folder from which problems name files; absolute. */
  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** The project that a folder (absolute) belongs to; null where it belongs to none. Its `problem` may be set. */
  of(folder: string): Project | null {
    const file = (reader !== null || recalled.size > 0) && findSettings(folder, this.#byFolder);
    if (!file) return null;
    const known = this.#byFile.get(file) ?? this.#read(file);
    if (known) this.#byFile.set(file, known);
    return known;
  }

  /** A project's flow (absolute), which the settings in `folder` name. Raises Problem `bad-flow`. */
  flow(file: string, place: SettingPlace, folder: string): Flow {
    return reader ? reader.readFlow(file, place, folder) : recalledFlows.get(file)!;
  }

  #read(file: string): Project | null {
    const yaml = recalled.get(file);
    return yaml ? projectOf(file, this.#cwd, yaml) : (reader?.readProject(file, this.#cwd) ?? null);
  }
}
