import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Flow } from '../template/flow.ts';
import { findSettings, SETTINGS_FILE } from './find-settings.ts';
import type { Project, SettingPlace } from './project.ts';

/** What reads settings and flows. It is large, so it is loaded only where there is a settings file. */
interface Reader {
  readProject: (file: string, cwd: string) => Project;
  readFlow: (file: string, place: SettingPlace) => Flow;
}

let reader: Reader | null = null;

/** Hands in what reads settings, where it is loaded already. */
export function readSettingsBy(given: Reader): void {
  reader = given;
}

/** Loads what reads settings, where one of the folders (absolute) has any: before that, none are looked at. */
export async function readyForSettings(folders: Iterable<string>): Promise<void> {
  for (const folder of folders) {
    if (reader === null && findSettings(folder) !== null) reader = await import('./settings-file.ts');
  }
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
    const file = reader && this.#fileFor(folder);
    if (!file) return null;
    const known = this.#byFile.get(file) ?? reader!.readProject(file, this.#cwd);
    this.#byFile.set(file, known);
    return known;
  }

  /** A project's flow (absolute). Raises Problem `bad-flow`. */
  flow(file: string, place: SettingPlace): Flow {
    return reader!.readFlow(file, place);
  }

  /** As findSettings, each folder looked into once. */
  #fileFor(folder: string): string | null {
    const known = this.#byFolder.get(folder);
    if (known !== undefined) return known;
    const above = dirname(folder);
    const file = join(folder, SETTINGS_FILE);
    const found = existsSync(file)
      ? file
      : above === folder || existsSync(join(folder, '.git'))
        ? null
        : this.#fileFor(above);
    this.#byFolder.set(folder, found);
    return found;
  }
}
