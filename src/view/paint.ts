import type { Theme as PreviewTheme } from '../render/theme.ts';
import { cellWidth, truncateCells } from '../text/cells.ts';
import { asciiText, printable } from '../text/printable.ts';
import type { Target } from '../wizard/action.ts';

/** The meaning of the program's own text; the palette gives each tone its colour. */
export type Tone = 'plain' | 'dim' | 'bold' | 'accent' | 'strong' | 'good' | 'bad' | 'warn' | 'picked' | 'raw';

/** A run of text in one tone. `raw` holds the program's own escape sequences, `plain` the visible text. */
export interface Span {
  text: string;
  tone: Tone;
  plain?: string;
  /** The target of a click on it. */
  target?: Target;
}

export type Row = readonly Span[];

/** A row, and the place of the cursor in it: `column` counts cells from 0. */
export interface Cursor {
  row: number;
  column: number;
}

/** SGR parameters by tone (ECMA-48), legible as in `render/theme.ts`; null if the screen has no colour. */
export type Palette = Readonly<Record<Exclude<Tone, 'raw'>, string>> | null;

const DARK: Palette = {
  plain: '',
  dim: '2',
  bold: '1',
  accent: '36',
  strong: '1;36',
  good: '32',
  bad: '38;5;203',
  warn: '33',
  picked: '7',
};

/** The palettes: for dark and for light backgrounds, and none. */
export const PALETTES = {
  dark: DARK,
  light: {
    ...DARK,
    dim: '38;5;241',
    accent: '34',
    strong: '1;34',
    good: '38;5;22',
    bad: '31',
    warn: '35',
  },
  none: null,
} as const;

/** A run of text made printable; a line end becomes a space. */
export function span(text: string, tone: Tone = 'plain'): Span {
  return { text: printable(text).replaceAll('\n', ' '), tone };
}

/** A line of `width` cells. */
export function rule(width: number): Row {
  return [{ text: '─'.repeat(width), tone: 'dim' }];
}

/** A row with a target for clicks; parts with their own target keep it. */
export function clickable(row: Row, target: Target): Row {
  return row.map((one) => ({ target, ...one }));
}

/** The target of a click on a cell of a row, counted from 0; null if there is none. */
export function targetAt(row: Row, column: number): Target | null {
  let end = 0;
  for (const { text, plain, target } of row) {
    end += cellWidth(plain ?? text);
    if (column < end) return target ?? null;
  }
  return null;
}

/** The width of a row in cells, measured as a whole, because a mark may join the character in the span before it. */
export function rowWidth(row: Row): number {
  return cellWidth(row.map(({ text, plain }) => plain ?? text).join(''));
}

/** A row of exactly `width` cells: cut with an ellipsis, or filled with spaces. */
export function fit(row: Row, width: number): Row {
  const used = rowWidth(row);
  if (used === width) return row;
  if (used < width) {
    const target = row.at(-1)?.target;
    return [...row, { text: ' '.repeat(width - used), tone: 'plain', ...(target && { target }) }];
  }
  const kept: Span[] = [];
  let room = width;
  for (const one of row) {
    const cells = cellWidth(one.plain ?? one.text);
    if (cells > room || (cells === room && one !== row.at(-1))) {
      // An ellipsis marks what is cut off; styled text of the preview never needs cutting.
      if (one.tone !== 'raw') kept.push({ ...one, text: truncateCells(`${one.text}  `, room) });
      break;
    }
    kept.push(one);
    room -= cells;
  }
  return fit(kept, width);
}

/** Two rows in one of `width` cells, the second at the right edge. The first is cut if needed. */
export function spread(left: Row, right: Row, width: number): Row {
  const room = width - rowWidth(right);
  return room <= 1 ? fit(left, width) : [...fit(left, room - 1), { text: ' ', tone: 'plain' }, ...right];
}

/** A row as text for the terminal, on request in ASCII alone. */
export function paint(row: Row, palette: Palette, ascii = false): string {
  let painted = '';
  for (const { text: given, tone } of row) {
    const text = ascii ? asciiText(given) : given;
    const code = tone === 'raw' ? '' : (palette?.[tone] ?? (tone === 'picked' && palette === null ? '7' : ''));
    painted += code === '' || text === '' ? text : `\u001b[${code}m${text}\u001b[0m`;
  }
  return painted;
}

/** The colours of every screen. */
export interface ScreenTheme {
  palette: Palette;
  theme: PreviewTheme;
}
