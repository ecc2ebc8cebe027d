import { SLOT_KINDS, type SlotKind } from '../template/slot.ts';

import { fieldKeys } from './fields/fields.ts';
import { type KeyTable, shownChord } from './key.ts';
import { type Context, KEYS } from './keymap.ts';
import { PAGER_KEYS } from './pager/keymap.ts';
import { type Preferences, withOwnKeys } from './preferences.ts';
import { TEXT_KEYS } from './text-buffer.ts';

/** The name of a table: a context, `text`, or the kind of an editor. */
export type TableName = Context | keyof typeof PAGER_KEYS | 'text' | SlotKind;

/** Every table of keys by its name, as the program comes. */
export const TABLES = {
  ...KEYS,
  ...PAGER_KEYS,
  text: TEXT_KEYS,
  ...Object.fromEntries(SLOT_KINDS.map((kind) => [kind, fieldKeys(kind)])),
} as unknown as Readonly<Record<TableName, KeyTable>>;

/** A table with the user's own keys. */
export function tableFor(name: TableName, preferences: Pick<Preferences, 'keys'>): KeyTable {
  return withOwnKeys(name, TABLES[name], preferences);
}

/** The key for an act as messages name it, such as `^S`; the act's name where the person took its keys away. */
export function keyFor({ preferences }: { preferences: Preferences }, name: TableName, act: string): string {
  const row = tableFor(name, preferences).find((one) => one.act === act);
  return row ? shownChord(row.keys[0]!, preferences) : act;
}
