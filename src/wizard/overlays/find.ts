import { pathOf, questionsOf } from '../../interview/questions.ts';
import { graphemes } from '../../text/cells.ts';
import { cleanPaste, onOneLine, printable } from '../../text/printable.ts';
import { moveTo } from '../go.ts';
import { choosable, openRow } from '../home.ts';
import { actFor, type Press } from '../key.ts';
import { KEYS } from '../keymap.ts';
import { SIGNS } from '../outline.ts';
import type { WizardState } from '../state.ts';
import { isWalking, readingOf, type Update } from '../update-result.ts';
import type { Find } from './overlay.ts';

/** Something found: what it is called, and where in the text or the question the words stand. */
export interface Hit {
  id: string;
  sign: string;
  title: string[];
  detail: string;
}

/** At most this many are listed. */
const MOST = 200;

/**
 * What goes with the words typed, the best first: what is called so, what begins so, then what holds every word in its
 * title, in its question, in its answer; last what has the typed letters in its title in this order.
 */
export function hitsOf(state: WizardState, query: string): Hit[] {
  const wanted = folded(query).trim().replace(/\s+/g, ' ');
  const words = wanted.split(' ').filter(Boolean);
  return candidates(state)
    .map((candidate) => ({ candidate, rank: rankOf(candidate, wanted, words) }))
    .filter(({ rank }) => rank < NO_HIT)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ candidate: { id, sign, title, detail, text } }) => ({
      id,
      sign,
      title,
      detail: excerpt(words, detail, text),
    }));
}

const NO_HIT = 8;

function rankOf({ title, detail, text }: Candidate, wanted: string, words: readonly string[]): number {
  if (words.length === 0) return 0;
  const last = folded(title.at(-1) ?? '');
  const path = folded(title.join(' '));
  const holds = (where: string) => words.every((word) => where.includes(word));
  const ranks = [
    last === wanted,
    last.startsWith(wanted),
    title.some((one) => folded(one) === wanted),
    holds(last),
    holds(path),
    holds(`${path} ${folded(detail)}`),
    holds(`${path} ${folded(detail)} ${folded(text)}`),
    isWithin(words.join(''), last),
  ];
  const rank = ranks.indexOf(true);
  return rank < 0 ? NO_HIT : rank;
}

/** Whether a text has the letters in this order, with others between. */
function isWithin(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + letter.length;
    if (at < letter.length) return false;
  }
  return true;
}

/** A press while looking for something. */
export function pressFind(state: WizardState, overlay: Find, press: Press): Update {
  const act = actFor(KEYS.find, press);
  const hits = hitsOf(state, overlay.query);
  switch (act) {
    case 'close':
      return [{ ...state, overlay: null }, []];
    case 'up':
    case 'down': {
      const at = Math.max(0, Math.min(hits.length - 1, overlay.at + (act === 'up' ? -1 : 1)));
      return [{ ...state, overlay: { ...overlay, at } }, []];
    }
    case 'open': {
      const hit = hits[overlay.at];
      if (!hit) return [state, []];
      const closed = { ...state, overlay: null };
      if (state.screen === 'home' || !isWalking(closed)) return openRow(closed, Number(hit.id));
      return moveTo({ ...closed, screen: 'walk' }, hit.id, 'outline');
    }
    default:
      return [searching(state, typed(overlay.query, press)), []];
  }
}

/** The search line after a press that the line on the screen did not take itself. */
function typed(query: string, press: Press): string {
  if (press.kind === 'text') return query + press.text;
  if (press.kind === 'paste') return query + cleanPaste(press.text);
  return press.chord === 'backspace' ? graphemes(query).slice(0, -1).join('') : query;
}

/** The state looking for something else: what the search line says by now. */
export function searching(state: WizardState, query: string): WizardState {
  if (state.overlay?.kind !== 'find' || state.overlay.query === query) return state;
  return { ...state, overlay: { ...state.overlay, query: onOneLine(query), at: 0 } };
}

interface Candidate extends Hit {
  text: string;
}

function candidates(state: WizardState): Candidate[] {
  if (state.screen === 'home' || !isWalking(state)) {
    return choosable(state.home).map(({ title, detail }, index) => ({
      id: String(index),
      sign: ' ',
      title: [title],
      detail,
      text: '',
    }));
  }
  const reading = readingOf(state);
  return questionsOf(reading).map((slot) => ({
    id: slot.id,
    sign: SIGNS[slot.state],
    title: pathOf(reading, slot),
    detail: slot.slot.ask,
    text: slot.range ? state.walk.text.slice(slot.range.start, slot.range.end) : '',
  }));
}

function excerpt(words: readonly string[], detail: string, text: string): string {
  const plain = printable(text).replace(/\s+/g, ' ');
  const at = words.length > 0 ? folded(plain).indexOf(words[0]!) : -1;
  if (at < 0 || words.every((word) => folded(detail).includes(word))) return detail;
  const start = Math.max(0, at - 20);
  return `${start > 0 ? '…' : ''}${plain.slice(start, start + 120)}`;
}

function folded(text: string): string {
  return text.toLowerCase();
}
