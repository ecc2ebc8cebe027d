import { dirname } from 'node:path';
import type { Flow, Settings } from '../template/schemas.ts';
import { findSettings, flowFiles, type ProjectSettings, type SettingPlace, settingsOf } from './project-settings.ts';
import { type CachedYaml, cachedYaml } from './yaml-cache.ts';

/** Reads settings and flows. The module is large, so it is loaded only if there is a settings file. */
export interface SettingsReader {
  readProject: (file: string, cwd: string) => ProjectSettings;
  readFlow: (file: string, place: SettingPlace, folder: string) => Flow;
}

/** The settings that apply to folders. Each file is read once. */
export class SettingsStore {
  readonly #cwd: string;
  #reader: SettingsReader | null;
  readonly #cached = new Map<string, CachedYaml<Settings>>();
  readonly #cachedFlows = new Map<string, Flow>();
  readonly #fileByFolder = new Map<string, string | null>();
  readonly #byFile = new Map<string, ProjectSettings>();

  /** `cwd`: the absolute folder from which problems name files. Without a `reader`, `prepare` loads one if needed. */
  constructor(cwd: string, reader: SettingsReader | null) {
    this.#cwd = cwd;
    this.#reader = reader;
  }

  /**
   * Loads the reader if one of the folders (absolute) has settings. With `cached` it is not loaded for settings in the
   * cache of an earlier run.
   */
  async prepare(folders: Iterable<string>, { cached = false }: { cached?: boolean }): Promise<void> {
    const known = new Map<string, string | null>();
    const files = new Set(Array.from(folders, (folder) => findSettings(folder, known)));
    for (const file of files) {
      if (file === null || this.#reader !== null) continue;
      const yaml = cached ? cachedYaml<Settings>(file) : null;
      if (yaml && flowFiles(dirname(file), yaml.data).every((flow) => this.#takeFlow(flow)))
        this.#cached.set(file, yaml);
      else this.#reader = await import('./settings-file.ts');
    }
  }

  #takeFlow(file: string): boolean {
    const yaml = cachedYaml<Flow>(file);
    if (yaml) this.#cachedFlows.set(file, yaml.data);
    return yaml !== null;
  }

  /** The settings for a folder (absolute), or null. Their `problem` may be set. */
  of(folder: string): ProjectSettings | null {
    if (this.#reader === null && this.#cached.size === 0) return null;
    const file = findSettings(folder, this.#fileByFolder);
    if (!file) return null;
    const known = this.#byFile.get(file) ?? this.#read(file);
    if (known) this.#byFile.set(file, known);
    return known;
  }

  /** A project's flow (absolute), which the settings in `folder` name. Raises Problem `bad-flow`. */
  flow(file: string, place: SettingPlace, folder: string): Flow {
    return this.#reader ? this.#reader.readFlow(file, place, folder) : this.#cachedFlows.get(file)!;
  }

  #read(file: string): ProjectSettings | null {
    const yaml = this.#cached.get(file);
    return yaml ? settingsOf(file, this.#cwd, yaml) : (this.#reader?.readProject(file, this.#cwd) ?? null);
  }
}
