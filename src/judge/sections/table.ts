import type { Part, RowPart } from '../../markdown/parts.ts';
import { isStateLabel } from '../../template/default.ts';
import { columnOptions } from '../../template/make-slot.ts';
import { isPlaceholderText } from '../../template/phrasing.ts';
import type { CellUnit, ShapedSlot } from '../../template/slot.ts';
import { bare, compared, matchesPattern } from '../../template/title.ts';
import { isDots } from '../../template/tokens.ts';
import { pushTo } from '../../text/group.ts';
import { memo } from '../../text/memo.ts';
import { type Range, rangeOf } from '../../text/range.ts';
import type { Verdict } from '../reading.ts';
import { judgeText } from '../rules/index.ts';
import { PARAGRAPH } from '../slot-reading.ts';
import type { SectionContent } from './content-blocks.ts';
import { blocksSite } from './site.ts';

type RowKind = 'empty' | 'more' | 'stub' | 'example' | 'mixed' | 'pending' | 'own';

interface RowVerdict {
  kind: RowKind;
  evidence: Range;
  /** The rule by which one of its cells is pending or rejected. */
  rule?: string;
}

/** The least number of the author's rows for each example that makes the example a chosen one. */
const MANY = 2;

/** Judges a table without its head, row by row and cell by cell (judgement, rules 3, 5, 6, 7). */
export function judgeTable(
  slot: ShapedSlot,
  shape: ShapedSlot['shape'] & { form: 'table' },
  part: Part & { form: 'table' },
  { text, isOriginal }: SectionContent,
): Verdict {
  const given = givenRowsOf(shape.rows);
  const judged = judgeRows(slot, columnMap(shape.head, part.head), given, part, { text, isOriginal });
  const isOwn = ({ kind }: RowVerdict) => kind === 'own' || kind === 'mixed' || kind === 'pending';
  const own = judged.filter(isOwn);
  const value = part.rows
    .filter((_, index) => isOwn(judged[index]!))
    .map((row) => row.cells.map((cell) => text.slice(cell.start, cell.end)));
  const verdict = (state: Verdict['state'], rule: string, kind?: RowKind): Verdict => ({
    state,
    rule,
    site: blocksSite(text, part),
    evidence: judged.find((row) => row.kind === kind)?.evidence ?? (state === 'empty' ? rangeOf(part) : null),
    value: own.length > 0 ? value : null,
    columns: part.head,
  });
  const has = (kind: RowKind) => judged.some((row) => row.kind === kind);
  if (judged.length === 0) return verdict('empty', 'empty-table');
  if (own.length === 0) {
    if (has('stub')) return verdict('untouched', 'stub-cell', 'stub');
    return has('example')
      ? verdict('unconfirmed', 'example-row', 'example')
      : verdict('untouched', 'stub-cell', has('more') ? 'more' : 'empty');
  }
  if (has('mixed')) return verdict('partial', 'stub-cell', 'mixed');
  if (has('stub')) return verdict('partial', 'stub-cell', 'stub');
  // An example among more rows of the author's was chosen.
  const examples = part.rows.filter((_, index) => judged[index]!.kind === 'example');
  const needed = examples.every(isNameWithNumbers) ? examples.length : MANY * examples.length;
  if (examples.length > 0 && own.length <= needed) return verdict('unconfirmed', 'example-row', 'example');
  const pending = judged.find(({ kind }) => kind === 'pending');
  if (pending) return verdict('pending', pending.rule ?? 'pending', 'pending');
  // A row of dots for "more of these" is left over below real ones.
  return has('more') && given.dots ? verdict('partial', 'only-dots', 'more') : verdict('answered', 'answered');
}

