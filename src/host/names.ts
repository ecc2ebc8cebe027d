import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from './json-file.ts';
import { hashOf } from './read-file.ts';
import { stateFolder } from './state-folder.ts';

/** What a new spec is made of, before it has a name and a file: where it is begun, and from which template. */
export interface Unnamed {
  /** The absolute working folder. */
  cwd: string;
  /** The template's id. */
  template: string;
}

/** Remembers the name that is typed for a new spec; '' forgets it. Losing it is harmless; never raises. */
export function rememberName(unnamed: Unnamed, name: string, folder = stateFolder('names')): void {
  if (folder === null) return;
  const path = join(folder, fileOf(unnamed));
  if (name.trim() !== '') writeJson(path, { ...unnamed, name });
  else {
    try {
      rmSync(path, { force: true });
    } catch {
      // It is offered once more.
    }
  }
}

/** The name that was typed for a new spec which has no file yet; '' where there is none. */
export function recallName(unnamed: Unnamed, folder = stateFolder('names')): string {
  if (folder === null) return '';
  const { cwd, template, name } = readJson(join(folder, fileOf(unnamed))) ?? {};
  return cwd === unnamed.cwd && template === unnamed.template && typeof name === 'string' ? name : '';
}

function fileOf({ cwd, template }: Unnamed): string {
  return `${hashOf(JSON.stringify([cwd, template])).slice(0, 32)}.json`;
}
