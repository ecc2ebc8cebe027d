import { type ItemPart, nestedTexts } from '../../markdown/parts.ts';
import { namesForm } from '../../template/guidance.ts';
import { Phrases } from '../../template/languages/index.ts';
import { isInstruction, isQuestion, opensAsInstruction, sentences } from '../../template/phrasing.ts';
import type { ShapedSlot, TemplateText } from '../../template/slot.ts';
import { CODE_NAME, stubNamesIn } from '../../template/template-text.ts';
import { wordCount, wordSimilarity, words } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import type { Verdict } from '../reading.ts';
import { holdsTemplateText, judgeText } from '../rules/index.ts';
import type { ContentBlock, SectionContent } from './content-blocks.ts';

/** The least words of a leftover without any mark that count beside an author's own text. */
export const TELLING_WORDS = 5;
/** A sentence with this many words is not written twice by chance. */
const LONG_SENTENCE = 10;

const CODE = new Phrases('code');

/** Whether a text of the template asks for code or output. */
export function speaksOfCode(text: string): boolean {
  return CODE.isIn(text);
}

/** The template's text within an author's. */
type Left = { state: Verdict['state']; rule: string; needle?: string };

/** The items that a template nests in those of a list. */
const nestedIn = memo(({ shape }: ShapedSlot): readonly string[] =>
  shape.form === 'list' ? shape.items.flatMap(({ nested }) => nested ?? []) : [],
);

/** One of the template's items still nested in an author's; a question kept there may be answered by the others. */
export function nestedLeft(expected: readonly string[] | undefined, { item }: ItemPart, document: string): Left | null {
  if (!expected || expected.length === 0) return null;
  const texts = nestedTexts(document, item);
  const left = texts.filter((text) => expected.includes(text));
  const needle = left.length === texts.length ? left[0] : left.find((text) => !isQuestion(text));
  return needle === undefined ? null : { state: 'partial', rule: 'left-beside', needle };
}

/** The template's text in a block that the author has changed. */
export function partlyLeft(slot: ShapedSlot, block: ContentBlock, document: string): Left | null {
  const nested = block.item && nestedLeft(nestedIn(slot), block.item, document);
  if (nested) return nested;
  for (const { unit, marked, needles, start, asks } of tracesOf(slot)) {
    if (marked) {
      const judged = { text: block.text, unit, same: false, slot };
      const finding = holdsTemplateText(judged) ? judgeText(judged) : null;
      if (finding?.state === 'partial' || finding?.state === 'untouched') return { ...finding, state: 'partial' };
    }
    const whole = unit.pattern.text;
    // A question before its answer is not a leftover.
    if (block.text === whole || (asks && block.text.startsWith(whole))) continue;
    const needle = needles.find(
      (sentence) => standsApart(block.text, sentence) && !isAnsweredAfter(block.text, sentence, whole),
    );
    if (needle) return { state: 'partial', rule: 'left-beside', needle };
    if (start !== '' && block.text.startsWith(start) && !isAlike(block.text, whole))
      return { state: 'partial', rule: 'left-beside', needle: start };
  }
  if (slot.shape.form === 'fence' && block.form === 'fence') {
    const stubs = stubsIn(slot);
    const needle = stubs.size === 0 ? undefined : block.text.match(CODE_NAME)?.find((name) => stubs.has(name));
    if (needle) return { state: 'partial', rule: 'code-stub', needle };
    if (block.text === '') return { state: 'empty', rule: 'empty-section' };
  }
  return null;
}

/** Whether a paragraph begins with a paragraph of the template, from any section, as its first sentence. */
export function firstSentenceLeft({ form, text }: ContentBlock, { isOriginal }: SectionContent): Left | null {
  if (form !== 'prose') return null;
  const first = text.slice(0, text.search(/[.!?] |[。！？]/) + 1);
  if (first === '' || !isOriginal(first) || wordCount(first) < LONG_SENTENCE) return null;
  return { state: 'partial', rule: 'left-beside', needle: first };
}

/** The long sentences of a text with several sentences. */
function sentencesOf({ pattern }: TemplateText): readonly string[] {
  const all = sentences(pattern.text);
  return all.length > 1
    ? all.filter((sentence) => wordCount(sentence) >= LONG_SENTENCE && (isInstruction(sentence) || namesForm(sentence)))
    : [];
}

