import { memo } from '../text/memo.ts';
import type { KeyTable } from './key.ts';

/** Keys that a person chose, by table and act. An act without keys has none. */
export type KeyChanges = Readonly<Record<string, Readonly<Record<string, readonly string[]>> | undefined>>;

/** What a person prefers, wherever they work. */
export interface Preferences {
  keys: KeyChanges;
  /** Whether the wheel scrolls and clicks work; the terminal's own selection then needs Shift. */
  mouse: boolean;
  /** Whether the screen is drawn with characters of ASCII alone. */
  ascii: boolean;
  /** The file in which all this is chosen, as it is shown; '' if there is none. */
  file: string;
}

/** What holds for those who chose nothing. */
export const DEFAULT_PREFERENCES: Preferences = { keys: {}, mouse: true, ascii: false, file: '' };

const changedTables = memo((_keys: KeyChanges) => new Map<string, KeyTable>());

/** The table of a name with the user's own keys. If an act has several rows, the first one gets them. */
export function withOwnKeys(name: string, table: KeyTable, { keys }: Pick<Preferences, 'keys'>): KeyTable {
  const own = keys[name];
  if (own === undefined) return table;
  const known = changedTables(keys);
  const changed = known.get(name) ?? withKeys(table, own);
  known.set(name, changed);
  return changed;
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
