import { fold } from '../text/fold.ts';
import { memo, withLazy } from '../text/memo.ts';
import type { Range } from '../text/range.ts';
import { type Block, type Fence, type Item, type List, leafLines, type Table } from './blocks.ts';

/** A value behind a label (`**Status**: Draft`, `- In scope: …`, `Version: 1.0 | Status: Draft`). */
export interface Label extends Range {
  /** The label as written, without emphasis and colon. */
  name: string;
  /** The value; empty (start = end) where there is none. */
  value: Range;
  /** The folded value. */
  text: string;
  /** Whether the label is emphasised: a bold label is one even in prose. */
  bold: boolean;
}

/** A list item as it is compared. */
export interface ItemPart extends Range {
  item: Item;
  /** The folded text of the item with all that is nested in it, without marker and box. */
  text: string;
  label: Label | null;
  /** What would be its label if the colon needed no blank behind it, for those who know its name. */
  tight: Label | null;
}

/** A cell as it is compared. */
interface CellPart extends Range {
  text: string;
}

/** A table row as it is compared. */
export interface RowPart extends Range {
  cells: CellPart[];
}

/**
 * A block of a section as it is judged. `quiet` is what no reader sees: comments, link definitions, rules. Text is
 * folded and without comments. `plain` are lines of prose that may begin with a label, for those who know its name; a
 * table's `labels` are its rows of two cells, read as a label and its value, for those too.
 */
export type Part = Range &
  (
    | { form: 'prose'; block: Block; text: string; labels: Label[]; plain: Label[] }
    | { form: 'list'; block: List; text: string; items: ItemPart[] }
    | { form: 'table'; block: Table; text: string; head: string[]; rows: RowPart[]; labels: Label[] }
    | { form: 'fence'; block: Fence; text: string }
    | { form: 'quiet'; block: Block; text: string }
  );

/**
 * The parts of a section's blocks, in order. Each block is read once: its text at once, its items, rows and labels when
 * they are asked for.
 */
export function partsOf(text: string, blocks: readonly Block[]): Part[] {
  return blocks.map((block) => partOfBlock(block, text));
}

const partOfBlock = memo((block: Block, text: string): Part => {
  const { start, end } = block;
  switch (block.kind) {
    case 'list':
      return withLazy(
        { form: 'list' as const, start, end, block, text: visibleText(text, block) },
        { items: () => block.children.map((item) => itemPart(text, item)) },
      );
    case 'table': {
      const cells = (row: { cells: Range[] }) =>
        row.cells.map((cell) => ({ ...cell, text: fold(withoutComments(text.slice(cell.start, cell.end))) }));
      const rowParts = () => block.rows.map((row) => ({ start: row.start, end: row.end, cells: cells(row) }));
      return withLazy(
        { form: 'table' as const, start, end, block, text: fold(text.slice(start, end)) },
        {
          head: () => cells(block.head).map((cell) => cell.text),
          rows: rowParts,
          labels: () => (block.head.cells.length === 2 ? rowParts().flatMap(rowLabel) : []),
        },
      );
    }
    case 'fence':
      return {
        form: 'fence',
        start,
        end,
        block,
        text: block.lines.map((line) => text.slice(line.start, line.end)).join('\n'),
      };
    case 'rule':
    case 'definition':
      return { form: 'quiet', start, end, block, text: '' };
    default: {
      const visible = visibleText(text, block);
      if (visible === '' && block.kind !== 'heading') return { form: 'quiet', start, end, block, text: '' };
      return withLazy(
        { form: 'prose' as const, start, end, block, text: visible },
        { labels: () => labelsIn(block, text).labels, plain: () => labelsIn(block, text).plain },
      );
    }
  }
});

function itemPart(text: string, item: Item): ItemPart {
  const lines = leafLines(item);
  const first = lines[0];
  const start = item.task ? Math.max(item.task.box.end + 1, first?.start ?? 0) : (first?.start ?? 0);
  // A label's value runs on over the item's own paragraph, but not into lists and fences nested below it.
  const paragraph = item.children[0];
  const labelled =
    first && paragraph?.kind === 'paragraph' ? labelAt(text, Math.min(start, first.end), first.end) : null;
  const label = labelled && paragraph ? widened(text, labelled, paragraph.end) : null;
  const tight =
    !labelled && first && paragraph?.kind === 'paragraph'
      ? labelAt(text, Math.min(start, first.end), first.end, true)
      : null;
  const visible = visibleText(text, item);
  const content = item.task ? visible.replace(/^\[[ xX]\]\s*/, '') : visible;
  return { start: item.start, end: item.end, item, text: content, label, tight };
}

