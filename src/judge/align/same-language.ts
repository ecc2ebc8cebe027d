import { words } from '../../text/fold.ts';

/** How much of each text is looked at, in UTF-16 code units. */
const SAMPLE = 20_000;
/** A text in the same language has at least this share of its words in common with a text of some length. */
const SHARED = 0.06;
const ENOUGH_WORDS = 40;
/** Two texts in one language have one of so many words in common. */
const A_FEW_WORDS = 10;

/** Whether two texts seem to be in one language: by the words they share; short texts, by their script and any word at all. */
export function sameLanguage(a: string, b: string): boolean {
  const known = vocabulary(a);
  const said = words(b.slice(0, SAMPLE));
  if (known.size < ENOUGH_WORDS || said.length < ENOUGH_WORDS)
    return isLatin(a) === isLatin(b) && (said.length < A_FEW_WORDS || said.some((word) => known.has(word)));
  return said.filter((word) => known.has(word)).length / said.length >= SHARED;
}

let latest = { text: '', words: new Set<string>() };

/** The words of a text; the same one is asked for many a time in a row. */
function vocabulary(text: string): ReadonlySet<string> {
  if (latest.text !== text) latest = { text, words: new Set(words(text.slice(0, SAMPLE))) };
  return latest.words;
}

function isLatin(text: string): boolean {
  const letters = text.slice(0, SAMPLE).match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length >= letters.length / 2;
}