function judgeRows(
  slot: ShapedSlot,
  columns: readonly number[],
  given: GivenRows,
  { head, rows }: Part & { form: 'table' },
  { text, isOriginal }: Pick<SectionContent, 'text' | 'isOriginal'>,
): RowVerdict[] {
  // In a column for states, a state is an answer.
  const inState = head.map((title) => (isStateLabel(title) ? { ...slot, label: title } : slot));
  const slotIn = (column: number) => inState[column] ?? slot;
  return rows.map((row): RowVerdict => {
    const judged = judgeRow(row, columns, given, slotIn, text);
    // A row of an older wording is a placeholder as well.
    return judged.kind === 'own' && isOriginal(row.cells.map((cell) => cell.text).join(' | '))
      ? { ...judged, kind: 'stub' }
      : judged;
  });
}

/** Whether a row has only a name and numbers, which another author may well repeat: "| Code | 1, 2 | |". */
function isNameWithNumbers({ cells: [, ...values] }: RowPart): boolean {
  return values.every((cell) => !/\p{L}/u.test(cell.text));
}

/** For each column of the spec's table, the index of the template's column, or -1. */
function columnMap(template: readonly string[], spec: readonly string[]): number[] {
  const keys = template.map(bare);
  const byTitle = spec.map((title, index) =>
    bare(title) === (keys[index] ?? null) ? index : keys.indexOf(bare(title)),
  );
  const sameShape = template.length === spec.length;
  return byTitle.map((found, index) => (found >= 0 ? found : sameShape && !byTitle.includes(index) ? index : -1));
}

function judgeRow(
  row: RowPart,
  columns: readonly number[],
  given: GivenRows,
  slotIn: (column: number) => ShapedSlot,
  document: string,
): RowVerdict {
  const whole = rangeOf(row);
  const filled = row.cells.filter((cell) => cell.text !== '');
  if (filled.every((cell) => isDots(cell.text))) return { kind: filled.length > 0 ? 'more' : 'empty', evidence: whole };
  const from = nearestRow(row, columns, given);
  const unitOf = (index: number) => from?.[columns[index] ?? -1];
  const same =
    from !== undefined &&
    row.cells.every((cell, index) => {
      const unit = unitOf(index);
      return unit ? matchesPattern(unit.pattern, cell.text) : cell.text === '';
    });
  if (same) {
    const stub = row.cells.find((_, index) => isStub(unitOf(index)));
    return stub ? { kind: 'stub', evidence: stub } : { kind: 'example', evidence: whole };
  }
  let mine = false;
  let pending: { cell: Range; rule: string } | null = null;
  let open: Range | null = null;
  for (const [index, cell] of row.cells.entries()) {
    const unit = unitOf(index) ?? null;
    const column = given.columns[columns[index] ?? -1];
    const columnStub = column?.stubs.some((known) => matchesPattern(known.pattern, cell.text));
    if ((given.dots && isDots(cell.text)) || columnStub) {
      open ??= cell;
      continue;
    }
    const sameCell = unit !== null && matchesPattern(unit.pattern, cell.text);
    if (sameCell && unit.heads) continue;
    const found = judgeText({
      // A hyphen in a cell means none.
      text: cell.text === '-' ? '–' : cell.text,
      unit: unit ?? column?.choice ?? null,
      same: false,
      slot: slotIn(index),
    });
    if (!sameCell && cell.text !== '' && found.state !== 'untouched' && found.state !== 'partial') mine = true;
    if (found.state === 'partial' || (found.state === 'untouched' && cell.text !== '')) open ??= cell;
    if (found.state === 'pending' && !sameCell && !(found.rule === 'pending' && isNameIn(document, cell.text)))
      pending ??= { cell, rule: found.rule };
  }
  if (open) return { kind: mine ? 'mixed' : 'stub', evidence: open };
  return pending ? { kind: 'pending', evidence: pending.cell, rule: pending.rule } : { kind: 'own', evidence: whole };
}

