import { fold } from '../text/fold.ts';
import { indexIn, type Range } from '../text/range.ts';
import { UNSPACED, UnicodePattern } from '../text/unicode.ts';
import { type Block, leafLines } from './blocks.ts';
import { withoutComments } from './inline.ts';

/** A value with a label (`**Status**: Draft`, `- In scope: …`, `Version: 1.0 | Status: Draft`). */
export interface Label extends Range {
  /** The label as written, without emphasis and colon. */
  name: string;
  /** The value; empty (start = end) if there is none. */
  value: Range;
  /** The folded value. */
  text: string;
  /** Whether the label is emphasised: a bold label is one even in prose. */
  bold: boolean;
}

const BOLD_LABEL =
  /^(\*{1,3}|_{1,3})(?![*_\s])([^*\n]{1,80}?)(?:\1[ \t]?(?:[(（][^()（）\n]{1,40}[)）][ \t]?)?[:：]|[:：]\1|(?<=^(?:\*\*|__).*)\1(?=[ \t]*$)|(?<=^(?:\*\*|__).*[?？])\1(?=[ \t]))[ \t]*/;
// A full-width colon needs no blank after it.
const PLAIN_LABEL = new UnicodePattern(
  String.raw`^([\p{L}\p{N}][^:：|*\x60\n]{0,60}?)[ \t]?(?::(?=[ \t]|$|https?:)|：)[ \t]*`,
);
/** The longest label in a script without blanks; longer text is a sentence. */
const LONGEST_UNSPACED = 20;

/** A quick test that every label passes; the full pattern is slow on other text. */
const MAY_BE_LABEL = /^[*_]|^[^:：]{1,62}[:：]/u;
const TIGHT_LABEL = new UnicodePattern(String.raw`^([\p{L}\p{N}][^:：|*\x60\n]{0,60}?)[ \t]?[:：](?=\S)`);

/** The label at the start of a line, with a value up to `end`, or null. `tight`: without a blank after its colon. */
export function labelAt(text: string, start: number, end: number, tight = false): Label | null {
  const line = text.slice(start, Math.min(end, start + 200));
  if (!MAY_BE_LABEL.test(line)) return null;
  const bold = BOLD_LABEL.exec(line);
  const plain = bold ? null : (tight ? TIGHT_LABEL : PLAIN_LABEL).exec(line);
  const name = fold(bold?.[2] ?? plain?.[1] ?? '');
  if (name === '' || (plain && name.split(' ').length > 5)) return null;
  if (plain && name.length > LONGEST_UNSPACED && UNSPACED.test(name)) return null;
  const valueStart = start + (bold ?? plain)![0].length;
  const value = trimmed(text, { start: Math.min(valueStart, end), end });
  return {
    start,
    end,
    name,
    value,
    text: fold(withoutComments(text.slice(value.start, value.end))),
    bold: bold !== null,
  };
}

/** The labels of a paragraph. `plain` are those without emphasis, for callers that know their names. */
export interface ProseLabels {
  labels: Label[];
  plain: Label[];
}

/**
 * The labels of a paragraph's lines: bold ones at line starts (in a quote, plain ones too), and all labels of a line
 * that ` | ` divides into segments.
 */
export function labelsIn(block: Block, text: string): ProseLabels {
  const labels: Label[] = [];
  const plain: Label[] = [];
  if (!/[:：*_]/.test(text.slice(block.start, block.end))) return { labels, plain };
  const quoted = block.kind === 'quote';
  for (const line of block.kind === 'paragraph' || quoted ? leafLines(block) : []) {
    const segments = splitSegments(text, line).map((segment) => labelAt(text, segment.start, segment.end));
    if (segments.length > 0 && segments.every((label) => label !== null)) {
      labels.push(...segments);
      continue;
    }
    const inner = insideItalics(text, line);
    const label = labelAt(text, inner.start, inner.end);
    if (label && (label.bold || quoted)) labels.push(label);
    else {
      // A value continues over the following lines, up to the next label, or begins with the first of them.
      const last = labels.at(-1);
      if (last) {
        const { start, end } = trimmed(text, line);
        if (last.value.start < last.value.end) labels[labels.length - 1] = widened(text, last, end);
        else if (last.bold && !label) labels[labels.length - 1] = widened(text, valueAt(last, start), end);
        else if (label && isAnswer(label, last)) {
          labels[labels.length - 1] = widened(text, valueAt(last, label.value.start), end);
          continue;
        }
      }
      if (label) plain.push(label);
    }
    if (label?.bold && label.text === '') plain.push(...insideBold(text, label));
  }
  return { labels, plain };
}

/** A label whose value continues up to an offset. */
export function widened(text: string, label: Label, end: number): Label {
  const value = { start: label.value.start, end: Math.max(label.value.start, end) };
  return { ...label, end: value.end, value, text: fold(withoutComments(text.slice(value.start, value.end))) };
}

const BOLD_WITH_VALUE = new UnicodePattern(
  String.raw`^((?:\*\*|__)(\p{L}[^*_:：\n]{0,60}?)[ \t]?(?::[ \t]+|：[ \t]*))([^\s*_][^*\n]*?)(?:\*\*|__)[ \t]*$`,
);

/** A label whose value is bold as well (`**Owner: Mira**`), but not a counter (`**Option 1: Redis**`). */
function insideBold(text: string, { start, value }: Label): Label[] {
  const [, lead, name, inside] = BOLD_WITH_VALUE.exec(text.slice(start, value.start)) ?? [];
  if (inside === undefined || name!.split(' ').length > 3 || /(?:^|\s)(?:\d+|[A-Z])$/.test(name!)) return [];
  const at = start + lead!.length;
  const end = at + inside.length;
  return [{ start, end, name: fold(name!), value: { start: at, end }, text: fold(inside), bold: true }];
}

function valueAt(label: Label, start: number): Label {
  return { ...label, value: { start, end: start } };
}

/** Whether a line answers the question above it: `**Q: Why?**` and `A: Because.` */
function isAnswer({ name }: Label, question: Label): boolean {
  return /^A(?:nswer)?$/i.test(name) && /^Q(?:uestion)?\b|\?$/i.test(question.name);
}

/** The content of a line in italics (`*Author: Name*`); any other line unchanged. */
function insideItalics(text: string, line: Range): Range {
  if (!/[*_\s]/.test(text[line.start] ?? '')) return line;
  const range = trimmed(text, line);
  const mark = text[range.start];
  const inner = { start: range.start + 1, end: range.end - 1 };
  const isWhole =
    (mark === '*' || mark === '_') &&
    inner.start < inner.end &&
    text[inner.end] === mark &&
    text.indexOf(mark, inner.start) === inner.end;
  return isWhole ? inner : line;
}

/** The segments of a line that ` | ` divides; empty if it does not. */
function splitSegments(text: string, line: Range): Range[] {
  if (indexIn(text, ' | ', line) < 0) return [];
  let { start } = line;
  const segments = text.slice(line.start, line.end).split(' | ');
  return segments.map((segment) => {
    const range = trimmed(text, { start, end: start + segment.length });
    start += segment.length + 3;
    return range;
  });
}

/** The range without the blanks at its ends. */
function trimmed(text: string, range: Range): Range {
  let { start, end } = range;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}
