import { type Update, withNotice } from './action.ts';
import type { ActOf } from './keymap.ts';
import * as messages from './messages.ts';
import { askOverlay } from './overlays/ask.ts';
import { openFind, openHelp, textOverlay } from './overlays/overlay.ts';
import type { ShownLine } from './overlays/reader.ts';
import { homeRows, type WizardState } from './state.ts';

/** The actions of the home screen. */
export const HOME_ACTIONS: Record<ActOf<'home'>, (state: WizardState) => Update> = {
  up: (state) => moved(state, 'up'),
  down: (state) => moved(state, 'down'),
  top: (state) => moved(state, 'top'),
  bottom: (state) => moved(state, 'bottom'),
  'page-up': (state) => moved(state, 'page-up'),
  'page-down': (state) => moved(state, 'page-down'),
  'next-gap': (state) => toUnfinished(state, 1),
  'gap-before': (state) => toUnfinished(state, -1),
  open: (state) => openRow(state, state.home.at),
  find: (state) => [openFind(state), []],
  peek,
  help: (state) => [openHelp(state), []],
  quit: (state) => [state, [{ type: 'quit', code: 0 }]],
};

function moved(state: WizardState, by: Parameters<typeof indexAfter>[1]): Update {
  return to(state, indexAfter(state.home.at, by, homeRows(state.home).length));
}

function to(state: WizardState, at: number): Update {
  return [{ ...state, home: { ...state.home, at } }, []];
}

/** Moves to the next or previous spec with gaps, wrapping around. */
function toUnfinished(state: WizardState, by: 1 | -1): Update {
  const { specs, at } = state.home;
  const open = (specs ?? []).flatMap(({ gaps }, index) => (gaps > 0 ? [index] : []));
  const next = by > 0 ? open.find((index) => index > at) : open.findLast((index) => index < at);
  const there = next ?? open.at(by > 0 ? 0 : -1);
  return there === undefined ? [withNotice(state, messages.noSpecHasGaps), []] : to(state, there);
}

/** An index in a list of `count` items after a move. */
export function indexAfter(
  at: number,
  by: 'up' | 'down' | 'top' | 'bottom' | 'page-up' | 'page-down',
  count: number,
): number {
  const steps = { up: -1, down: 1, top: -count, bottom: count, 'page-up': -10, 'page-down': 10 };
  return Math.max(0, Math.min(count - 1, at + steps[by]));
}

/** Opens the spec of a row, or asks for the name of a new one. */
export function openRow(state: WizardState, index: number): Update {
  const row = homeRows(state.home)[index];
  switch (row?.row) {
    case 'spec':
      return [{ ...state, notice: { tone: 'plain', text: messages.opening } }, [{ type: 'open', path: row.spec.path }]];
    case 'template':
      return [state, [{ type: 'offer-name', template: row.template.id }]];
    case 'file': {
      const help = messages.templateFileHelp;
      return [{ ...state, overlay: askOverlay({ what: 'template-path' }, messages.whichTemplateFile, help) }, []];
    }
    default:
      return [state, []];
  }
}

/** Shows what a template asks. */
function peek(state: WizardState): Update {
  const row = homeRows(state.home)[state.home.at];
  if (row?.row !== 'template') return [withNotice(state, messages.onlyTemplates), []];
  const { title, about, when, asks, sections, questions } = row.template;
  const lines: ShownLine[] = [
    { text: about, tone: 'plain' },
    { text: '', tone: 'plain' },
    ...(when === '' ? [] : [{ text: messages.whenToUse, tone: 'bold' as const }, ...plain(when), ...plain('')]),
    { text: messages.templateSize(sections, questions), tone: 'bold' },
    ...asks.flatMap(({ section, questions: asked }): ShownLine[] => [
      { text: '', tone: 'plain' },
      { text: section, tone: 'plain' },
      ...asked.map((text): ShownLine => ({ text: `  ${text}`, tone: 'dim' })),
    ]),
  ];
  return [{ ...state, overlay: { ...textOverlay(title, lines), template: row.template.id } }, []];
}

function plain(text: string): ShownLine[] {
  return text
    .trim()
    .split('\n')
    .map((line) => ({ text: line, tone: 'plain' }));
}
