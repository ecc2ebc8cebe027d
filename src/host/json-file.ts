import { readRegular } from './data-path.ts';
import { writeFile } from './write-file.ts';

/** No file of ours is larger, in bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Puts a small value into a file of ours as JSON, in one step and for this user only; whether it worked. Never raises. */
export function writeJson(path: string, value: unknown): boolean {
  try {
    writeFile(path, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** The value in a JSON file of ours, as an object of unknown fields; null where there is none. Never raises. */
export function readJson(path: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(readRegular(path, MOST_BYTES)?.toString('utf8') ?? 'null');
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
