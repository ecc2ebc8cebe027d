import type { Update } from './action.ts';
import { actFor, type Binding, type KeyTable, type Press, shownChord } from './key.ts';
import type { ShownLine } from './overlays/reader.ts';
import type { Preferences } from './preferences.ts';

/** The keys of one context as they work in a state. */
export interface Layer<Result = Update> {
  /** How help calls the context. */
  title: string;
  table: KeyTable;
  /** What the conditions of the table are about. */
  where: unknown;
  /** Does an act; null if it does nothing here, so that a layer below may have the key. */
  run: (act: string) => Result | null;
  /** Whether acts may do nothing here, so that the keys are not taken from the layers below. */
  yields?: boolean;
}

/** What a press does by the first layer that has something for it; null if there is none. */
export function runLayers<Result>(layers: readonly Layer<Result>[], press: Press): Result | null {
  for (const { table, where, run } of layers) {
    const act = actFor(table, press, where);
    const result = act === null ? null : run(act);
    if (result !== null) return result;
  }
  return null;
}

/** The rows of layers that work now, each with the keys that no layer before it takes; `useful`: without idle ones. */
export function activeRows(
  layers: readonly Pick<Layer, 'table' | 'where' | 'yields'>[],
  useful = false,
): Binding[] {
  const taken = new Set<string>();
  return layers.flatMap(({ table, where, yields = false }) =>
    table.flatMap((row) => {
      const keys = row.keys.filter((key) => !taken.has(key));
      if (keys.length === 0 || row.when?.(where) === false) return [];
      if (!yields) for (const key of keys) taken.add(key);
      return useful && row.idle?.(where) ? [] : [{ ...row, keys }];
    }),
  );
}

/** The keys of layers as lines, each layer below its title. */
export function keyLines(
  layers: readonly Pick<Layer, 'title' | 'table' | 'where' | 'yields'>[],
  preferences: Preferences,
): ShownLine[] {
  const working = layers.filter((layer) => activeRows([layer]).length > 0);
  return working.flatMap((layer): ShownLine[] => [
    { text: layer.title, tone: 'bold' },
    ...activeRows([layer]).map(
      ({ keys, label }): ShownLine => ({
        keys: keys.map((key) => shownChord(key, preferences)).join('  '),
        text: label,
        tone: 'plain',
      }),
    ),
    { text: '', tone: 'plain' },
  ]);
}
