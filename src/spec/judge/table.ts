import type { RowPart } from '../../markdown/parts.ts';
import { bare, matchesPattern } from '../../template/pattern.ts';
import type { CellUnit, ShapedSlot } from '../../template/shape.ts';
import { isDots } from '../../template/tokens.ts';
import type { Range } from '../../text/range.ts';
import { judgeText } from '../rules/index.ts';
import type { Piece } from './piece.ts';
import { blocks } from './site.ts';
import type { Verdict } from './verdict.ts';

type RowKind = 'more' | 'stub' | 'example' | 'mixed' | 'pending' | 'own';

interface RowVerdict {
  kind: RowKind;
  evidence: Range;
}

/** Judges a table row by row and cell by cell against the template's (GAPS 3, 5, 6, 7); its head stays out of it. */
export function judgeTable(
  slot: ShapedSlot,
  here: Piece,
  text: string,
  isOriginal: (text: string) => boolean,
): Verdict {
  const part = here.part!;
  if (part.form !== 'table' || slot.shape.form !== 'table')
    throw new TypeError('a table slot is judged by a table');
  const { head, rows } = slot.shape;
  const at = columnMap(head, part.head);
  const judged = part.rows.map((row): RowVerdict => {
    const judged = judgeRow(row, at, rows, slot);
    // A row of an older wording is a stub as well.
    return judged.kind === 'own' && isOriginal(row.cells.map((cell) => cell.text).join(' | '))
      ? { ...judged, kind: 'stub' }
      : judged;
  });
  const own = judged.filter(({ kind }) => kind === 'own' || kind === 'mixed' || kind === 'pending');
  const value = part.rows
    .filter((_, index) => own.includes(judged[index]!))
    .map((row) => row.cells.map((cell) => text.slice(cell.start, cell.end)));
  const verdict = (state: Verdict['state'], rule: string, kind?: RowKind): Verdict => ({
    state,
    rule,
    site: blocks(text, part),
    evidence:
      judged.find((row) => row.kind === kind)?.evidence ??
      (state === 'empty' ? { start: part.start, end: part.end } : null),
    value: own.length > 0 ? value : null,
    columns: part.head,
  });
  const has = (kind: RowKind) => judged.some((row) => row.kind === kind);
  if (judged.length === 0) return verdict('empty', 'empty-table');
  if (own.length === 0) {
    if (has('stub')) return verdict('untouched', 'stub-cell', 'stub');
    return has('example')
      ? verdict('unconfirmed', 'example-row', 'example')
      : verdict('untouched', 'stub-cell', 'more');
  }
  if (has('mixed')) return verdict('partial', 'stub-cell', 'mixed');
  if (has('stub')) return verdict('partial', 'stub-cell', 'stub');
  if (has('example')) return verdict('unconfirmed', 'example-row', 'example');
  return has('pending') ? verdict('pending', 'pending', 'pending') : verdict('answered', 'answered');
}

/** For each column of the spec's table, the template's column it stands for, or -1. */
function columnMap(template: readonly string[], spec: readonly string[]): number[] {
  const keys = template.map(bare);
  const byTitle = spec.map((title, index) =>
    bare(title) === (keys[index] ?? null) ? index : keys.indexOf(bare(title)),
  );
  const sameShape = template.length === spec.length;
  return byTitle.map((found, index) =>
    found >= 0 ? found : sameShape && !byTitle.includes(index) ? index : -1,
  );
}

function judgeRow(
  row: RowPart,
  at: readonly number[],
  rows: readonly CellUnit[][],
  slot: ShapedSlot,
): RowVerdict {
  const whole = { start: row.start, end: row.end };
  const filled = row.cells.filter((cell) => cell.text !== '');
  if (filled.every((cell) => isDots(cell.text))) return { kind: 'more', evidence: whole };
  const from = nearestRow(row, at, rows);
  const unitOf = (index: number) => from?.[at[index] ?? -1];
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
  const dotsAllowed = rows.some((cells) => cells.some((cell) => cell.dots));
  let mine = false;
  let pending: Range | null = null;
  let open: Range | null = null;
  for (const [index, cell] of row.cells.entries()) {
    const unit = unitOf(index) ?? null;
    const columnStub = rows
      .map((cells) => cells[at[index] ?? -1])
      .find((known) => known && isStub(known) && matchesPattern(known.pattern, cell.text));
    if ((dotsAllowed && isDots(cell.text)) || columnStub) {
      open ??= cell;
      continue;
    }
    const sameCell = unit !== null && matchesPattern(unit.pattern, cell.text);
    const found = judgeText({
      text: cell.text,
      unit: unit ?? columnUnit(rows, at[index] ?? -1),
      same: false,
      slot,
    });
    if (!sameCell && cell.text !== '' && found.state !== 'untouched' && found.state !== 'partial')
      mine = true;
    if (found.state === 'partial' || (found.state === 'untouched' && cell.text !== '')) open ??= cell;
    if (found.state === 'pending' && !sameCell) pending ??= cell;
  }
  if (open) return { kind: mine ? 'mixed' : 'stub', evidence: open };
  return pending ? { kind: 'pending', evidence: pending } : { kind: 'own', evidence: whole };
}

/** A choice in one cell of a template's table is the choice of its whole column. */
function columnUnit(rows: readonly CellUnit[][], column: number): CellUnit | null {
  return (
    rows
      .map((cells) => cells[column])
      .find((unit) => unit && (unit.tokens.length > 0 || /[|/]/.test(unit.pattern.text))) ?? null
  );
}

function isStub(unit: CellUnit | undefined): boolean {
  if (!unit) return false;
  return (
    unit.dots ||
    unit.tokens.length > 0 ||
    judgeText({ text: unit.pattern.text, unit, same: false, slot: NO_SLOT }).state === 'untouched'
  );
}

const NO_SLOT = { allow: [] } as unknown as ShapedSlot;

/** The template's row that a row was made from: the one whose cells it shares most, its first cell above all. */
function nearestRow(
  row: RowPart,
  at: readonly number[],
  rows: readonly CellUnit[][],
): CellUnit[] | undefined {
  let best: CellUnit[] | undefined;
  let most = 0;
  for (const cells of rows) {
    let shared = 0;
    for (const [index, cell] of row.cells.entries()) {
      const unit = cells[at[index] ?? -1];
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