/**
 * The first words of a text, as many as nobody writes twice by chance, if they end within a sentence that asks for
 * something: an author who continues after them has left half of it. '' if there are none.
 */
function startOf({ pattern }: TemplateText): string {
  const start = /^(?:\S+\s+){10}/.exec(pattern.text)?.[0] ?? '';
  if (start === '') return '';
  let at = 0;
  const broken = sentences(pattern.text).find((sentence) => {
    at = pattern.text.indexOf(sentence, at) + sentence.length;
    return at > start.length;
  });
  const isWithin = broken !== undefined && at - broken.length < start.length;
  return isWithin && opensAsInstruction(broken) ? start : '';
}

/** Whether two texts share most of their words. */
function isAlike(a: string, b: string): boolean {
  return wordSimilarity(words(a), words(b)) >= 0.6;
}

/** Whether the template's words are separate sentences in a text, rather than the start of the author's. */
function standsApart(text: string, whole: string): boolean {
  const at = text.indexOf(whole);
  if (at < 0) return false;
  const before = text.slice(0, at).trimEnd();
  const after = text.slice(at + whole.length);
  return (
    (before === '' || /[.?!:;)。！？：；）][*_]*(?:\s*<br ?\/?>)?$/.test(before)) &&
    (after === '' || /[.?!:。！？：]["')*_」]*$/.test(whole) || isEnclosed(whole))
  );
}

/** Whether a sentence is a question with words of the author's after it. */
function isAnsweredAfter(text: string, sentence: string, whole: string): boolean {
  if (!isQuestion(sentence)) return false;
  const after = text.slice(text.indexOf(sentence) + sentence.length).trim();
  return after !== '' && !whole.includes(after);
}

/** Whether parentheses or italics set all of a text apart: "(describe the scope)". */
function isEnclosed(text: string): boolean {
  return /^[*_]*[(（][^()（）]+[)）][*_]*$|^([*_])[^*_]+\1$/.test(text);
}

const stubsIn = memo(({ shape }: ShapedSlot) => stubNamesIn(shape.form === 'fence' ? shape.unit.pattern.text : ''));

/** The signs of a template's text in a changed block. */
interface Trace {
  unit: TemplateText;
  /** Whether it has something that a rule finds: a placeholder, a choice, a stub of a link or date, dots. */
  marked: boolean;
  /** Its distinctive parts: long sentences, or the whole. */
  needles: readonly string[];
  /** Its beginning, if that is distinctive. */
  start: string;
  /** Whether it is a question. */
  asks: boolean;
}

const tracesOf = memo((slot: ShapedSlot): Trace[] =>
  unitsOf(slot)
    .map((unit): Trace => {
      const { text } = unit.pattern;
      const isLong = wordCount(text) > TELLING_WORDS || (isEnclosed(text) && isInstruction(text));
      const isTelling = !unit.plausible && !/[?？]$/.test(text) && isLong;
      return {
        unit,
        marked: unit.tokens.length > 0 || /[|/]|YYYY|\]\(|\.\.\.|…/.test(text),
        needles: [...(isTelling ? [text] : []), ...sentencesOf(unit)],
        start: startOf(unit),
        asks: isQuestion(text),
      };
    })
    .filter(({ marked, needles, start }) => marked || needles.length > 0 || start !== ''),
);

function unitsOf(slot: ShapedSlot): TemplateText[] {
  const { shape } = slot;
  if (shape.form === 'list' || shape.form === 'checklist') return [...slot.units, ...shape.items];
  return shape.form === 'fence' ? [shape.unit] : slot.units;
}

/** Whether a text was one placeholder, which the labelled values say in parts: the author gave most of them. */
export function isSaidByLabels(
  { shape, units: [unit, another] }: ShapedSlot,
  { labels, labelsAsked }: SectionContent,
): boolean {
  const isOneBlank = shape.form === 'prose' && !another && unit?.tokens[0] === unit?.pattern.text;
  return isOneBlank && labels.size > 0 && labels.size * 2 > labelsAsked;
}
