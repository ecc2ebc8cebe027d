import { fold } from '../text/fold.ts';
import { memo } from '../text/memo.ts';
import type { Range } from '../text/range.ts';
import { type Block, type Fence, type Item, type List, leafLines, type Table } from './blocks.ts';
import { withoutComments } from './inline.ts';
import { type Label, labelAt, labelsIn, type ProseLabels, widened } from './labels.ts';

/** A list item for comparison. */
export interface ItemPart extends Range {
  item: Item;
  /** The folded text of the item with everything nested in it, without marker and box. */
  text: string;
  label: Label | null;
  /** Its label if the colon needed no blank after it, for callers that know its name. */
  tight: Label | null;
}

/** A cell for comparison. */
interface CellPart extends Range {
  text: string;
}

/** A table row for comparison. */
export interface RowPart extends Range {
  cells: CellPart[];
}

/**
 * A block of a section for judging. `quiet` is invisible: comments, link definitions, rules. Text is folded and without
 * comments. `plain` are lines of prose that may begin with a label, for callers that know its name; a table's `labels`
 * are its rows of two cells as label and value, likewise, and `headLabel` its head.
 */
export type Part = Range &
  (
    | { form: 'prose'; block: Block; text: string; labels: Label[]; plain: Label[] }
    | { form: 'list'; block: List; text: string; items: ItemPart[] }
    | {
        form: 'table';
        block: Table;
        text: string;
        head: string[];
        rows: RowPart[];
        labels: Label[];
        headLabel: Label | null;
      }
    | { form: 'fence'; block: Fence; text: string }
    | { form: 'quiet'; block: Block; text: string }
  );

/**
 * The parts of a section's blocks, in order. Each block is read once: the text of a paragraph at once, items, rows and
 * labels when they are asked for.
 */
export function partsOf(text: string, blocks: readonly Block[]): Part[] {
  return blocks.map((block) => partOfBlock(block, text));
}

const partOfBlock = memo((block: Block, text: string): Part => {
  const { start, end } = block;
  switch (block.kind) {
    case 'list':
      return new ListPart(block, text);
    case 'table':
      return new TablePart(block, text);
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
      return new ProsePart(block, text, visible);
    }
  }
});

class BlockPart<Of extends Block> {
  readonly start: number;
  readonly end: number;
  readonly block: Of;
  protected readonly source: string;

  constructor(block: Of, source: string) {
    this.start = block.start;
    this.end = block.end;
    this.block = block;
    this.source = source;
  }
}

class ProsePart extends BlockPart<Block> {
  readonly form = 'prose';
  readonly text: string;
  #read: ProseLabels | null = null;

  constructor(block: Block, source: string, text: string) {
    super(block, source);
    this.text = text;
  }

  get labels(): Label[] {
    return this.#labels.labels;
  }

  get plain(): Label[] {
    return this.#labels.plain;
  }

  get #labels(): ProseLabels {
    this.#read ??= labelsIn(this.block, this.source);
    return this.#read;
  }
}

class ListPart extends BlockPart<List> {
  readonly form = 'list';
  #text: string | null = null;
  #items: ItemPart[] | null = null;

  get text(): string {
    this.#text ??= visibleText(this.source, this.block);
    return this.#text;
  }

  get items(): ItemPart[] {
    this.#items ??= this.block.children.map((item) => itemPart(this.source, item));
    return this.#items;
  }
}

class TablePart extends BlockPart<Table> {
  readonly form = 'table';
  readonly text: string;
  #head: string[] | null = null;
  #rows: RowPart[] | null = null;
  #labels: Label[] | null = null;
  #headLabel: Label[] | null = null;

  constructor(block: Table, source: string) {
    super(block, source);
    this.text = fold(source.slice(block.start, block.end));
  }

  get head(): string[] {
    this.#head ??= this.#cells(this.block.head).map((cell) => cell.text);
    return this.#head;
  }

  get rows(): RowPart[] {
    this.#rows ??= this.block.rows.map((row) => ({
      start: row.start,
      end: row.end,
      cells: this.#cells(row),
    }));
    return this.#rows;
  }

  get headLabel(): Label | null {
    const { start, end, cells } = this.block.head;
    this.#headLabel ??= cells.length === 2 ? rowLabel({ start, end, cells: this.#cells({ cells }) }) : [];
    return this.#headLabel[0] ?? null;
  }

  get labels(): Label[] {
    this.#labels ??= this.block.head.cells.length === 2 ? this.rows.flatMap(rowLabel) : [];
    return this.#labels;
  }

  #cells(row: { cells: Range[] }): CellPart[] {
    return row.cells.map((cell) => ({
      ...cell,
      text: fold(withoutComments(this.source.slice(cell.start, cell.end))),
    }));
  }
}

function itemPart(text: string, item: Item): ItemPart {
  const visible = visibleText(text, item);
  const content = item.task ? visible.replace(/^\[[ xX]\]\s*/, '') : visible;
  return { start: item.start, end: item.end, item, text: content, ...labelsOfItem(text, item) };
}

/** The label at the start of an item. Its value continues over the item's own paragraph, not into what is nested. */
function labelsOfItem(text: string, { task, children: [paragraph] }: Item): Pick<ItemPart, 'label' | 'tight'> {
  if (paragraph?.kind !== 'paragraph') return { label: null, tight: null };
  const { start, end } = paragraph.lines[0]!;
  const from = task ? Math.min(task.box.end + 1, end) : start;
  const label = labelAt(text, from, end);
  if (label) return { label: widened(text, label, paragraph.end), tight: null };
  return { label: null, tight: labelAt(text, from, end, true) };
}

/** A row of two cells as a label with its value; empty if its first cell is empty. */
function rowLabel({ start, end, cells: [name, value] }: RowPart): Label[] {
  const label = name?.text.replace(/[*`]+|(?<!\w)_+|_+(?!\w)|[ \t]*[:：][*_]*$/g, '').trim();
  if (!label || !value) return [];
  const { start: from, end: to } = value;
  const text = value.text.replaceAll('\\|', '|');
  return [{ start, end, name: label, value: { start: from, end: to }, text, bold: false }];
}

/** Whether a section has nothing below its heading. */
export function isBare({ blocks, children }: { blocks: readonly Block[]; children: readonly unknown[] }): boolean {
  return children.length === 0 && blocks.length === 0;
}

/** The visible text of a block, folded: without markers, prefixes and comments. */
export function visibleText(text: string, block: Block): string {
  return fold(withoutComments(textOf(text, leafLines(block))));
}

/** The innermost items nested in an item, in order. */
export function nestedItems({ children }: Item): Item[] {
  if (children.length < 2) return [];
  return children
    .flatMap((block) => (block.kind === 'list' ? block.children : []))
    .flatMap((item) => (item.children.length > 1 ? nestedItems(item) : [item]));
}

/** The folded texts of the innermost items nested in an item, in order. */
export function nestedTexts(text: string, item: Item): string[] {
  return nestedItems(item).map((inner) => visibleText(text, inner));
}

function textOf(text: string, lines: readonly Range[]): string {
  let shown = '';
  // Text that is folded later needs no line ends.
  for (const line of lines) {
    if (shown !== '') shown += ' ';
    shown += text.slice(line.start, line.end);
  }
  return shown;
}
