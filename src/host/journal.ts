import { type Draft, dropDraft, syncDrafts, type Typed, writeDraftSync } from './drafts.ts';

/** Keeps what is being typed, soon enough and not too often. */
interface Journal {
  /** Something was typed; it is in a draft now, or at most a moment later. False where that was tried and failed. */
  note(typed: Typed): boolean;
  /** Writes now what is not in a draft yet; for endings. Whether all of it could be kept. */
  flushSync(): boolean;
  /** What could not be kept in a draft when that was last tried. */
  unkept(): Typed[];
  /** What was typed for this slot is in the file now: its draft is not needed any longer. */
  forget(path: string, slotId: string | null): void;
  /** What was typed for this slot stays a draft, for another run. */
  keep(path: string, slotId: string | null): void;
}

/** At least this long between two writes, in ms: keys are typed further apart than that, and each is kept before it is shown. */
const INTERVAL = 20;
/** A write of a long text takes long: it is followed by a rest of so many times as much, for the keys that wait. */
const REST = 2;
/** How long a draft may rest in the system's memory before it is to outlast a power cut, in ms. */
const SYNC_DELAY = 1000;

/**
 * A journal of drafts. A key is written at once unless another one just was; then the first that waits starts the clock
 * and later ones don't restart it (a throttle, not a debounce), so that fast typing is kept as often as slow. `write`,
 * `drop` and `last` are the drafts' own, unless a test says otherwise.
 */
export function draftJournal({
  interval = INTERVAL,
  write = (typed: Typed): Draft | null => writeDraftSync(typed, { durable: false }),
  drop = (id: string): unknown => dropDraft(id),
  last = (ids: Iterable<string>): void => syncDrafts(ids),
} = {}): Journal {
  const pending = new Map<string, Typed>();
  const written = new Map<string, string>();
  const unsynced = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let rested = performance.now() + interval;

  const flushSync = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    const start = performance.now();
    for (const [key, typed] of pending) {
      const draft = write(typed);
      if (!draft) continue;
      pending.delete(key);
      const before = written.get(key);
      if (before !== undefined && before !== draft.id) drop(before);
      written.set(key, draft.id);
      if (unsynced.size === 0) setTimeout(syncAll, SYNC_DELAY).unref();
      unsynced.add(draft.id);
    }
    const end = performance.now();
    rested = end + Math.max(interval, REST * (end - start));
    return pending.size === 0;
  };
  const syncAll = () => {
    last(unsynced);
    unsynced.clear();
  };

  return {
    note(typed) {
      pending.set(keyOf(typed.path, typed.slotId), typed);
      const wait = rested - performance.now();
      if (wait <= 0) return flushSync();
      timer ??= setTimeout(flushSync, wait);
      return true;
    },
    flushSync,
    unkept: () => [...pending.values()],
    forget(path, slotId) {
      const key = keyOf(path, slotId);
      pending.delete(key);
      const id = written.get(key);
      if (id === undefined) return;
      drop(id);
      written.delete(key);
      unsynced.delete(id);
    },
    keep(path, slotId) {
      flushSync();
      written.delete(keyOf(path, slotId));
    },
  };
}

function keyOf(path: string, slotId: string | null): string {
  return JSON.stringify([path, slotId]);
}
