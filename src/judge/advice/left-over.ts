import { type Part, partsOf } from '../../markdown/parts.ts';
import { isQuestion } from '../../template/phrasing.ts';
import type { TemplateText, Value } from '../../template/slot.ts';
import { excerpt, fold, wordSimilarity, words } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import type { Range } from '../../text/range.ts';
import { positionAt } from '../../text/source.ts';
import { guidanceIn, instructionsIn } from '../guidance-left.ts';
import { isPlaceholderText, templateTextsOf } from '../own-sections.ts';
import type { Reading, SlotReading } from '../reading.ts';
import type { AdviceRule } from './advice.ts';

/** The spec still has the template's comments, tips or notes on length (judgement, rule 8). */
export const guidanceLeft: AdviceRule = {
  id: 'guidance-left',
  severity: 'info',
  fix: 'Remove it when the spec is finished; it is meant for the author.',
  find(reading) {
    const { starts } = reading.document;
    const lines = [...new Set(guidanceIn(reading).map(({ start }) => positionAt(starts, start).line))];
    const [first] = lines;
    if (first === undefined) return [];
    const message =
      lines.length === 1
        ? "the template's guidance is still there"
        : `the template's guidance is still there in ${lines.length} places: lines ${lines.join(', ')}`;
    return [{ place: '', line: first, message }];
  },
};

/** The spec still has the template's instructions for its own use (judgement, rule 26). */
export const instructionsLeft: AdviceRule = {
  id: 'instructions-left',
  severity: 'info',
  fix: 'Take it out: it is about the template, and nothing that readers of the spec need.',
  find: (reading) =>
    instructionsIn(reading).map(({ start, text }) => ({
      place: '',
      line: positionAt(reading.document.starts, start).line,
      message: `the template's instruction “${excerpt(text, 40)}” still stands`,
    })),
};

const SHORT = new Set(['line', 'date', 'choice', 'variable']);

/** A value is still in the placeholder's brackets (judgement, rule 1). */
export const bracketsKept: AdviceRule = {
  id: 'brackets-kept',
  severity: 'info',
  fix: 'Take the brackets off.',
  find: (reading) =>
    reading.slots.flatMap(({ slot, state, range, value }) => {
      if (!SHORT.has(slot.kind) || state !== 'answered' || typeof value !== 'string' || !range) return [];
      // Ids such as [DES-001] and several pairs of brackets are the author's own.
      if (!/^(?:\[[^[\]]+\]|\{[^{}]+\}|<[^<>:@]+>)$/.test(value) || /^\[[A-Z]{2,10}-\d+\]$/.test(value)) return [];
      return [
        {
          place: slot.id,
          line: positionAt(reading.document.starts, range.start).line,
          message: `“${excerpt(value, 40)}” still stands in the placeholder's brackets`,
        },
      ];
    }),
};

const ALIKE = 0.9;
const FEW_WORDS = 5;
/** A part of the guidance with this many words is distinctive. */
const MANY_WORDS = 8;

/** The words of the distinctive texts of the template for a slot. */
const guidanceOf = memo((slot: SlotReading['slot']): string[][] => {
  const { shape } = slot;
  const items = shape.form === 'list' ? shape.items : shape.form === 'checklist' ? stubsOf(shape.items) : [];
  return [...slot.units, ...items].map((unit) => words(unit.pattern.text)).filter((given) => given.length >= FEW_WORDS);
});

/** The items of a checklist that are no tasks to keep. */
function stubsOf(items: readonly TemplateText[]): readonly TemplateText[] {
  return items.filter(({ plausible }) => !plausible);
}

/**
 * An answer shares nine of ten words with the template's guidance for it, or consists almost entirely of a long part of
 * it (judgement, rule 13).
 */
export const barelyChanged: AdviceRule = {
  id: 'barely-changed',
  severity: 'info',
  fix: 'Say it in your own words, or keep it as it is.',
  find: (reading) =>
    reading.slots.flatMap(({ slot, state, range, value, rule }) => {
      if (state !== 'answered' || rule === 'kept' || rule === 'default' || !range) return [];
      const given = guidanceOf(slot);
      if (given.length === 0) return [];
      const most = Math.max(...given.map(({ length }) => length)) / ALIKE + 1;
      const text = textsOf(value).find((answer) => isBarely(answer, given, most));
      if (text === undefined) return [];
      return [
        {
          place: slot.id,
          line: positionAt(reading.document.starts, range.start).line,
          message: `“${excerpt(fold(text), 40)}” is barely changed from what the template says`,
        },
      ];
    }),
};

