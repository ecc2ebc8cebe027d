import { existsSync, readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { printable } from '../text/printable.ts';
import { isAlive, ownMark, type ProcessMark } from './process-alive.ts';
import { hashOf } from './read-file.ts';
import { stateFolder } from './state-folder.ts';
import { readJson, writeJson } from './write-file.ts';

/** Who has a spec open. */
export interface Holder extends ProcessMark {
  /** The time at which it was opened, in ms since 1970. */
  since: number;
}

/** A lock that this process has. */
interface OwnLock {
  kind: 'ours';
  /** Null while this process has the lock; else who took it over, or `gone` if they have left since. */
  lost: () => Holder | 'gone' | null;
  release: () => void;
}

/** The result of asking for a lock. */
type Lock = OwnLock | { kind: 'taken'; by: Holder };

const ATTEMPTS = 20;

/** The holder of a lock, as people read it. */
export function holderName({ pid, host, since }: Holder): string {
  const time = new Date(since).toTimeString().slice(0, 5);
  return `process ${pid}${host === hostname() ? '' : ` on ${printable(host)}`}, since ${time}`;
}

/**
 * Locks a spec for one wizard at a time. Each process creates a file of its own and only then looks for those of
 * others, so that at most one of two finds itself alone; the other deletes its file. Files of processes that have ended
 * are ignored and deleted: a process name is never used twice. A file from another machine (a home folder on a network)
 * cannot be checked and is taken as live. With `takeOver` the files of others are deleted, and they notice through
 * `lost`. If no file can be created, the lock is granted: the hash check of each save is the real guard. `realPath` is
 * absolute, links followed. Never raises.
 */
export function lockSpec(
  realPath: string,
  { takeOver = false, folder = stateFolder('locks') }: { takeOver?: boolean; folder?: string | null } = {},
): Lock {
  const free: Lock = { kind: 'ours', lost: () => null, release: () => {} };
  if (folder === null) return free;
  const me: Holder = { ...ownMark(), since: Date.now() };
  const spec = hashOf(realPath).slice(0, 32);
  const own = `${spec}-${hashOf(JSON.stringify([me.host, me.pid, me.started])).slice(0, 16)}.json`;
  const others = () => flagsOf(folder, spec).filter(({ name }) => name !== own);
  for (let attempt = 1; ; attempt++) {
    if (!writeJson(join(folder, own), me)) return free;
    const there = others();
    if (takeOver) for (const { name } of there) takeDown(folder, name);
    else if (there.length > 0) {
      takeDown(folder, own);
      const [first] = others();
      if (first) return { kind: 'taken', by: first.holder };
      if (attempt < ATTEMPTS) continue;
      return { kind: 'taken', by: there[0]!.holder };
    }
    const lost = () => (existsSync(join(folder, own)) ? null : (others()[0]?.holder ?? 'gone'));
    return { kind: 'ours', lost, release: () => takeDown(folder, own) };
  }
}

function takeDown(folder: string, name: string): void {
  try {
    rmSync(join(folder, name), { force: true });
  } catch {
    // The folder cannot be written any longer; the hash check is the guard.
  }
}

/** The lock files of a spec whose processes may be alive, the oldest first. Deletes the others. */
function flagsOf(folder: string, spec: string): { name: string; holder: Holder }[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const found: { name: string; holder: Holder }[] = [];
  for (const name of names) {
    if (!name.startsWith(spec) || !name.endsWith('.json')) continue;
    const holder = holderOf(join(folder, name));
    if (holder && isAlive(holder) !== false) found.push({ name, holder });
    else takeDown(folder, name);
  }
  return found.sort((a, b) => a.holder.since - b.holder.since);
}

function holderOf(path: string): Holder | null {
  const { pid, started, host, since } = readJson(path) ?? {};
  if (typeof pid !== 'number' || typeof started !== 'string' || typeof host !== 'string') return null;
  return { pid, started, host, since: typeof since === 'number' ? since : 0 };
}

/** How often the lock is checked, in milliseconds. */
const INTERVAL = 400;

/** The lock on the spec that a session has open. Only the session that holds it writes the spec. */
export class SpecLock {
  readonly #onLost: ((by: Holder) => void) | null;
  #path = '';
  /** Null until a spec is open. */
  #lock: Lock | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** `onLost` is called once when another session takes the spec over; without it the caller asks for the holder. */
  constructor(onLost: ((by: Holder) => void) | null = null) {
    this.#onLost = onLost;
  }

  /**
   * Releases the lock held so far and locks a spec, with `takeOver` even if another session has it. Returns the session
   * that has it, or null if the lock was granted. `path` is absolute, links followed.
   */
  take(path: string, takeOver = false): Holder | null {
    this.release();
    this.#path = path;
    this.#lock = lockSpec(path, { takeOver });
    if (this.#onLost) this.#timer = setInterval(() => this.#check(), INTERVAL).unref();
    return this.holder();
  }

  /** The session that took the spec over; null if this one still has it. Creates a vanished lock file again. */
  holder(): Holder | null {
    if (this.#lock?.kind === 'ours' && this.#lock.lost()) this.#lock = lockSpec(this.#path);
    return this.#lock?.kind === 'taken' ? this.#lock.by : null;
  }

  release(): void {
    clearInterval(this.#timer);
    if (this.#lock?.kind === 'ours') this.#lock.release();
    this.#lock = null;
  }

  #check(): void {
    if (this.#lock?.kind !== 'ours') return;
    const other = this.holder();
    if (other) this.#onLost?.(other);
  }
}
