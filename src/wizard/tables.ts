import { SLOT_KINDS, type SlotKind } from '../template/slot.ts';
import { memo } from '../text/memo.ts';
import { fieldKeys } from './fields/fields.ts';
import { type KeyTable, shownChord } from './key.ts';
import { type Context, KEYS } from './keymap.ts';
import { PAGER_KEYS } from './pager/keymap.ts';
import type { KeyChanges, Preferences } from './preferences.ts';
import { TEXT_KEYS } from './text-keys.ts';

/** The name of a table: a context, `text`, or the kind of an editor. */
export type TableName = Context | keyof typeof PAGER_KEYS | 'text' | SlotKind;

/** Every table of keys by its name, as the program comes. */
export const TABLES = {
  ...KEYS,
  ...PAGER_KEYS,
  text: TEXT_KEYS,
  ...Object.fromEntries(SLOT_KINDS.map((kind) => [kind, fieldKeys(kind)])),
} as unknown as Readonly<Record<TableName, KeyTable>>;

const changedTables = memo((_keys: KeyChanges) => new Map<string, KeyTable>());

/** A table with the user's own keys. If an act has several rows, the first one gets them. */
export function tableFor(name: TableName, { keys }: Pick<Preferences, 'keys'>): KeyTable {
  const own = keys[name];
  if (own === undefined) return TABLES[name];
  const known = changedTables(keys);
  const table = known.get(name) ?? withKeys(TABLES[name], own);
  known.set(name, table);
  return table;
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

/** The key for an act as messages name it, such as `^S`; the act's name where the person took its keys away. */
export function keyFor({ preferences }: { preferences: Preferences }, name: TableName, act: string): string {
  const row = tableFor(name, preferences).find((one) => one.act === act);
  return row ? shownChord(row.keys[0]!, preferences) : act;
}
