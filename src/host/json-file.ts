import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Puts a small value into a file of ours as JSON, in one step and for this user only; whether it worked. Never raises. */
export function writeJson(path: string, value: unknown): boolean {
  const temp = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temp, JSON.stringify(value), { mode: 0o600 });
    renameSync(temp, path);
    return true;
  } catch {
    rmSync(temp, { force: true });
    return false;
  }
}

/** The value in a JSON file of ours, as an object of unknown fields; null where there is none. Never raises. */
export function readJson(path: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
