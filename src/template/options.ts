import { trimChars } from '../text/source.ts';
import { UnicodePattern } from '../text/unicode.ts';
import { Phrases } from './languages/index.ts';
import { isDateForm, isDots } from './tokens.ts';

const GIVEN = new Phrases('given');
const OPTIONAL = new Phrases('optional');

/** The options that a text offers side by side, if there are two or more; otherwise none. */
export function optionsIn(text: string): string[] {
  const whole = /^[[{<(](.*)[\]}>)]$/s.exec(text.trim());
  const inner = withoutEmphasis((whole?.[1] ?? trimChars(text.trim(), '"\'{[', '"\'}]')).trim());
  const cut = (separator: RegExp) => inner.split(separator).map((option) => withoutEmphasis(option.trim()));
  const piped = cut(/\s+\|\s+|\s*\|\s*(?=\S)/);
  const spaced = piped.length > 1 ? piped : cut(/\s+\/\s+|\s*／\s*/);
  const dotted = spaced.length > 1 || !inner.includes('・') ? spaced : dottedOptions(inner);
  const options = dotted.length > 1 ? dotted : closeOptions(inner, whole !== null);
  if (options.length < 2) return [];
  const real = options.filter((option) => option !== '' && !isDots(option) && !/^etc\.?$/i.test(option));
  const plain = real.every(
    (option) => option.split(/\s+/).length <= 5 && !/[.;]\s/.test(option) && option.length <= 50,
  );
  // "issue / PR URL" and "temporary N min / permanent N h" describe what to write, and are not options.
  const given = real.some(
    (option) =>
      /(?:^|\s)[NX](?:\s|$)/.test(option) || GIVEN.isIn(option) || OPTIONAL.endsWith(trimChars(option, '', ')]）')),
  );
  // "YES, because ... / NO, because ..." are sentences to complete.
  const isUnfinished = real.filter((option) => /\.{3}|…/.test(option)).length * 2 > real.length;
  return plain && real.length > 0 && !given && !isUnfinished ? real : [];
}

/** A text without the emphasis around all of it: `_Draft / Final_`. */
function withoutEmphasis(text: string): string {
  return /^(\*{1,3}|_{1,3})([^*_]+)\1$/.exec(text)?.[2] ?? text;
}

const SHORT_WORD = new UnicodePattern(String.raw`^[\p{L}\p{N}]{1,6}$`);
const WORD = new UnicodePattern(String.raw`^(?:\p{L}|\d(?=\p{L}))[\p{L}\p{N}_-]{0,15}$`);
const CAPITALISED_WORD = new UnicodePattern(String.raw`^\p{Lu}[\p{L}\p{N}_-]{0,15}$`);
const FIRST_STATE = new Phrases('firstStates');
const OTHER_STATE = new Phrases('otherStates');

/** Single signs or states separated by middle dots ("高・中・低", "新規・変更・廃止"); other words make one name. */
function dottedOptions(text: string): string[] {
  const options = text.split(/\s*・\s*/);
  const isState = (option: string) => FIRST_STATE.isWhole(option) || OTHER_STATE.isWhole(option);
  const areShort = options.every((option) => SHORT_WORD.test(option));
  return areShort && (options.every((option) => option.length === 1) || options.some(isState)) ? options : [];
}

/** Three or more words separated by slashes ("P1/P2/P3"); in lower case only in brackets, since they may be a path. */
function closeOptions(text: string, bracketed: boolean): string[] {
  const options = text.split('/');
  if (options.length <= 2) return [];
  const word = bracketed ? WORD : CAPITALISED_WORD;
  const isDate = /^[DMY/]+$/i.test(text) || isDateForm(text);
  return !isDate && options.every((option) => word.test(option)) ? options : [];
}
