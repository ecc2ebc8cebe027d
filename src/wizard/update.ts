import { gapsOf } from '../interview/questions.ts';
import { printable } from '../text/printable.ts';
import {
  type Action,
  type Effect,
  isWalking,
  readingOf,
  type SpecPlace,
  type Update,
  type Walking,
  withNotice,
  withWalk,
} from './action.ts';
import { takeEdited } from './answering.ts';
import { equalValues, startHistory, writableValue } from './fields/fields.ts';
import { goTo, goToOpen } from './go.ts';
import { keysIn, type Press } from './key.ts';
import { inTurn, type Layer, runPress } from './layer.ts';
import { click, layersOf, typeText } from './layers.ts';
import { isCramped } from './layout.ts';
import { Machine } from './machine.ts';
import * as messages from './messages.ts';
import { askOverlay, completed } from './overlays/ask.ts';
import { offerAfterTakeOver, offerConflict, offerTakeOver, withoutWrites } from './overlays/choose.ts';
import { showRelated } from './overlays/find.ts';
import { offerDrafts, redundantDrafts, upgradeOffer } from './overlays/offers.ts';
import { type ChooseOverlay, chooseOverlay } from './overlays/overlay.ts';
import { pagerLayers } from './pager/layers.ts';
import { DEFAULT_PREFERENCES } from './preferences.ts';
import { inPreview, previewWidths, questionAtPlace } from './preview.ts';
import { everywhere, screenLayers } from './screen-layers.ts';
import type { WizardState } from './state.ts';
import { bufferOf } from './text-buffer.ts';

/** The state after an action, and the effects to run. Pure. */
function update(state: WizardState, action: Action): Update {
  const [next, effects] = withoutWrites(state, turn(state, action));
  if (!isWalking(next)) return [next, effects];
  const judged = writableValue(next.walk.field.now);
  if (equalValues(judged, next.walk.judged)) return [next, effects];
  const waits = action.type !== 'paused' && isSamePlace(state, next);
  return waits ? [next, [...effects, { type: 'await-pause' }]] : [withWalk(next, { judged }), effects];
}

/** Whether nothing but the content of a field has changed: judging it can wait until typing pauses. */
function isSamePlace(before: WizardState, after: Walking): boolean {
  return (
    after.overlay === null &&
    before.overlay === null &&
    before.screen === after.screen &&
    before.size === after.size &&
    before.walk?.id === after.walk.id &&
    before.walk.place === after.walk.place &&
    before.walk.text === after.walk.text
  );
}

function turn(state: WizardState, action: Action): Update {
  switch (action.type) {
    case 'press':
      return press(state, action.press);
    case 'click':
      return isCramped(state) ? [state, []] : click(state, action.target);
    case 'resize':
      return resized(state, { columns: action.columns, rows: action.rows });
    case 'paused':
      return [state, []];
    case 'idle':
      if (state.overlay?.kind !== 'choose' || !state.overlay.untilIdle) return [state, []];
      return [{ ...state, overlay: { ...state.overlay, untilIdle: false } }, []];
    case 'pager':
      if (state.overlay?.kind !== 'pager' || !isWalking(state)) return [state, []];
      return inPreview(state, state.overlay.pager, action.action);
    case 'completed':
      return [completed(state, action), []];
    case 'found':
      return [withFound(state, action), []];
    case 'known':
      return [{ ...state, facts: { ...state.facts, ...action.facts } }, []];
    case 'opened':
      return open(state, action);
    case 'name-offered': {
      const { template, title, becomes, name, problem } = action;
      const help = messages.whereNameGoes(becomes);
      const overlay = askOverlay(
        { what: 'name', template, becomes },
        messages.whatIsItCalled(withoutBlanks(title)),
        help,
        name,
      );
      return [{ ...state, notice: null, overlay: { ...overlay, problem } }, []];
    }
    case 'saved':
      if (!isWalking(state)) return [state, []];
      return [withWalk(state, { path: action.path, save: action.text === state.walk.text ? 'saved' : 'saving' }), []];
    case 'save-failed':
      return saveFailed(state, action.message, action.readOnly);
    case 'conflict':
      if (!isWalking(state)) return [state, []];
      // The notice says that the answer was saved.
      return appearing({ ...withWalk(state, { save: 'failed' }), notice: null }, offerConflict(action.theirs));
    case 'taken-over': {
      if (!isWalking(state)) return [state, []];
      const { writer, meanwhile } = action;
      const save = meanwhile ? state.walk.save : 'failed';
      const overlay = meanwhile ? offerAfterTakeOver(writer) : offerTakeOver(writer, true);
      return [{ ...withWalk(state, { save, writer }), notice: meanwhile ? state.notice : null, overlay }, []];
    }
    case 'related':
      return [state.overlay ? state : showRelated(state, action.found), []];
    case 'edited': {
      if (!isWalking(state)) return [state, []];
      return takeEdited(state, action.id ?? state.walk.id, action.text);
    }
    case 'told': {
      const text = printable(action.text);
      const { overlay } = state;
      if (overlay?.kind !== 'ask' || action.tone !== 'bad') return [withNotice(state, text, action.tone), []];
      return [{ ...state, overlay: { ...overlay, problem: text } }, []];
    }
  }
}

