import { slotAt } from '../interview/questions.ts';
import { isWalking, readingOf, type Target, type Update, withWalk } from './action.ts';
import { goTo, writeAndGoTo } from './go.ts';
import { HOME_ACTIONS } from './home.ts';
import { clickItem, toItem, typeInField } from './in-field.ts';
import type { TextPress } from './key.ts';
import { type TableName, tableFor } from './keymap.ts';
import { activeRows, type Layer } from './layer.ts';
import { ASK_ACTIONS, typeInAsk } from './overlays/ask.ts';
import { CHOOSE_ACTIONS, optionKeys, runChoice } from './overlays/choose.ts';
import { FIND_ACTIONS, withSearchText } from './overlays/find.ts';
import type { Overlay } from './overlays/overlay.ts';
import { READING_ACTIONS, SEARCH_ACTIONS, withLine } from './overlays/text-overlay.ts';
import { REVIEW_ACTIONS } from './review.ts';
import { everywhere, screenLayers } from './screen-layers.ts';
import type { WizardState } from './state.ts';
import { editText, type TextAct } from './text-buffer.ts';

/** The keys that work in a state, the nearest layer first. The first layer that handles a press runs it. */
export function layersOf(state: WizardState): Layer[] {
  return [...(state.overlay ? overlayLayers(state, state.overlay) : screenLayers(state)), everywhere(state)];
}

/** The keys worth a hint now, with their descriptions. */
export function hintsOf(state: WizardState): ReturnType<typeof activeRows> {
  return activeRows(layersOf(state), true);
}

function overlayLayers(state: WizardState, overlay: Overlay): Layer[] {
  const over = <O>(name: TableName, at: O, acts: Readonly<Record<string, (state: WizardState, at: O) => Update>>) => ({
    title: 'Here',
    table: tableFor(name, state.preferences),
    where: at,
    run: (act: string) => acts[act]!(state, at),
  });
  const inText = (type: (act: TextAct) => Update | null): Layer => ({
    title: 'In the line',
    table: tableFor('text', state.preferences),
    where: overlay,
    run: (act) => type(act as TextAct),
    yields: true,
  });
  switch (overlay.kind) {
    case 'help':
    case 'show': {
      const { line } = overlay.reader;
      if (!line) return [over('show', overlay, READING_ACTIONS)];
      const search = { ...over('search', overlay, SEARCH_ACTIONS), where: { line } };
      return [search, inText((act) => withLine(state, overlay, edited(line, act)))];
    }
    case 'find':
      return [
        over('find', overlay, FIND_ACTIONS),
        inText((act) => [withSearchText(state, overlay, edited(overlay.line, act) ?? overlay.line), []]),
      ];
    case 'ask':
      return [over('ask', overlay, ASK_ACTIONS), inText((act) => typeInAsk(state, overlay, act))];
    case 'choose': {
      if (overlay.untilIdle) return [];
      const own: Layer = {
        title: 'Here',
        table: optionKeys(overlay),
        where: overlay,
        run: (option) => runChoice(state, overlay, option),
      };
      return [own, over('choose', overlay, CHOOSE_ACTIONS)];
    }
    case 'pager':
      return [];
  }
}

const edited = (line: Parameters<typeof editText>[0], press: TextPress | TextAct) =>
  editText(line, press, { width: Number.MAX_SAFE_INTEGER, lines: false });

/** Passes typed text or a paste to the line or field that takes it; null if there is none. */
export function typeText(state: WizardState, press: TextPress): Update | null {
  const { overlay } = state;
  switch (overlay?.kind) {
    case 'ask':
      return typeInAsk(state, overlay, press);
    case 'find':
      return [withSearchText(state, overlay, edited(overlay.line, press)!), []];
    case 'help':
    case 'show':
      return overlay.reader.line ? withLine(state, overlay, edited(overlay.reader.line, press)) : null;
    case 'choose':
    case 'pager':
      return null;
    case undefined:
      return isWalking(state) && state.screen === 'walk' && state.walk.place === 'field'
        ? typeInField(state, press)
        : null;
  }
}

/** Whether a line over the screen takes typed text. */
export function isTypedInto({ overlay }: Pick<WizardState, 'overlay'>): boolean {
  switch (overlay?.kind) {
    case 'find':
    case 'ask':
      return true;
    case 'help':
    case 'show':
      return overlay.reader.line !== null;
    case 'pager':
      return overlay.pager.line !== null || (overlay.pager.help?.line ?? null) !== null;
    default:
      return false;
  }
}

/** Handles a click: the first one on something moves there, another one does what Enter does. */
export function click(state: WizardState, target: Target): Update {
  const { overlay, screen } = state;
  const isInFront = target.on === (overlay?.kind ?? (screen === 'walk' ? target.on : screen));
  if (!isInFront) return [state, []];
  const quiet = { ...state, notice: null };
  switch (target.on) {
    case 'home': {
      if (state.home.at === target.at) return HOME_ACTIONS.open(quiet);
      return [{ ...quiet, home: { ...state.home, at: target.at } }, []];
    }
    case 'review': {
      if (!isWalking(quiet)) return [state, []];
      if (quiet.walk.reviewAt === target.at) return REVIEW_ACTIONS.open(quiet);
      return [withWalk(quiet, { reviewAt: target.at }), []];
    }
    case 'find': {
      if (overlay?.kind !== 'find') return [state, []];
      if (overlay.at === target.at) return FIND_ACTIONS.open(quiet, overlay);
      return [{ ...quiet, overlay: { ...overlay, at: target.at } }, []];
    }
    case 'choose': {
      if (overlay?.kind !== 'choose') return [state, []];
      const option = overlay.options[target.at]?.name;
      if (option !== undefined && overlay.at === target.at) return runChoice(quiet, overlay, option);
      return [{ ...quiet, overlay: { ...overlay, at: target.at } }, []];
    }
    case 'question': {
      if (!isWalking(quiet)) return [state, []];
      if (quiet.walk.id !== target.id) return writeAndGoTo(quiet, target.id, 'outline');
      return target.id === slotAt(readingOf(quiet), target.id)?.id ? goTo(quiet, target.id, 'field') : [state, []];
    }
    case 'field': {
      if (!isWalking(quiet)) return [state, []];
      const { item } = target;
      if (quiet.walk.place === 'field') return item === undefined ? [state, []] : clickItem(quiet, item);
      const [there, effects] = goTo(quiet, quiet.walk.id, 'field');
      return [isWalking(there) && item !== undefined ? toItem(there, item) : there, effects];
    }
  }
}
