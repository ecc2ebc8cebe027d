import { type Draft, dropDraft, syncDrafts, type TypedDraft, writeDraftSync } from './drafts.ts';

/** Keeps in drafts what is being typed. */
interface Journal {
  /** Records what was typed; it is in a draft at once or within `interval`. Returns false if writing it failed. */
  note(typed: TypedDraft): boolean;
  /** Writes now what is not in a draft yet; for endings. Returns whether all of it could be kept. */
  flushSync(): boolean;
  /** The texts that could not be kept in a draft at the last attempt. */
  unkept(): TypedDraft[];
  /** Deletes the draft for a slot, whose answer is in the file now. */
  forget(path: string, slotId: string | null): void;
  /** Leaves the draft for a slot to another run. */
  keep(path: string, slotId: string | null): void;
}

/** The shortest time between two writes, in ms. Keys are further apart, so each is kept before it is shown. */
const INTERVAL = 20;
/** The next write waits this many times as long as the last one took, so that long texts do not delay keys. */
const REST = 2;
/** How long a draft may stay unflushed, in ms, before it must survive a power cut. */
const SYNC_DELAY = 1000;

/**
 * A journal of drafts. A key is written at once unless another was just written; then the first key that waits starts
 * the clock and later ones do not restart it (a throttle, not a debounce). `write`, `drop` and `last` are replaced only
 * by tests.
 */
export function draftJournal({
  interval = INTERVAL,
  write = (typed: TypedDraft): Draft | null => writeDraftSync(typed, { durable: false }),
  drop = (id: string): unknown => dropDraft(id),
  last = (ids: Iterable<string>): void => syncDrafts(ids),
} = {}): Journal {
  const pending = new Map<string, TypedDraft>();
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