/** The texts of a value: items without nested text, and without questions that are answered there. */
function textsOf(value: Value | null): string[] {
  if (typeof value === 'string') return [value];
  return (value ?? []).flatMap((item) => {
    if (Array.isArray(item)) return [];
    const [first = '', ...nested] = (typeof item === 'string' ? item : item.text).split('\n');
    return nested.length > 0 && isQuestion(first) ? [] : [first];
  });
}

/** Whether a text is barely changed from one of some others; `most` words of it show whether it is much longer. */
function isBarely(text: string, given: readonly (readonly string[])[], most: number): boolean {
  // A ticked box is an answer.
  if (/^\[[xX]\]\s/.test(text)) return false;
  const answer = words(text, most);
  return given.some((one) => isAlmost(answer, one));
}

function isAlmost(answer: readonly string[], given: readonly string[]): boolean {
  const fewer = Math.min(answer.length, given.length);
  const more = Math.max(answer.length, given.length);
  if (fewer >= ALIKE * more && wordSimilarity(answer, given) >= ALIKE) return true;
  if (answer.length < MANY_WORDS || answer.length * 2 < given.length || answer.length > given.length) return false;
  return wordsKept(answer, given) >= ALIKE * answer.length;
}

/** The number of words that an answer has in common with the template, in its order. */
function wordsKept(answer: readonly string[], given: readonly string[]): number {
  let at = 0;
  let kept = 0;
  for (const word of answer) {
    const found = given.indexOf(word, at);
    if (found < 0) continue;
    kept++;
    at = found + 1;
  }
  return kept;
}

/**
 * "TBD", or a placeholder of the template, in a place without a question, so that it is not a gap (rule 19). A question
 * of the template may stay above its answer.
 */
export const stillOpen: AdviceRule = {
  id: 'still-open',
  severity: 'warning',
  fix: 'Write it, or take it out.',
  find(reading) {
    const { document, template, mark } = reading;
    const texts = templateTextsOf(template);
    const ranges: Range[] = [];
    for (const { range, evidence } of reading.slots) {
      if (range) ranges.push(range);
      if (evidence) ranges.push(evidence);
    }
    const isJudged = insideOneOf(ranges);
    const open: (Range & { text: string })[] = [];
    for (const { blocks } of document.sections) {
      for (const block of blocks) {
        // Most blocks are judged; the others are read.
        if ((mark && block.start >= mark.start) || isJudged(block)) continue;
        for (const piece of partsOf(document.text, [block]).flatMap(piecesOf)) {
          const { text } = piece;
          if (text === '' || isJudged(piece)) continue;
          if (isPlaceholderText(text) || (texts.has(text) && !isQuestion(text))) open.push(piece);
        }
      }
    }
    return open.map(({ start, text }) => ({
      place: placeOf(reading, start),
      line: positionAt(document.starts, start).line,
      message: `“${excerpt(text, 40)}” still stands here`,
    }));
  },
};

/**
 * Returns a test of whether a range lies within one of `ranges`, to be called in the order of the text. An empty one of
 * `ranges` counts as one character long.
 */
function insideOneOf(ranges: readonly Range[]): (range: Range) => boolean {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  // The furthest end of the ranges up to each index.
  const reach: number[] = [];
  for (const { start, end } of sorted) reach.push(Math.max(reach.at(-1) ?? 0, end, start + 1));
  let behind = 0;
  return ({ start, end }) => {
    while (behind < sorted.length && sorted[behind]!.start <= start) behind++;
    return behind > 0 && end <= reach[behind - 1]!;
  };
}

/** The parts of a text that a reader takes for one statement: a paragraph, an item, a label's value, a cell. */
function piecesOf(part: Part): (Range & { text: string })[] {
  switch (part.form) {
    case 'prose':
      return part.labels.length > 0 ? part.labels.map(({ value, text }) => ({ ...value, text })) : [part];
    case 'list':
      return part.items.map((item) => (item.label ? { ...item.label.value, text: item.label.text } : item));
    case 'table':
      return part.rows.flatMap(({ cells }) => cells);
    default:
      return [];
  }
}

/** The id of the section of the template at an offset; '' if there is none. */
function placeOf({ sections }: Reading, offset: number): string {
  const around = sections.filter(({ found }) => found && found.start <= offset && offset < found.end);
  return around.at(-1)?.id ?? '';
}
