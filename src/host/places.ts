import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from './json-file.ts';
import { hashOf } from './read-file.ts';
import { stateFolder } from './state-folder.ts';

/** Where an author was in a spec. */
export interface PlaceInSpec {
  /** The spec's absolute path, links followed. */
  path: string;
  slotId: string;
  /** When, in ms since 1970. */
  time: number;
}

const KEPT = 200;

/** Remembers at which slot the author is. Losing it is harmless; never raises. */
export function rememberPlace(path: string, slotId: string, folder = stateFolder('places')): void {
  if (folder !== null) writeJson(join(folder, fileOf(path)), { path, slotId, time: Date.now() });
}

/** The slot at which the author last was, or null. */
export function recallPlace(path: string, folder = stateFolder('places')): string | null {
  return folder === null ? null : (readPlace(folder, fileOf(path))?.slotId ?? null);
}

/** Specs that were worked on, the latest first; the oldest beyond 200 are forgotten. */
export function recentPlaces(folder = stateFolder('places')): PlaceInSpec[] {
  if (folder === null) return [];
  try {
    const places = readdirSync(folder)
      .map((name) => readPlace(folder, name))
      .filter((place) => place !== null)
      .sort((a, b) => b.time - a.time);
    for (const { path } of places.slice(KEPT)) rmSync(join(folder, fileOf(path)), { force: true });
    return places.slice(0, KEPT);
  } catch {
    return [];
  }
}

function fileOf(path: string): string {
  return `${hashOf(path).slice(0, 32)}.json`;
}

function readPlace(folder: string, name: string): PlaceInSpec | null {
  const { path, slotId, time } = readJson(join(folder, name)) ?? {};
  if (typeof path !== 'string' || typeof slotId !== 'string' || typeof time !== 'number') return null;
  return { path, slotId, time };
}
