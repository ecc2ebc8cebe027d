import { slotAt } from '../../interview/questions.ts';
import { plainRows } from '../../render/rendering.ts';
import type { Slot } from '../../template/slot.ts';
import { printable } from '../../text/printable.ts';
import { isWalking, readingOf, type Update } from '../action.ts';
import { fieldLayers } from '../in-field.ts';
import { OUTLINE_ACTIONS } from '../in-outline.ts';
import type { ActOf } from '../keymap.ts';
import { keyLines } from '../layer.ts';
import * as messages from '../messages.ts';
import { LEGEND } from '../outline.ts';
import { everywhere, layerOf, screenLayers } from '../screen-layers.ts';
import type { WizardState } from '../state.ts';
import type { TextBuffer } from '../text-buffer.ts';
import type { HelpOverlay, TextOverlay } from './overlay.ts';
import { type ReaderStep, readerActions, type ShownLine, type ShownRow, searched, shownRows } from './reader.ts';

type Read = HelpOverlay | TextOverlay;

/** The rows of a text, as wide as the screen. */
export function rowsOf(state: WizardState, overlay: Read): ShownRow[] {
  const lines = overlay.kind === 'help' ? helpLines({ ...state, overlay: null }) : overlay.lines;
  return shownRows(lines, state.size.columns);
}

/** The number of rows of the text on the screen, below its title and above the keys. */
function heightOf({ size }: WizardState): number {
  return Math.max(1, size.rows - 4);
}

type Do = (state: WizardState, overlay: Read) => Update;

const by =
  (next: ReaderStep): Do =>
  (state, overlay) => [
    {
      ...state,
      overlay: { ...overlay, reader: next(overlay.reader, rowsOf(state, overlay), heightOf(state)) },
    },
    [],
  ];

/** The actions while a text is read. */
export const READING_ACTIONS: Record<ActOf<'show'>, Do> = {
  begin: (state, overlay) =>
    overlay.kind === 'show' && overlay.template !== undefined
      ? [{ ...state, overlay: null }, [{ type: 'offer-name', template: overlay.template }]]
      : [state, []],
  ...readerActions(by),
  close: (state, overlay) => [{ ...state, overlay: (overlay.kind === 'show' && overlay.below) || null }, []],
};

/** The actions of the search line of a text. */
export const SEARCH_ACTIONS: Record<ActOf<'search'>, Do> = {
  search: by(searched),
  close: by((reader) => ({ ...reader, line: null })),
};

/** The state with another search line; null closes it. */
export function withLine(state: WizardState, overlay: Read, line: TextBuffer | null): Update | null {
  return line && [{ ...state, overlay: { ...overlay, reader: { ...overlay.reader, line } } }, []];
}

/** The help for the present state: the question's help, the meaning of the signs, every key. */
function helpLines(state: WizardState): ShownLine[] {
  const isAsking = isWalking(state) && state.screen === 'walk';
  const other = !isAsking
    ? []
    : state.walk.place === 'field'
      ? [layerOf('outline', messages.inTheOutline, state, OUTLINE_ACTIONS)]
      : fieldLayers(state);
  // The other place is not here, so no key of this one hides any of its own.
  const places = [screenLayers(state), other, [everywhere(state)]];
  return [
    ...questionLines(state),
    { text: 'Signs', tone: 'bold' },
    ...LEGEND.map(([sign, meaning]): ShownLine => ({ keys: [sign], text: meaning, tone: 'plain' })),
    { text: '', tone: 'plain' },
    ...places.flatMap((layers) => keyLines(layers, state.preferences)),
    ...settingsLine(state.preferences.file),
  ];
}

function settingsLine(file: string): ShownLine[] {
  return file === '' ? [] : [{ text: messages.preferencesHint(file), tone: 'dim' }];
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
      messages.templateSays,
      isVerbatim(slot) && slot.guidance !== '' ? verbatim : plainRows(slot.guidance, width),
    ),
    ...part(messages.exampleTitle, plainRows(slot.example, width)),
  ];
}

/** Whether a slot's guidance is code or a drawing, which is shown unchanged. */
export function isVerbatim({ kind, guidance }: Pick<Slot, 'kind' | 'guidance'>): boolean {
  return kind === 'code' || /[\u2500-\u257f]/.test(guidance);
}