/** A row of two cells as a label with its value; none where its first cell is empty. */
function rowLabel({ start, end, cells: [name, value] }: RowPart): Label[] {
  const label = name?.text.replace(/[*`]+|(?<!\w)_+|_+(?!\w)|[ \t]*[:：][*_]*$/g, '').trim();
  if (!label || !value) return [];
  const { start: from, end: to } = value;
  const text = value.text.replaceAll('\\|', '|');
  return [{ start, end, name: label, value: { start: from, end: to }, text, bold: false }];
}

function widened(text: string, label: Label, end: number): Label {
  const value = { start: label.value.start, end: Math.max(label.value.start, end) };
  return { ...label, end: value.end, value, text: fold(withoutComments(text.slice(value.start, value.end))) };
}

/** Whether a section has nothing below its heading. */
export function isBare(
  text: string,
  { blocks, children }: { blocks: readonly Block[]; children: readonly unknown[] },
): boolean {
  return children.length === 0 && partsOf(text, blocks).length === 0;
}

/** The folded text of a block as a reader sees it: without markers, prefixes and comments. */
export function visibleText(text: string, block: Block): string {
  return fold(withoutComments(textOf(text, leafLines(block))));
}

function textOf(text: string, lines: readonly Range[]): string {
  let shown = '';
  for (const line of lines) shown += `${shown === '' ? '' : '\n'}${text.slice(line.start, line.end)}`;
  return shown;
}

/** The text without HTML comments; one that is not closed runs to the end. Comments inside code spans are text. */
export function withoutComments(text: string): string {
  if (!text.includes('<!--')) return text;
  let result = '';
  let at = 0;
  while (at < text.length) {
    const tick = text.indexOf('`', at);
    const comment = text.indexOf('<!--', at);
    if (comment < 0) break;
    if (tick >= 0 && tick < comment) {
      const run = /^`+/.exec(text.slice(tick, tick + 100))![0];
      const close = text.indexOf(run, tick + run.length);
      const next = close < 0 ? tick + run.length : close + run.length;
      result += text.slice(at, next);
      at = next;
      continue;
    }
    result += text.slice(at, comment);
    const close = text.indexOf('-->', comment + 4);
    at = close < 0 ? text.length : close + 3;
  }
  return result + text.slice(at);
}

const BOLD_LABEL =
  /^(\*{1,3}|_{1,3})(?![*_\s])([^*\n]{1,80}?)(?:\1[ \t]?(?:[(（][^()（）\n]{1,40}[)）][ \t]?)?[:：]|[:：]\1|(?<=^(?:\*\*|__).*)\1(?=[ \t]*$)|(?<=^(?:\*\*|__).*[?？])\1(?=[ \t]))[ \t]*/;
// A full-width colon needs no blank behind it.
const PLAIN_LABEL = /^([\p{L}\p{N}][^:：|*`\n]{0,60}?)[ \t]?(?::(?=[ \t]|$|https?:)|：)[ \t]*/u;
/** A label in a script without blanks is at most so long; what is longer is a sentence. */
const LONGEST_UNSPACED = 20;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const TIGHT_LABEL = /^([\p{L}\p{N}][^:：|*`\n]{0,60}?)[ \t]?[:：](?=\S)/u;

/** The label with which a line begins, its value running to `end`; null where it begins with none. `tight`: without a blank behind its colon. */
export function labelAt(text: string, start: number, end: number, tight = false): Label | null {
  const line = text.slice(start, Math.min(end, start + 200));
  if (!/[:：*_]/.test(line)) return null;
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

/**
 * The labels of a paragraph's lines: bold ones at line starts (in a quote, plain ones too), and all of a line that ` | `
 * cuts into labelled segments.
 */
const labelsIn = memo((block: Block, text: string): { labels: Label[]; plain: Label[] } => {
  const labels: Label[] = [];
  const plain: Label[] = [];
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
      // A value goes on over the lines that follow it, up to the next label, or begins with the first of them.
      const last = labels.at(-1);
      const { start, end } = trimmed(text, line);
      if (last && last.value.start < last.value.end) labels[labels.length - 1] = widened(text, last, end);
      else if (last?.bold && !label) labels[labels.length - 1] = widened(text, valueAt(last, start), end);
      else if (last && label && isAnswer(label, last)) {
        labels[labels.length - 1] = widened(text, valueAt(last, label.value.start), end);
        continue;
      }
      if (label) plain.push(label);
    }
    if (label?.bold && label.text === '') plain.push(...insideBold(text, label));
  }
  return { labels, plain };
});

/** A label whose value is bold as well (`**Owner: Mira**`), but for one that counts (`**Option 1: Redis**`). */
function insideBold(text: string, { start, value }: Label): Label[] {
  const [, lead, name, inside] =
    /^((?:\*\*|__)(\p{L}[^*_:：\n]{0,60}?)[ \t]?(?::[ \t]+|：[ \t]*))([^\s*_][^*\n]*?)(?:\*\*|__)[ \t]*$/u.exec(
      text.slice(start, value.start),
    ) ?? [];
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

/** What a line that is in italics as a whole says (`*Author: Name*`); the line itself where it is not. */
function insideItalics(text: string, line: Range): Range {
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

/** The segments of a line that ` | ` cuts; none where it does not. */
function splitSegments(text: string, line: Range): Range[] {
  let { start } = line;
  const segments = text.slice(line.start, line.end).split(' | ');
  if (segments.length === 1) return [];
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
