import type { Cell, Colour, TestTerminal } from '../../test/terminal/terminal.ts';

/** The style of a run of cells; absent values are the terminal's defaults. */
export interface Style {
  fg: Colour;
  bg: Colour;
  bold: boolean;
  dim: boolean;
  underline: boolean;
}

/** Neighbouring cells of one style; columns count from 0. */
export interface Run {
  column: number;
  width: number;
  text: string;
  style: Style;
}

/** A screen as rows of runs, without blank runs that have no background. */
export interface Screen {
  columns: number;
  rows: readonly (readonly Run[])[];
  /** The cursor; null while it is hidden or waits at the left edge. */
  cursor: { column: number; row: number } | null;
}

/** The date in pictures, so that they change only with the program. */
const DAY = '2026-03-02';

/** The first `rows` rows of a terminal. Today's date is replaced. */
export function screenOf(terminal: TestTerminal, columns: number, rows: number): Screen {
  const today = new Date();
  const iso = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const { column, row, hidden } = terminal.cursor();
  return {
    columns,
    cursor: hidden || column === 0 || row >= rows || column >= columns ? null : { column, row },
    rows: Array.from({ length: rows }, (_, row) =>
      runsOf(
        withDay(
          Array.from({ length: columns }, (_, column) => terminal.cell(column, row)),
          iso,
        ),
      ),
    ),
  };
}

/** The text of a screen, row by row, without trailing spaces. */
export function textOf({ rows }: Screen): string {
  const lines = rows.map((runs) => {
    let line = '';
    let column = 0;
    for (const run of runs) {
      line += ' '.repeat(run.column - column) + run.text;
      column = run.column + run.width;
    }
    return line.trimEnd();
  });
  return lines.join('\n').trimEnd();
}

function withDay(cells: readonly Cell[], today: string): Cell[] {
  const text = cells.map((cell) => cell.text || ' ').join('');
  const at = cells.every((cell) => cell.text.length <= 1) ? text.indexOf(today) : -1;
  if (at < 0) return [...cells];
  const replaced = cells.map((cell, index) => ({ ...cell, text: DAY[index - at] ?? cell.text }));
  return withDay(replaced, today);
}

function runsOf(cells: readonly Cell[]): Run[] {
  const runs: Run[] = [];
  cells.forEach((cell, column) => {
    if (cell.width === 0) return;
    const style = styleOf(cell);
    const text = cell.text || ' ';
    const last = runs.at(-1);
    const joins = last && last.column + last.width === column && cell.width === 1 && same(last.style, style, text);
    if (joins) {
      last.text += text;
      last.width += 1;
    } else runs.push({ column, width: cell.width, text, style });
  });
  return runs.filter(({ text, style }) => text.trim() !== '' || style.bg.kind !== 'default');
}

/** Inverse video swaps the colours. */
function styleOf({ fg, bg, bold, dim, inverse, underline }: Cell): Style {
  const ground: Colour = { kind: 'palette', value: -1 };
  const ink: Colour = { kind: 'palette', value: -2 };
  return {
    fg: inverse ? (bg.kind === 'default' ? ground : bg) : fg,
    bg: inverse ? (fg.kind === 'default' ? ink : fg) : bg,
    bold,
    dim,
    underline,
  };
}

function same(one: Style, other: Style, text: string): boolean {
  const looks = (style: Style) => [style.bg.kind, style.bg.kind === 'default' ? 0 : style.bg.value, style.underline];
  const inks = (style: Style) => [
    style.fg.kind,
    style.fg.kind === 'default' ? 0 : style.fg.value,
    style.bold,
    style.dim,
  ];
  const isBlank = text === ' ';
  return String(looks(one)) === String(looks(other)) && (isBlank || String(inks(one)) === String(inks(other)));
}