/** Whether a value begins with a word that is part of names in the document: "TODO" beside "IDX_TODO_ID". */
export function isNameIn(document: string, value: string): boolean {
  const word = /^[*_`]*([A-Za-z]+)/.exec(value)?.[1];
  if (word === undefined) return false;
  return new RegExp(`[\\p{L}\\p{N}]_${word}(?!\\p{L})|(?<!\\p{L})${word}_[\\p{L}\\p{N}]`, 'u').test(document);
}

function isStub(unit: CellUnit | undefined): boolean {
  if (!unit || unit.heads) return false;
  return (
    unit.dots ||
    unit.tokens.length > 0 ||
    isPlaceholderText(unit.pattern.text) ||
    judgeText({ text: unit.pattern.text, unit, same: false, slot: PARAGRAPH }).state === 'untouched'
  );
}

/** A template's rows, prepared once for comparison. */
interface GivenRows {
  rows: readonly CellUnit[][];
  /** Whether a cell consists of dots. */
  dots: boolean;
  columns: readonly Column[];
  /** The indexes of rows, by column and cell text (`0\nname`), for cells without a name. */
  byCell: ReadonlyMap<string, readonly number[]>;
  /** The indexes of rows with names in a cell, which may have any text there. */
  named: readonly number[];
}

interface Column {
  /** The cells that are placeholders, one for each text. */
  stubs: readonly CellUnit[];
  /** The choice for a column. A choice in one cell of a template's table applies to its whole column. */
  choice: CellUnit | null;
}

/** A text in more rows than this distinguishes none of them, and would cost quadratic time. */
const TOO_COMMON = 200;

const givenRowsOf = memo((rows: readonly CellUnit[][]): GivenRows => {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const byCell = new Map<string, number[]>();
  const named: number[] = [];
  for (const [place, cells] of rows.entries()) {
    if (cells.some(({ pattern }) => pattern.pieces.length > 1)) named.push(place);
    for (const [column, cell] of cells.entries()) pushTo(byCell, cellKey(column, cell.pattern.text), place);
  }
  return {
    rows,
    dots: rows.some((cells) => cells.some((cell) => cell.dots)),
    columns: Array.from({ length: width }, (_, column) => columnOf(rows, column)),
    byCell,
    named,
  };
});

function columnOf(rows: readonly CellUnit[][], column: number): Column {
  const cells = new Map<string, CellUnit>();
  for (const row of rows) {
    const cell = row[column];
    if (cell && !cells.has(cell.pattern.text)) cells.set(cell.pattern.text, cell);
  }
  const different = [...cells.values()];
  const offers = columnOptions([...cells.keys()]).length > 0;
  return {
    stubs: different.filter(isStub),
    choice:
      different.find((unit) => !unit.heads && (unit.tokens.length > 0 || (offers && /[|/]/.test(unit.pattern.text)))) ??
      null,
  };
}

/** The template's row from which a row was made: the one that shares the most cells, the first cell above all. */
function nearestRow(
  row: RowPart,
  columns: readonly number[],
  { rows, byCell, named }: GivenRows,
): CellUnit[] | undefined {
  const lists = row.cells.flatMap((cell, index) =>
    cell.text === '' ? [] : [byCell.get(cellKey(columns[index] ?? -1, cell.text)) ?? []],
  );
  const telling = lists.filter((list) => list.length <= TOO_COMMON);
  const near = new Set([...named.slice(0, TOO_COMMON), ...telling.flat()]);
  for (const list of lists) if (list.length > TOO_COMMON) near.add(list[0]!);
  let best: CellUnit[] | undefined;
  let most = 0;
  for (const place of [...near].sort((a, b) => a - b)) {
    const cells = rows[place]!;
    let shared = 0;
    for (const [index, cell] of row.cells.entries()) {
      const unit = cells[columns[index] ?? -1];
      if (unit && cell.text !== '' && matchesPattern(unit.pattern, cell.text))
        shared += index === 0 && !unit.dots ? 2 : 1;
    }
    if (shared > most) {
      most = shared;
      best = cells;
    }
  }
  return best;
}

function cellKey(column: number, text: string): string {
  return `${column}\n${compared(text)}`;
}
