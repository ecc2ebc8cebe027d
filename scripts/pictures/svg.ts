import { CELL, GLYPHS, RING } from './glyphs.ts';
import { type Colours, colourOf, THEMES, type ThemeName } from './palette.ts';
import { type Run, type Screen, type Style, textOf } from './screen.ts';

const FONT = "ui-monospace,'SF Mono',SFMono-Regular,Menlo,Consolas,'Liberation Mono','DejaVu Sans Mono',monospace";
/** The margin around the cells, and the height of the bar above them. */
const PADDING = 14;
const BAR = 34;
const { width: W, height: H } = CELL;
/** The baseline of text, as a share of a cell's height. */
const BASELINE = 13.6;

/** The colours of a picture and the classes of its styles. */
export class Pen {
  readonly colours: Colours;
  readonly #classes = new Map<string, string>();
  readonly #glyphs = new Set<string>();

  constructor(theme: ThemeName) {
    this.colours = THEMES[theme];
  }

  /** A row of cells as SVG, its top at 0. */
  row(runs: readonly Run[]): string {
    return runs.map((run) => this.#run(run)).join('');
  }

  /** The cursor in a row, at a column. */
  cursor(column: number): string {
    return `<rect x="${at(column)}" y="2" width="2" height="${H - 4}" fill="${this.colours.ink}"/>`;
  }

  /** The style sheet, once everything is drawn. */
  style(): string {
    const rules = [...this.#classes].map(([rule, name]) => `.${name}{${rule}}`);
    return `text{font:14px ${FONT};white-space:pre;fill:${this.colours.ink}}${rules.join('')}`;
  }

  /** The shapes in use, once everything is drawn. */
  definitions(): string {
    return [...this.#glyphs]
      .map((glyph) => {
        const { path, stroke, opacity } = GLYPHS[glyph]!;
        const paint =
          stroke > 0
            ? `fill="none" stroke="currentColor" stroke-width="${stroke}"`
            : `fill="currentColor"${opacity === undefined ? '' : ` opacity="${opacity}"`}`;
        const ring = glyph === '◐' ? `<path d="${RING}" fill="none" stroke="currentColor" stroke-width="1.2"/>` : '';
        return `<g id="${idOf(glyph)}"><path d="${path}" ${paint}/>${ring}</g>`;
      })
      .join('');
  }

  #run({ column, width, text, style }: Run): string {
    const ground =
      style.bg.kind === 'default'
        ? ''
        : `<rect x="${at(column)}" width="${at(width)}" height="${H}" fill="${this.#colour(style.bg)}"/>`;
    let drawn = '';
    for (const part of text.matchAll(PARTS)) {
      const from = column + cellsBefore(text, part.index);
      const [shape] = part;
      if (GLYPHS[shape[0]!]) drawn += this.#shapes(shape, from, style);
      else drawn += this.#letters(shape, from, style, part.index === 0 && text === shape ? width : undefined);
    }
    return ground + drawn;
  }

  #letters(text: string, column: number, style: Style, width = [...text].length): string {
    const word = text.trimEnd();
    const cells = width - (text.length - word.length);
    const name = this.#class(style);
    return `<text x="${at(column)}" y="${BASELINE}" textLength="${at(cells)}"${name}>${escaped(word)}</text>`;
  }

  #shapes(text: string, column: number, style: Style): string {
    const glyph = text[0]!;
    this.#glyphs.add(glyph);
    const name = this.#class(style, true);
    // A line of many cells is one stretched shape, which looks the same at any length.
    if ('─━█░▒▓═'.includes(glyph) && text.length > 1)
      return `<use href="#${idOf(glyph)}" transform="matrix(${text.length} 0 0 1 ${at(column)} 0)"${name}/>`;
    return [...text].map((_, index) => `<use href="#${idOf(glyph)}" x="${at(column + index)}"${name}/>`).join('');
  }

