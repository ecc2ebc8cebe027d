import { type Draft, dropDraft, type Typed, writeDraftSync } from './drafts.ts';

/** Keeps what is being typed, soon enough and not too often. */
export interface Journal {
  /** Something was typed; it is in a draft at most `interval` ms later. */
  note(typed: Typed): void;
  /** Writes now what is not in a draft yet; for endings. Whether all of it could be kept. */
  flushSync(): boolean;
  /** What was typed for this slot is in the file now: its draft is not needed any more. */
  settle(path: string, slotId: string | null): void;
}

/** In ms: with a slow disk and a busy machine a draft is still there within the 200 ms that are promised. */
const INTERVAL = 120;

/**
 * A journal of drafts. The first key that is not in a draft starts the clock and later ones don't restart it (a throttle,
 * not a debounce), so that fast typing is kept as often as slow. `write` and `drop` are the drafts' own, unless a test
 * says otherwise.
 */
export function draftJournal({
  interval = INTERVAL,
  write = (typed: Typed): Draft | null => writeDraftSync(typed),
  drop = (id: string): unknown => dropDraft(id),
} = {}): Journal {
  const pending = new Map<string, Typed>();
  const written = new Map<string, string>();
  let timer: NodeJS.Timeout | null = null;

  const flushSync = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    for (const [key, typed] of pending) {
      const draft = write(typed);
      if (!draft) continue;
      pending.delete(key);
      written.set(key, draft.id);
    }
    return pending.size === 0;
  };

  return {
    note(typed) {
      pending.set(keyOf(typed.path, typed.slotId), typed);
      timer ??= setTimeout(flushSync, interval);
    },
    flushSync,
    settle(path, slotId) {
      const key = keyOf(path, slotId);
      pending.delete(key);
      const id = written.get(key);
      if (id !== undefined) drop(id);
      written.delete(key);
    },
  };
}

function keyOf(path: string, slotId: string | null): string {
  return JSON.stringify([path, slotId]);
}
