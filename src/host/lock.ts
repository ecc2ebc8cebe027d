import { linkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, ownMark, type ProcessMark } from './alive.ts';
import { readJson } from './own-json.ts';
import { hashOf } from './read-file.ts';
import { stateFolder } from './state-folder.ts';

/** Who has a spec open. */
export interface Holder extends ProcessMark {
  /** Since when, in ms since 1970. */
  since: number;
}

/** The outcome of asking for a spec: it is ours until released, or someone else has it. */
export type Lock = { kind: 'ours'; release: () => void } | { kind: 'taken'; by: Holder };

/**
 * Asks for a spec for one wizard at a time. A lock of a process that has ended is taken over; one of another machine
 * (a home folder on a network) cannot be looked into and stands, unless `takeOver` is given. Where no lock can be kept
 * the spec is ours: the hash check of each save is the guard, the lock only says so earlier. `realPath` is absolute, links
 * followed. Never raises.
 */
export function lockSpec(
  realPath: string,
  { takeOver = false, folder = stateFolder('locks') }: { takeOver?: boolean; folder?: string | null } = {},
): Lock {
  const free: Lock = { kind: 'ours', release: () => {} };
  if (folder === null) return free;
  const path = join(folder, `${hashOf(realPath).slice(0, 32)}.json`);
  const me: Holder = { ...ownMark(), since: Date.now() };
  for (let attempt = 0; attempt < 3; attempt++) {
    const made = claim(path, me);
    if (made === 'failed') return free;
    if (made === 'done') return { kind: 'ours', release: () => release(path, me) };
    const by = holder(path);
    if (by && !takeOver && !isSame(by, me) && isAlive(by) !== false) return { kind: 'taken', by };
    rmSync(path, { force: true });
  }
  return free;
}

/** A link comes into being whole or not at all, so that nobody reads half a lock. */
function claim(path: string, me: Holder): 'done' | 'there' | 'failed' {
  const own = `${path}.${me.pid}`;
  try {
    writeFileSync(own, JSON.stringify(me), { mode: 0o600 });
    linkSync(own, path);
    return 'done';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EEXIST' ? 'there' : 'failed';
  } finally {
    rmSync(own, { force: true });
  }
}

function holder(path: string): Holder | null {
  const { pid, started, host, since } = readJson(path) ?? {};
  if (typeof pid !== 'number' || typeof started !== 'string' || typeof host !== 'string') return null;
  return { pid, started, host, since: typeof since === 'number' ? since : 0 };
}

function isSame(a: Holder, b: Holder): boolean {
  return a.pid === b.pid && a.started === b.started && a.host === b.host;
}

/** Only our own: someone may have taken it over meanwhile. */
function release(path: string, me: Holder): void {
  const by = holder(path);
  if (by && isSame(by, me)) rmSync(path, { force: true });
}
