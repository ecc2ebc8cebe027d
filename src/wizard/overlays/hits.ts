import { pathOf, questionsOf } from '../../interview/questions.ts';
import type { Reading } from '../../judge/reading.ts';
import { printable } from '../../text/printable.ts';
import { choosable } from '../home-rows.ts';
import { SIGNS } from '../outline.ts';
import type { WizardState } from '../state.ts';
import { isWalking, readingOf } from '../update-result.ts';

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

/** Whether a text has the letters in this order, with others between. */
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

/** Where a question stands among those found, by their places in the spec: `2 of 24 for “auth”`. */
export function placeAmongFound(
  reading: Reading,
  found: readonly string[],
  id: string,
  query: string,
): string {
  const inOrder = questionsOf(reading).filter((slot) => found.includes(slot.id));
  return `${inOrder.findIndex((slot) => slot.id === id) + 1} of ${inOrder.length} for “${query.trim()}”`;
}
