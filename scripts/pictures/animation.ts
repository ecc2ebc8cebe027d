import { CELL } from './glyphs.ts';
import type { ThemeName } from './palette.ts';
import { textOf } from './screen.ts';
import type { Frame } from './session.ts';
import { framed, Pen } from './svg.ts';

/**
 * A moving picture: the frames are below each other, and styles alone move them, without a script. A row in several
 * frames is drawn once. With reduced motion only the last frame is shown.
 */
export function animation(frames: readonly Frame[], title: string, theme: ThemeName): string {
  const pen = new Pen(theme);
  const { columns, rows } = frames[0]!.screen;
  const height = rows.length * CELL.height;
  const drawn = new Map<string, string>();
  const film = frames.map(({ screen }, index) => {
    const uses = screen.rows.map((runs, row) => {
      const cursor = screen.cursor?.row === row ? pen.cursor(screen.cursor.column) : '';
      const content = pen.row(runs) + cursor;
      if (content === '') return '';
      const id = drawn.get(content) ?? `r${drawn.size}`;
      drawn.set(content, id);
      return `<use href="#${id}" y="${index * height + row * CELL.height}"/>`;
    });
    return uses.join('');
  });
  const once = [...drawn].map(([content, id]) => `<g id="${id}">${content}</g>`).join('\n');
  const whole = frames.reduce((sum, { time }) => sum + time, 0);
  let passed = 0;
  const steps = frames.map(({ time }, index) => {
    const start = ((100 * passed) / whole).toFixed(2);
    passed += time;
    return `${start}%{transform:translateY(${-index * height}px)}`;
  });
  const last = `transform:translateY(${-(frames.length - 1) * height}px)`;
  return framed(`<defs>${once}</defs>\n<g class="film">${film.join('\n')}</g>`, {
    columns,
    rows: rows.length,
    title,
    text: textsOf(frames),
    pen,
    style: [
      `@keyframes film{${steps.join('')}to{${last}}}`,
      `.film{animation:film ${(whole / 1000).toFixed(1)}s step-end infinite}`,
      `@media (prefers-reduced-motion:reduce){.film{animation:none;${last}}}`,
    ].join(''),
  });
}

/** The text of the frames with which a step ends, with a rule between them. */
export function textsOf(frames: readonly Frame[]): string {
  return frames
    .filter(({ ends }) => ends)
    .map(({ screen }) => textOf(screen))
    .join(`\n${'-'.repeat(40)}\n`);
}
