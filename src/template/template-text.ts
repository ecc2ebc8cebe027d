import { leafLines } from '../markdown/blocks.ts';
import { labelAt } from '../markdown/labels.ts';
import { type ItemPart, nestedTexts, type Part } from '../markdown/parts.ts';
import { fold, words } from '../text/fold.ts';
import type { Range } from '../text/range.ts';
import { hasLetter, hasLetterOrDigit, UnicodePattern } from '../text/unicode.ts';
import { isDefault } from './default.ts';
import { Phrases } from './languages/index.ts';
import { optionsIn } from './options.ts';
import { isInstruction, isNumberedStub, isPlaceholderText } from './phrasing.ts';
import type { CutContext, TemplateText } from './slot.ts';
import { patternOf } from './title.ts';
import { isDots, tokensIn, withoutTokens } from './tokens.ts';

/** A template's text at one place, ready for comparison. */
export function templateText(text: string, context: CutContext, range: Range, literal = false): TemplateText {
  const folded = fold(text);
  const inside = tokensIn(context.text, range, { literal, labels: context.labels }).map((token) => token.text);
  const tokens = [...new Set(inside)].filter((token) => !context.variables.includes(token));
  const plausible =
    tokens.length === 0 &&
    !isDots(folded) &&
    optionsIn(folded).length === 0 &&
    !isInstruction(folded) &&
    !isGuidance(folded) &&
    !/[\d\s]X\b|\bX[%\s]|\b(?:XX|YY|ZZ|NN)\b/.test(folded);
  // A number, or nothing, beside a comment ("1.1 <!-- task -->") is a stub as well.
  const bareNumber = !literal && !hasLetter(folded) && !isDots(folded) && !isDay(folded);
  const stub = bareNumber || isNumberedStub(folded) || isPlaceholderText(folded) || (!literal && isOpenBound(folded));
  const unit = { pattern: patternOf(folded, context.variables), tokens, plausible: plausible && !stub, stub };
  const names = namesAlone(folded, context.variables);
  return names ? { ...unit, stub: false, names } : unit;
}

/** Whether a few words give a bound in a letter: "row count > N", "latency < X ms". */
function isOpenBound(text: string): boolean {
  return /[<>≤≥=]\s*[NXYM](?=\s|%|$)/.test(text) && text.length < 60;
}

/** Whether a text is a date such as "2031-02-03". In a template it is an example, not a stub. */
export function isDay(text: string): boolean {
  return /^["']?\d{4}-\d{2}-\d{2}["']?$/.test(text);
}

const LINK = /^\[((?:[^[\]]|\[[^[\]]*\])*)\]\([^()]*\)$/;

/** The tokens of names in a text that has no other words; null if it has other words, or no names. */
function namesAlone(text: string, variables: readonly string[]): string[] | null {
  const names = variables.filter((token) => text.includes(token));
  if (names.length === 0) return null;
  // A link's text is its label; its address is made of the same name.
  const label = LINK.exec(text)?.[1] ?? text;
  const shown = names.some((token) => label.includes(token)) ? label : text;
  return hasLetterOrDigit(withoutTokens(shown, names)) ? null : names;
}

/** Whether a text is all in italics and long enough to be guidance for the author. */
function isGuidance(text: string): boolean {
  return /^([*_])(?!\1)[^*_]{20,}\1$/.test(text) && text.split(' ').length > 4;
}

/** The texts of a paragraph or list without blanks; null for any other part. */
export function guidanceUnits(part: Part, context: CutContext): TemplateText[] | null {
  if (part.form !== 'prose' && part.form !== 'list') return null;
  const pieces = part.form === 'list' ? part.items : [part];
  const units = pieces.map((here) => ({ ...templateText(here.text, context, here), plausible: false }));
  return units.every(({ tokens }) => tokens.length === 0) ? units : null;
}

/** The text of a template's list item. An item with an open label or comment in it is a stub. */
export function itemText(item: ItemPart, context: CutContext): TemplateText {
  const unit = templateText(item.text, context, item);
  const stub = unit.stub || hasOpenLabel(item, context.text) || hasBlank(item, context.text);
  const nested = nestedWords(item, context);
  return {
    ...unit,
    stub,
    plausible: unit.plausible && !stub,
    ...(nested.length > 0 ? { nested } : {}),
    // Those who decide do so wherever the template is used.
    ...(item.text.startsWith('@') && isDefault('', item.text, '') ? { standard: true as const } : {}),
  };
}

/** The texts nested in an item that say something to the author. */
export function nestedWords({ item }: ItemPart, { text }: CutContext): string[] {
  return nestedTexts(text, item).filter(speaksToAuthor);
}

/** A nested item with at least this many words is not written twice by chance. */
const TELLING_WORDS = 4;

function speaksToAuthor(text: string): boolean {
  return (
    !/[:：]$/.test(text) &&
    (isInstruction(text) || isNumberedStub(text) || isPlaceholderText(text) || words(text).length >= TELLING_WORDS)
  );
}

/** Whether an item contains a label without a value ("Metric name:"), so that there is something to fill in. */
function hasOpenLabel({ item }: ItemPart, text: string): boolean {
  const [, ...nested] = leafLines(item);
  return nested.some((line) => labelAt(text, line.start, line.end)?.text === '');
}

const COMMENT_IN_WORDS = new UnicodePattern(String.raw`<!--[\s\S]*\p{L}[\s\S]*?-->`);

/** Whether a comment stands for the rest of an item: `- **WHEN** <!-- condition -->`. */
function hasBlank({ start, end, text: words }: ItemPart, text: string): boolean {
  return words.split(' ').length <= 3 && COMMENT_IN_WORDS.test(text.slice(start, end));
}

const STUB_NAME = new Phrases('stubNames');
/** "TraitName", "TABLE_NAME": names of names, as all languages of programs have them. */
const NAME_OF_NAME = /^(?:[A-Z][A-Za-z]*Name|[A-Z]+_NAME)$/;

/** The names in a template's code that stand for other names: "ServiceName", "nombre_servicio", "クラス名". */
export function stubNamesIn(code: string): ReadonlySet<string> {
  return new Set(namesIn(code).filter((name) => NAME_OF_NAME.test(name) || STUB_NAME.isWhole(name)));
}

/** Whether a template's code has a name that can be nothing but a stub, as "FileName" can. */
export function holdsStubName(code: string): boolean {
  return namesIn(code).some((name) => STUB_NAME.isWhole(name));
}

function namesIn(code: string): string[] {
  return [...new Set(code.replace(/\$\{?[\p{L}_][\p{L}\p{N}_]*/gu, '').match(CODE_NAME) ?? [])];
}

/** A name in code, in any script. */
export const CODE_NAME = /[\p{L}_][\p{L}\p{N}_]*/gu;
