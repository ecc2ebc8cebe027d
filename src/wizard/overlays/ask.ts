import type { SlotReading } from '../../judge/reading.ts';
import { slug } from '../../text/casing.ts';
import { printable } from '../../text/printable.ts';
import { type Effect, isWalking, type Update, withEffects, withNotice } from '../action.ts';
import { leaveSection } from '../answering.ts';
import { isTyped } from '../conditions.ts';
import { edit, editField, fieldValue, redo, startHistory, undo } from '../fields/fields.ts';
import { goOn } from '../go.ts';
import type { TextPress } from '../key.ts';
import type { ActOf } from '../keymap.ts';
import * as messages from '../messages.ts';
import type { WizardState } from '../state.ts';
import { bufferOf, type TextAct } from '../text-buffer.ts';
import { writeAnswer } from '../write.ts';
import type { AskOverlay, AskSubject } from './overlay.ts';

/** Asks for one line, with an initial text. */
export function askOverlay(about: AskSubject, title: string, help: string, offered = ''): AskOverlay {
  return {
    kind: 'ask',
    about,
    title: printable(title),
    help: printable(help),
    field: startHistory({ kind: 'line', buffer: bufferOf(offered) }),
    problem: null,
  };
}

/** Asks why a question does not apply, with the present reason or the one typed before. */
export function askReason(slot: SlotReading, path: readonly string[], typed = slot.reason ?? ''): AskOverlay {
  const what = path.at(-1) ?? slot.slot.ask;
  const help = messages.reasonHelp;
  return askOverlay({ what: 'reason', id: slot.id }, messages.whyNotApplicable(what), help, typed);
}

type Do = (state: WizardState, overlay: AskOverlay) => Update;

/** The actions while a line is asked for. */
export const ASK_ACTIONS: Record<ActOf<'ask'>, Do> = {
  give,
  close: (state, overlay) => [{ ...state, overlay: null }, keepTyped(state, overlay, '')],
  undo: (state, overlay) => withField(state, overlay, undo(overlay.field)),
  redo: (state, overlay) => withField(state, overlay, redo(overlay.field)),
  complete: (state, overlay) => [state, [{ type: 'complete-path', text: textIn(overlay) }]],
};

/** Handles typed text, a paste, or an action of any text in the line; null if it does nothing. */
export function typeInAsk(state: WizardState, overlay: AskOverlay, press: TextPress | TextAct): Update | null {
  const room = { width: Math.max(8, state.size.columns - 8), today: state.facts.today };
  const step = editField(overlay.field.now, press, room);
  if (step.next === 'unhandled') return null;
  const run = typeof press === 'string' ? (press.startsWith('erase') ? 'erase' : null) : 'type';
  return withField(state, overlay, edit(overlay.field, step, run).state);
}

function withField(state: WizardState, overlay: AskOverlay, field: AskOverlay['field']): Update {
  const effects = keepTyped(state, overlay, String(fieldValue(field.now) ?? ''));
  return [{ ...state, overlay: { ...overlay, field, problem: null } }, effects];
}

/** The help for the line; while a name is typed, the path of the file. */
export function helpFor(overlay: AskOverlay): string {
  const { about, help } = overlay;
  const typed = textIn(overlay).trim();
  if (about.what !== 'name' || typed === '') return help;
  if (/[/\\]|\.(?:md|markdown)$/i.test(typed)) return printable(messages.whereNameGoes(typed));
  const name = slug(typed);
  // A name may have a number of its own.
  const isNumbered = /\d[^/]*NAME/.test(about.becomes) && /^(?:\p{L}+-)?\d/u.test(name);
  return name === '' || isNumbered ? help : printable(messages.whereNameGoes(about.becomes.replace('NAME', name)));
}

function textIn({ field }: AskOverlay): string {
  return field.now.kind === 'line' ? field.now.buffer.text : '';
}

/** Completes the path as far as it is unambiguous, and lists its continuations. */
export function completed(
  state: WizardState,
  { from, text, matches }: { from: string; text: string; matches: readonly string[] },
): WizardState {
  const { overlay } = state;
  if (overlay?.kind !== 'ask' || textIn(overlay) !== from) return state;
  const field =
    text === from
      ? overlay.field
      : { ...startHistory({ kind: 'line', buffer: bufferOf(text) } as const), past: [overlay.field.now] };
  const problem = matches.length === 0 ? messages.noPathBegins : matches.length === 1 ? null : matches.join('  ');
  return { ...state, overlay: { ...overlay, field, problem: problem && printable(problem) } };
}

/** Remembers a new spec's name, and keeps a reason as a draft unless the question already has an answer as one. */
function keepTyped(state: WizardState, { about, field }: AskOverlay, text: string): Effect[] {
  const before = String(fieldValue(field.now) ?? '');
  if (text === before) return [];
  if (about.what === 'name') return [{ type: 'note-name', template: about.template, name: text }];
  return about.what === 'reason' ? keepReason(state, about, text) : [];
}

function keepReason(state: WizardState, about: AskSubject & { what: 'reason' }, reason: string): Effect[] {
  if (!isWalking(state)) return [];
  const { id } = about;
  if (isTyped(state) || id in state.walk.kept) return [];
  return reason === '' ? [{ type: 'drop-draft', id }] : [{ type: 'draft', id, value: { notApplicable: reason } }];
}

function give(state: WizardState, overlay: AskOverlay): Update {
  const text = String(fieldValue(overlay.field.now) ?? '');
  const closed: WizardState = { ...state, overlay: null };
  const { about } = overlay;
  if (about.what === 'reason') {
    if (!isWalking(closed)) return [closed, []];
    const answer = { kind: 'not-applicable' as const, reason: text };
    const [next, effects, outcome] = writeAnswer(closed, about.id, answer);
    if (outcome !== 'written') return [next, effects];
    return withEffects(effects, goOn(next, about.id));
  }
  if (about.what === 'section-reason') return isWalking(closed) ? leaveSection(closed, about.id, text) : [closed, []];
  if (text === '') return [{ ...state, overlay: { ...overlay, problem: messages.typeAName } }, []];
  switch (about.what) {
    case 'name':
      return [withNotice(closed, messages.opening), [{ type: 'begin', template: about.template, name: text }]];
    case 'template-path':
      // The line stays open until the template is known, so that an error can be shown below it.
      return [state, [{ type: 'offer-name', template: text }]];
    case 'save-as':
      return isWalking(closed) ? [closed, [{ type: 'save-as', path: text, text: closed.walk.text }]] : [closed, []];
  }
}