/** Handles the keys of one read in turn: what a key opens receives the next key. */
function press(state: WizardState, given: Press): Update {
  return inTurn(state, keysIn(given, tablesHere(state)), pressKey);
}

function pressKey(state: WizardState, key: Press): Update {
  if (state.overlay?.kind === 'pager' && isWalking(state) && !isCramped(state))
    return inPreview(state, state.overlay.pager, { kind: 'press', press: key });
  const done = runPress(layersHere(state), key);
  if (done) return done;
  if (state.overlay?.kind === 'choose' && state.overlay.untilIdle) return pressBelow(state, state.overlay, key);
  return (key.kind === 'chord' || isCramped(state) ? null : typeText(state, key)) ?? [state, []];
}

/** The tables of keys that work now, those of the preview among them. */
function tablesHere(state: WizardState): Parameters<typeof keysIn>[1] {
  const { overlay } = state;
  return overlay?.kind === 'pager' && !isCramped(state) ? pagerLayers(overlay.pager) : layersHere(state);
}

function layersHere(state: WizardState): Layer[] {
  return isCramped(state) ? [everywhere(state)] : layersOf(state);
}

function resized(state: WizardState, size: WizardState['size']): Update {
  const next = { ...state, size };
  if (next.overlay?.kind !== 'pager' || !isWalking(next)) return [next, []];
  const widths = previewWidths(size.columns);
  return inPreview(next, next.overlay.pager, { kind: 'resize', size, widths });
}

/**
 * The state with the specs and templates that were found; these templates precede the known ones. A row to which the
 * author has moved stays highlighted.
 */
function withFound(state: WizardState, { specs, templates }: Extract<Action, { type: 'found' }>): WizardState {
  const before = state.home.specs?.length ?? 0;
  const untouched = state.home.at <= before;
  const at = untouched
    ? Math.min(state.home.at, specs.length)
    : state.home.at + specs.length - before + templates.length;
  return { ...state, home: { specs, templates: [...templates, ...state.home.templates], at } };
}

function open(state: WizardState, action: Extract<Action, { type: 'opened' }>): Update {
  const { path, template, text, exists, drafts, writer, readOnly = false } = action;
  const blank = startHistory({ kind: 'line', buffer: bufferOf('') });
  const opened: Walking = {
    ...state,
    screen: 'walk',
    overlay: null,
    notice: null,
    walk: {
      path,
      template,
      text,
      opened: text,
      save: exists ? 'saved' : 'new',
      writer: writer ?? null,
      id: '',
      place: 'field',
      field: blank,
      judged: null,
      begun: null,
      kept: {},
      skipped: [],
      past: [],
      future: [],
      trail: [],
      search: '',
      scroll: 0,
      reviewAt: 0,
    },
  };
  const [there, effects] = begin(opened, exists ? action.last : null, action.at);
  if (!isWalking(there)) return [there, effects];
  if (writer === undefined) {
    const needless = redundantDrafts(there, drafts);
    const offered = drafts.filter((draft) => !needless.includes(draft));
    const dropped = needless.map(({ id, draft }) => ({ type: 'drop-draft' as const, id, draft }));
    const isForOnePlace = action.at !== undefined;
    const offer = offerDrafts(there, offered);
    // Keys that waited for the first screen must not throw a draft away.
    if (offer) {
      const [asked, waits] = appearing(there, offer);
      return [asked, [...effects, ...dropped, ...waits]];
    }
    return [{ ...there, overlay: isForOnePlace ? null : upgradeOffer(there) }, [...effects, ...dropped]];
  }
  return [{ ...there, overlay: readOnly ? null : offerTakeOver(writer, false) }, effects];
}

