import { slotAt } from '../../interview/questions.ts';
import { plainRows } from '../../render/plain-rows.ts';
import type { Slot } from '../../template/slot.ts';
import { printable } from '../../text/printable.ts';
import { fieldLayers } from '../in-field.ts';
import { OUTLINE } from '../in-outline.ts';
import { everywhere, layerOf, screenLayers } from '../screen-layers.ts';
import type { WizardState } from '../state.ts';
import { isWalking, readingOf } from '../update-result.ts';
import { keyLines } from './key-lines.ts';
import { LEGEND } from './legend.ts';
import type { ShownLine } from './reader.ts';

/** All that helps where one is: the question's help, what the signs mean, every key. */
export function helpLines(state: WizardState): ShownLine[] {
  const isAsking = isWalking(state) && state.screen === 'walk';
  const other = !isAsking
    ? []
    : state.walk.place === 'field'
      ? [layerOf('outline', 'In the outline', state, OUTLINE)]
      : fieldLayers(state);
  const layers = [...screenLayers(state), ...other, everywhere(state)];
  return [
    ...questionLines(state),
    { text: 'Signs', tone: 'bold' },
    ...LEGEND.map(([sign, meaning]): ShownLine => ({ keys: sign, text: meaning, tone: 'plain' })),
    { text: '', tone: 'plain' },
    ...keyLines(layers, state.preferences),
    ...settingsLine(state.preferences.file),
  ];
}

function settingsLine(file: string): ShownLine[] {
  return file === '' ? [] : [{ text: `Keys, marks, theme and mouse can be chosen in ${file}.`, tone: 'dim' }];
}

function questionLines(state: WizardState): ShownLine[] {
  if (!isWalking(state) || state.screen !== 'walk') return [];
  const slot = slotAt(readingOf(state), state.walk.id)?.slot;
  if (!slot) return [];
  const width = state.size.columns - 6;
  const part = (title: string, rows: readonly string[]): ShownLine[] =>
    rows.length === 0
      ? []
      : [
          { text: title, tone: 'bold' },
          ...rows.map((text): ShownLine => ({ text: text === '' ? '' : `  ${text}`, tone: 'plain' })),
          { text: '', tone: 'plain' },
        ];
  const verbatim = printable(slot.guidance).trimEnd().split('\n');
  return [
    ...part(slot.ask, plainRows(slot.help, width)),
    ...part(
      'The template says',
      isDrawn(slot) && slot.guidance !== '' ? verbatim : plainRows(slot.guidance, width),
    ),
    ...part('An example', plainRows(slot.example, width)),
  ];
}

/** Whether a slot's guidance is code or a drawing, which stands as it is. */
export function isDrawn({ kind, guidance }: Pick<Slot, 'kind' | 'guidance'>): boolean {
  return kind === 'code' || /[\u2500-\u257f]/.test(guidance);
}