  #class(style: Style, shape = false): string {
    const { fg, bold, dim, underline } = style;
    const colour = fg.kind === 'default' ? '' : this.#colour(fg);
    const rule = [
      shape ? `color:${colour || this.colours.ink}` : colour && `fill:${colour}`,
      !shape && bold && 'font-weight:600',
      dim && `opacity:.62`,
      !shape && underline && 'text-decoration:underline',
    ]
      .filter(Boolean)
      .join(';');
    if (rule === '') return '';
    const name = this.#classes.get(rule) ?? `c${this.#classes.size}`;
    this.#classes.set(rule, name);
    return ` class="${name}"`;
  }

  #colour(colour: Style['fg']): string {
    if (colour.kind === 'rgb') return `#${colour.value.toString(16).padStart(6, '0')}`;
    return colour.kind === 'default' ? this.colours.ink : colourOf(colour.value, this.colours);
  }
}

/** A repeated shape, or letters up to two spaces or the next shape. */
const SHAPES = Object.keys(GLYPHS).join('');
const PARTS = new RegExp(`([${SHAPES}])\\1*|[^ ${SHAPES}](?:[^ ${SHAPES}]| (?=[^ ${SHAPES}]))*`, 'gu');

function cellsBefore(text: string, index: number): number {
  return [...text.slice(0, index)].length;
}

const idOf = (glyph: string) => `g${glyph.codePointAt(0)!.toString(16)}`;
const at = (cells: number) => String(Math.round(cells * W * 10) / 10);
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The size of a picture with a number of cells. */
function sizeOf(columns: number, rows: number): { width: number; height: number } {
  return { width: Math.ceil(columns * W) + 2 * PADDING, height: rows * H + BAR + 2 * PADDING };
}

/** The window around the cells: background, bar with a title, content. */
export function framed(
  content: string,
  {
    columns,
    rows,
    title,
    text,
    pen,
    style = '',
  }: {
    columns: number;
    rows: number;
    title: string;
    /** A description of the picture, for people who cannot see it. */
    text: string;
    pen: Pen;
    style?: string;
  },
): string {
  const { width, height } = sizeOf(columns, rows);
  const { ground, frame, bar, title: ink } = pen.colours;
  const lights = [20, 38, 56].map((x) => `<circle cx="${x}" cy="${BAR / 2 + 0.5}" r="5.5" fill="${frame}"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
<title id="title">${escaped(title)}</title>
<desc xml:space="preserve">
${escaped(text)}
</desc>
<style>${pen.style()}${style}</style>
<defs>${pen.definitions()}</defs>
<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="9" fill="${ground}" stroke="${frame}"/>
<path d="M1 ${BAR}V9.500a8.500 8.500 0 0 1 8.500-8.500H${width - 9.5}a8.500 8.500 0 0 1 8.500 8.500V${BAR}z" fill="${bar}"/>
<path d="M1 ${BAR}H${width - 1}" stroke="${frame}" opacity=".6"/>
${lights}<text x="${width / 2}" y="${BAR / 2 + 4.5}" text-anchor="middle" style="font-size:12.5px;fill:${ink}">${escaped(title)}</text>
<svg x="${PADDING}" y="${BAR + PADDING}" width="${width - 2 * PADDING}" height="${rows * H}">
${content}
</svg>
</svg>
`;
}

/** A still picture of a screen. */
export function picture(screen: Screen, title: string, theme: ThemeName): string {
  const pen = new Pen(theme);
  const rows = screen.rows.map((runs, row) => {
    const cursor = screen.cursor?.row === row ? pen.cursor(screen.cursor.column) : '';
    const drawn = pen.row(runs) + cursor;
    return drawn === '' ? '' : `<g transform="translate(0 ${row * H})">${drawn}</g>\n`;
  });
  return framed(rows.join('').trimEnd(), {
    columns: screen.columns,
    rows: screen.rows.length,
    title,
    text: textOf(screen),
    pen,
  });
}
