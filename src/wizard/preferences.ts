import { getOrInsert, memo } from '../text/memo.ts';
import type { KeyTable } from './key.ts';

/** A person's own keys, by table and action. An action without keys has none. */
export type KeyChanges = Readonly<Record<string, Readonly<Record<string, readonly string[]>> | undefined>>;

/** A person's preferences. */
export interface Preferences {
  keys: KeyChanges;
  /** Whether the wheel scrolls and clicks work; the terminal's own selection then needs Shift. */
  mouse: boolean;
  /** Whether to draw with ASCII alone. */
  ascii: boolean;
  /** The settings file, as it is shown; '' if there is none. */
  file: string;
}

export const DEFAULT_PREFERENCES: Preferences = { keys: {}, mouse: true, ascii: false, file: '' };

const changedTables = memo((_keys: KeyChanges) => new Map<string, KeyTable>());

/** A table with the user's own keys. If an action has several rows, the first one gets them. */
export function withOwnKeys(name: string, table: KeyTable, { keys }: Pick<Preferences, 'keys'>): KeyTable {
  const own = keys[name];
  if (own === undefined) return table;
  return getOrInsert(changedTables(keys), name, () => withKeys(table, own));
}

function withKeys(table: KeyTable, own: Readonly<Record<string, readonly string[]>>): KeyTable {
  const first = new Set<string>();
  return table.flatMap((row) => {
    const keys = own[row.act];
    if (keys === undefined) return [row];
    const isFirst = !first.has(row.act);
    first.add(row.act);
    return isFirst && keys.length > 0 ? [{ ...row, keys }] : [];
  });
}