/** The place asked for; else where the last session stopped, if that is still a gap; else the first gap. */
function begin(state: Walking, last: string | null, at?: SpecPlace): Update {
  const asked = at === undefined ? null : questionAtPlace(readingOf(state), at);
  if (asked) return goTo(state, asked.id);
  const gaps = gapsOf(readingOf(state));
  if (last === null || gaps[0]?.id === last || !gaps.some(({ id }) => id === last)) {
    return goToOpen(state, null, true);
  }
  const [there, effects] = goTo(state, last);
  return [withNotice(there, messages.goingOn), effects];
}

/** A template's title without what it leaves open: "RFC: {title}" and "RFC: (say in short what)" are "RFC". */
function withoutBlanks(title: string): string {
  const words = title.replace(/\{[^{}]*\}|\[[^[\]]*\]|<[^<>]*>|\([^()]* [^()]*\)$/g, '').trim();
  return words.replace(/^[\s:–—-]+|[\s:–—-]+$/g, '') || messages.newSpec;
}

function saveFailed(state: WizardState, message: string, readOnly: boolean): Update {
  if (!isWalking(state)) return [withNotice(state, printable(message), 'bad'), []];
  const title = messages.couldNotBeSaved;
  const overlay = chooseOverlay(
    { what: 'failed' },
    title,
    [printable(message)],
    [
      ...(readOnly ? [{ key: 'w', name: 'read-only', label: messages.writeAnyway }] : []),
      { key: 't', name: 'again', label: messages.tryAgain },
      { key: 'a', name: 'save-as', label: messages.saveElsewhere },
    ],
  );
  return appearing(withWalk(state, { save: 'failed' }), overlay);
}

/** The state with a choice that appears while the author may be typing. */
function appearing(state: Walking, overlay: ChooseOverlay): Update {
  return [{ ...state, overlay: { ...overlay, untilIdle: true } }, [{ type: 'await-idle' }]];
}

/** Handles a key below a choice that has just appeared: text and its keys go on in the field, and no key chooses. */
function pressBelow(state: WizardState, overlay: ChooseOverlay, key: Press): Update {
  const below = { ...state, overlay: null };
  const isInField = isWalking(state) && state.screen === 'walk' && state.walk.place === 'field';
  const inText = isInField ? screenLayers(below).filter(({ yields }) => yields) : [];
  const typed = runPress(inText, key) ?? (key.kind === 'chord' ? null : typeText(below, key));
  const [after, effects] = typed ?? [below, []];
  return [after.overlay ? after : { ...after, overlay }, [...effects, { type: 'await-idle' }]];
}

export type WizardMachine = Machine<WizardState, Action, Effect>;

/** The wizard, ready to take actions. */
export function wizardMachine(state: WizardState): WizardMachine {
  return new Machine(state, update);
}

/** A wizard's state before anything has happened. */
export function firstState(
  size: WizardState['size'],
  facts: WizardState['facts'],
  templates: WizardState['home']['templates'],
  preferences = DEFAULT_PREFERENCES,
): WizardState {
  return {
    screen: 'home',
    overlay: null,
    size,
    facts,
    preferences,
    home: { specs: null, templates, at: 0 },
    walk: null,
    notice: null,
  };
}
