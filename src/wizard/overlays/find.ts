import { pathOf, questionsOf, seekQuestion } from '../../interview/questions.ts';
import type { Reading } from '../../judge/reading.ts';
import { printable } from '../../text/printable.ts';
import { textIn } from '../../text/range.ts';
import { isWalking, readingOf, type Update, type Walking, withNotice, withWalk } from '../action.ts';
import { writeAndGoTo } from '../go.ts';
import { openRow } from '../home.ts';
import { type ActOf, keyFor } from '../keymap.ts';
import * as messages from '../messages.ts';
import { SIGNS } from '../outline.ts';
import { homeRows, type WizardState } from '../state.ts';
import { bufferOf, type TextBuffer } from '../text-buffer.ts';
import { type FindOverlay, textOverlay } from './overlay.ts';
import type { ShownLine } from './reader.ts';

/** A hit: its name, and the place of the words in the text or question. */
interface Hit {
  id: string;
  sign: string;
  title: string[];
  detail: string;
}

/** The most hits that are listed. */
const MOST = 200;

/**
 * The hits for the typed words, the best first: titles equal to them, titles that begin with them, then every word in
 * the title, the question or the answer; last, titles with the typed letters in order.
 */
export function hitsOf(state: WizardState, query: string): Hit[] {
  const sought = folded(query).trim().replace(/\s+/g, ' ');
  const words = sought.split(' ').filter(Boolean);
  return candidates(state)
    .map((candidate) => ({ candidate, rank: rankOf(candidate, sought, words) }))
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

function rankOf({ title, detail, text }: Candidate, sought: string, words: readonly string[]): number {
  if (words.length === 0) return 0;
  const last = folded(title.at(-1) ?? '');
  const path = folded(title.join(' '));
  const holds = (where: string) => words.every((word) => where.includes(word));
  const ranks = [
    last === sought,
    last.startsWith(sought),
    title.some((one) => folded(one) === sought),
    holds(last),
    holds(path),
    holds(`${path} ${folded(detail)}`),
    holds(`${path} ${folded(detail)} ${folded(text)}`),
    isWithin(words.join(''), last),
  ];
  const rank = ranks.indexOf(true);
  return rank < 0 ? NO_HIT : rank;
}

/** Whether a text has the letters in order, with others between them. */
function isWithin(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + letter.length;
    if (at < letter.length) return false;
  }
  return true;
}

interface Candidate extends Hit {
  text: string;
}

function candidates(state: WizardState): Candidate[] {
  if (state.screen === 'home' || !isWalking(state)) {
    return homeRows(state.home).map(({ title, detail }, index) => ({
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
    text: textIn(state.walk.text, slot.range),
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

/** The position of a question among those found, in the order of the spec: `2 of 24 for “auth”`. */
function placeAmongFound(reading: Reading, found: readonly string[], id: string, query: string): string {
  const inOrder = questionsOf(reading).filter((slot) => found.includes(slot.id));
  return messages.foundNumber(inOrder.findIndex((slot) => slot.id === id) + 1, inOrder.length, query.trim());
}

/** The state with another search text. */
export function withSearchText(state: WizardState, overlay: FindOverlay, line: TextBuffer): WizardState {
  const at = line.text === overlay.line.text ? overlay.at : 0;
  return { ...state, overlay: { ...overlay, line, at } };
}

type Do = (state: WizardState, overlay: FindOverlay) => Update;

/** The actions of the search. */
export const FIND_ACTIONS: Record<ActOf<'find'>, Do> = {
  up: (state, overlay) => moved(state, overlay, -1),
  down: (state, overlay) => moved(state, overlay, 1),
  'page-up': (state, overlay) => moved(state, overlay, -10),
  'page-down': (state, overlay) => moved(state, overlay, 10),
  clear: (state, overlay) => [withSearchText(state, overlay, bufferOf('')), []],
  close: (state) => [{ ...state, overlay: null }, []],
  open(state, overlay) {
    const query = overlay.line.text;
    const hits = hitsOf(state, query);
    const hit = hits[overlay.at];
    if (!hit) return [state, []];
    const closed = { ...state, overlay: null };
    if (state.screen === 'home' || !isWalking(closed)) return openRow(closed, Number(hit.id));
    const [there, effects] = writeAndGoTo({ ...closed, screen: 'walk' }, hit.id, 'outline');
    if (!isWalking(there) || query.trim() === '') return [there, effects];
    const place = placeAmongFound(
      readingOf(there),
      hits.map(({ id }) => id),
      hit.id,
      query,
    );
    const end = keyFor(state, 'outline', 'end-search');
    const next =
      hits.length > 1 ? messages.searchHint(keyFor(state, 'outline', 'next-found'), end) : messages.endSearchHint(end);
    return [withNotice(withWalk(there, { search: query }), `${place}. ${next}`), effects];
  },
};

function moved(state: WizardState, overlay: FindOverlay, by: number): Update {
  const last = hitsOf(state, overlay.line.text).length - 1;
  const at = Math.max(0, Math.min(last, overlay.at + by));
  return [{ ...state, overlay: { ...overlay, at } }, []];
}

/** Goes to the next or previous question found, wrapping around. */
export function goToFound(state: Walking, by: 1 | -1): Update {
  const { search, id } = state.walk;
  const found = hitsOf(state, search).map((hit) => hit.id);
  const next = seekQuestion(readingOf(state), id, by, (slot) => found.includes(slot.id));
  if (!next) return [withNotice(state, messages.nothingFound(search)), []];
  const [there, effects] = writeAndGoTo(state, next.id, 'outline');
  return [withNotice(there, placeAmongFound(readingOf(state), found, next.id, search)), effects];
}

/** Starts the search for related documents. */
export function findRelated(state: Walking): Update {
  return [withNotice(state, messages.lookingForRelated), [{ type: 'find-related' }]];
}

/** Shows the related documents, with reasons. */
export function showRelated(state: WizardState, found: readonly { path: string; why: string }[]): WizardState {
  const quiet = { ...state, notice: null };
  if (found.length === 0) return withNotice(quiet, messages.nothingRelated);
  const lines = found.flatMap(({ path, why }): ShownLine[] => [
    { text: path, tone: 'plain' },
    { text: `  ${why}`, tone: 'dim' },
  ]);
  return { ...quiet, overlay: textOverlay(messages.relatedTitle, lines) };
}
