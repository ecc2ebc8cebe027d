import { shownChord } from '../key.ts';
import { activeRows, type Layer } from '../layer.ts';
import type { Preferences } from '../preferences.ts';
import type { ShownLine } from './reader.ts';

/** The keys of layers as lines, each layer below its title. */
export function keyLines(
  layers: readonly Pick<Layer, 'title' | 'table' | 'where' | 'yields'>[],
  preferences: Preferences,
): ShownLine[] {
  return layers.flatMap((layer): ShownLine[] => [
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
