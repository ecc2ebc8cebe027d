/** The size of a cell in the units of the picture. */
export const CELL = { width: 8.4, height: 19 };

/**
 * Characters that are drawn as shapes, because fonts leave gaps between them or differ in width: lines, blocks and the
 * marks of states. Each is path data for a cell whose top left corner is 0,0; `stroke` says how to draw it.
 */
interface Glyph {
  path: string;
  stroke: number;
  /** How much of its cell a shade covers, as a share of 1. */
  opacity?: number;
}

const { width: W, height: H } = CELL;
const X = W / 2;
const Y = H / 2;
const R = 3.1;
const circle = `M${X - R} ${Y}a${R} ${R} 0 1 0 ${2 * R} 0a${R} ${R} 0 1 0 ${-2 * R} 0z`;
const across = `M0 ${Y}H${W}`;
const down = `M${X} 0V${H}`;
const block = (top: number) => `M0 ${top}H${W}V${H - top}H0z`;
const line = (path: string, stroke = 1.1): Glyph => ({ path, stroke });

export const GLYPHS: Readonly<Record<string, Glyph>> = {
  '─': line(across),
  '│': line(down),
  '┃': line(down, 2.2),
  '━': line(across, 2.2),
  '═': line(`M0 ${Y - 1.6}H${W}M0 ${Y + 1.6}H${W}`),
  '┌': line(`M${X} ${H}V${Y}H${W}`),
  '┐': line(`M0 ${Y}H${X}V${H}`),
  '└': line(`M${X} 0V${Y}H${W}`),
  '┘': line(`M0 ${Y}H${X}V0`),
  '├': line(`${down}M${X} ${Y}H${W}`),
  '┤': line(`${down}M0 ${Y}H${X}`),
  '┬': line(`${across}M${X} ${Y}V${H}`),
  '┴': line(`${across}M${X} 0V${Y}`),
  '┼': line(`${across}${down}`),
  '╭': line(`M${X} ${H}V${Y + 4}Q${X} ${Y} ${W} ${Y}`),
  '╮': line(`M0 ${Y}Q${X} ${Y} ${X} ${Y + 4}V${H}`),
  '╰': line(`M${X} 0V${Y - 4}Q${X} ${Y} ${W} ${Y}`),
  '╯': line(`M0 ${Y}Q${X} ${Y} ${X} ${Y - 4}V0`),
  '▌': { path: `M0 0H${X}V${H}H0z`, stroke: 0 },
  '█': { path: block(4.5), stroke: 0 },
  '░': { path: block(4.5), stroke: 0, opacity: 0.22 },
  '▒': { path: block(4.5), stroke: 0, opacity: 0.45 },
  '▓': { path: block(4.5), stroke: 0, opacity: 0.7 },
  '●': { path: circle, stroke: 0 },
  '○': line(circle, 1.2),
  '◐': { path: `M${X} ${Y - R}a${R} ${R} 0 0 0 0 ${2 * R}z`, stroke: 0 },
  '▸': { path: `M1.6 ${Y - 4}L${W - 0.6} ${Y}L1.6 ${Y + 4}z`, stroke: 0 },
};

/** The ring around a half that is filled. */
export const RING = circle;
