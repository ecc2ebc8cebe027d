import { memo } from '../text/memo.ts';
import type { KeyTable } from './key.ts';
import type { KeyChanges, Preferences } from './preferences.ts';

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
