import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from './read-file.ts';
import { stateFolder } from './state-folder.ts';
import { readJson, writeJson } from './write-file.ts';

/** An author's position in a spec. */
interface PlaceInSpec {
  /** The spec's absolute path, links followed. */
  path: string;
  slotId: string;
  /** When, in ms since 1970. */
  time: number;
}

const KEPT = 200;

/** Remembers the author's slot in a spec. Never raises: losing it is harmless. */
export function rememberPlace(path: string, slotId: string, folder = stateFolder('places')): void {
  if (folder !== null) writeJson(join(folder, placeFile(path)), { path, slotId, time: Date.now() });
}

/** The author's last slot in a spec, or null. */
export function recallPlace(path: string, folder = stateFolder('places')): string | null {
  return folder === null ? null : (readPlace(folder, placeFile(path))?.slotId ?? null);
}

/** The specs worked on, the latest first. Deletes all but the latest 200. */
export function recentPlaces(folder = stateFolder('places')): PlaceInSpec[] {
  if (folder === null) return [];
  try {
    const places = readdirSync(folder)
      .map((name) => readPlace(folder, name))
      .filter((place) => place !== null)
      .sort((a, b) => b.time - a.time);
    for (const { path } of places.slice(KEPT)) rmSync(join(folder, placeFile(path)), { force: true });
    return places.slice(0, KEPT);
  } catch {
    return [];
  }
}

function placeFile(path: string): string {
  return `${hashOf(path).slice(0, 32)}.json`;
}

function readPlace(folder: string, name: string): PlaceInSpec | null {
  const { path, slotId, time } = readJson(join(folder, name)) ?? {};
  if (typeof path !== 'string' || typeof slotId !== 'string' || typeof time !== 'number') return null;
  return { path, slotId, time };
}

/** A new spec that has no name and file yet. */
export interface UnnamedSpec {
  /** The absolute working folder. */
  cwd: string;
  template: string;
}

/** Remembers the name being typed for a new spec; '' forgets it. Never raises: losing it is harmless. */
export function rememberName(unnamed: UnnamedSpec, name: string, folder = stateFolder('names')): void {
  if (folder === null) return;
  const path = join(folder, nameFile(unnamed));
  if (name.trim() !== '') writeJson(path, { ...unnamed, name });
  else {
    try {
      rmSync(path, { force: true });
    } catch {
      // The name is offered once more.
    }
  }
}

/** The name typed for a new spec that has no file yet; '' if there is none. */
export function recallName(unnamed: UnnamedSpec, folder = stateFolder('names')): string {
  if (folder === null) return '';
  const { cwd, template, name } = readJson(join(folder, nameFile(unnamed))) ?? {};
  return cwd === unnamed.cwd && template === unnamed.template && typeof name === 'string' ? name : '';
}

function nameFile({ cwd, template }: UnnamedSpec): string {
  return `${hashOf(JSON.stringify([cwd, template])).slice(0, 32)}.json`;
}

/** Remembers the template's id that the author chose for a spec (absolute path). Never raises. */
export function rememberTemplate(path: string, template: string, folder = stateFolder('templates')): void {
  if (folder !== null) writeJson(join(folder, placeFile(path)), { path, template });
}

/** The template that the author chose for a spec; null if none was chosen. */
export function recallTemplate(path: string, folder = stateFolder('templates')): string | null {
  if (folder === null) return null;
  const known = readJson(join(folder, placeFile(path))) ?? {};
  return known.path === path && typeof known.template === 'string' ? known.template : null;
}
