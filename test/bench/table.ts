import type { Figure } from './measure.ts';

/** The first of a group is the base for comparisons, if it is one of these. */
const BASES = ['bare node', 'reading the files'];

interface Column {
  title: string;
  /** '' without a figure; a column of such cells is left out. */
  cell: (figure: Figure) => string;
}

/** A figure as a line of text. */
export function shownFigure({ name, wall, p95, cpu, memory }: Figure): string {
  const cells = [
    name.padEnd(52),
    shown(wall, 'ms').padStart(10),
    ...(p95 === undefined ? [] : [`p95 ${shown(p95, 'ms')}`.padStart(14)]),
    (cpu === null ? '' : `CPU ${shown(cpu, 'ms')}`).padStart(14),
    shown(memory, 'MB').padStart(10),
  ];
  return cells.join('').trimEnd();
}

/** The figures of a group as a Markdown table, with ratios to the group's base if it has one. */
export function markdownTable(figures: readonly Figure[]): string {
  const [first] = figures;
  const base = first && BASES.includes(first.name) ? first : null;
  const keys = figures.some(({ p95 }) => p95 !== undefined);
  const columns: Column[] = [
    { title: '', cell: ({ name }) => name },
    { title: keys ? 'p50' : 'by the clock', cell: ({ wall }) => shown(wall, 'ms') },
    { title: 'p95', cell: ({ p95 }) => shown(p95 ?? null, 'ms') },
    { title: `× ${base?.name}`, cell: ({ wall }) => ratio(wall, base?.wall) },
    { title: 'CPU', cell: ({ cpu }) => shown(cpu, 'ms') },
    { title: '× CPU', cell: ({ cpu }) => ratio(cpu, base?.cpu) },
    {
      title: first?.group === 'package' ? 'size, memory' : 'memory',
      cell: ({ memory }) => shown(memory, 'MB'),
    },
  ];
  const used = columns.filter(({ cell }) => figures.some((figure) => cell(figure) !== ''));
  const rows = [
    used.map(({ title }) => title),
    used.map(() => '---'),
    ...figures.map((figure) => used.map(({ cell }) => cell(figure))),
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function shown(number: number | null, unit: string): string {
  if (number === null) return '';
  return `${number < 10 ? number.toFixed(1) : Math.round(number)} ${unit}`;
}

function ratio(number: number | null, base: number | null | undefined): string {
  if (number === null || !base) return '';
  const times = number / base;
  return times < 10 ? times.toFixed(1) : String(Math.round(times));
}
