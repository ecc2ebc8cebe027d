import type { Update } from './action.ts';
import { actFor, type Binding, type KeyTable, type Press, shownChord } from './key.ts';
import type { ShownLine } from './overlays/reader.ts';
import type { Preferences } from './preferences.ts';

/** The keys of one context in a state. */
export interface Layer<Result = Update> {
  /** The name of the context in help. */
  title: string;
  table: KeyTable;
  /** The argument for the conditions of the table. */
  where: unknown;
  /** Runs an action; null if it does nothing here, so that a layer below may get the key. */
  run: (act: string) => Result | null;
  /** Whether actions may do nothing here, so that the keys still belong to the layers below. */
  yields?: boolean;
}

/** The result of a press in the first layer that handles it; null if none does. */
export function runPress<Result>(layers: readonly Layer<Result>[], press: Press): Result | null {
  for (const { table, where, run } of layers) {
    const act = actFor(table, press, where);
    const result = act === null ? null : run(act);
    if (result !== null) return result;
  }
  return null;
}

/** The state after handling items one after another, and all effects. */
export function inTurn<State, Item, Effect>(
  state: State,
  items: Iterable<Item>,
  handle: (state: State, item: Item) => readonly [State, readonly Effect[]],
): [State, Effect[]] {
  let current = state;
  const effects: Effect[] = [];
  for (const item of items) {
    const [next, more] = handle(current, item);
    current = next;
    effects.push(...more);
  }
  return [current, effects];
}

type Keys = Pick<Layer, 'table' | 'where' | 'yields'>;

/** The rows of layers that work now, each with the keys that no earlier layer takes; `useful` omits idle rows. */
export function activeRows(layers: readonly Keys[], useful = false): Binding[] {
  return rowsByLayer(layers, useful).flat();
}

function rowsByLayer(layers: readonly Keys[], useful = false): Binding[][] {
  const taken = new Set<string>();
  return layers.map(({ table, where, yields = false }) =>
    table.flatMap((row) => {
      const keys = row.keys.filter((key) => !taken.has(key));
      if (keys.length === 0 || row.when?.(where) === false) return [];
      if (!yields) for (const key of keys) taken.add(key);
      return useful && row.idle?.(where) ? [] : [{ ...row, keys }];
    }),
  );
}

/** The keys of layers that work together as lines, each layer below its title. */
export function keyLines(layers: readonly (Keys & Pick<Layer, 'title'>)[], preferences: Preferences): ShownLine[] {
  const rows = rowsByLayer(layers);
  return layers.flatMap(({ title }, at): ShownLine[] => {
    if (rows[at]!.length === 0) return [];
    const lines = rows[at]!.map(
      ({ keys, label }): ShownLine => ({
        keys: keys.map((key) => shownChord(key, preferences)),
        text: label,
        tone: 'plain',
      }),
    );
    return [{ text: title, tone: 'bold' }, ...lines, { text: '', tone: 'plain' }];
  });
}
