import type { ShapedSlot } from '../../template/shape.ts';
import type { Task, Value } from '../../template/slot.ts';

/** How the document around an answer writes things. */
export interface Style {
  /** The bullet of a list (`-`, `*`, `+`), or `.` or `)` for a numbered one. */
  marker: string;
  /** The number a numbered list starts at. */
  first: number;
  /** The opening fence of code, with its info string. */
  fence: string;
  /** A table's head and delimiter lines, as they stand. */
  head: string[];
  /** Lines of a table's rows that may stay as they are, by their cells joined with NUL. */
  rows: ReadonlyMap<string, string>;
}

/** A value as Markdown: an inline text for one-line kinds, whole blocks for the others; lines end with LF. */
export function toMarkdown(slot: ShapedSlot, value: Value, style: Style): string {
  switch (slot.kind) {
    case 'list':
      return slot.shape.form === 'label' ? strings(value).join(', ') : listText(strings(value), style);
    case 'choices':
      return slot.shape.form === 'list' ? listText(strings(value), style) : strings(value).join(', ');
    case 'checklist':
      return (value as Task[])
        .map((task) => `${bullet(style)} [${task.done ? 'x' : ' '}] ${indented(task.text, 2)}`)
        .join('\n');
    case 'table':
      return tableText(slot, value as string[][], style);
    case 'code':
      return codeText(slot, String(value), style);
    default:
      return String(value);
  }
}

function strings(value: Value): string[] {
  return Array.isArray(value)
    ? value.map((item) => (typeof item === 'string' ? item : 'text' in item ? item.text : item.join(', ')))
    : [value];
}

function bullet(style: Style): string {
  return /^[-*+]$/.test(style.marker) ? style.marker : '-';
}

function listText(items: readonly string[], style: Style): string {
  const numbered = style.marker === '.' || style.marker === ')';
  return items
    .map((item, index) => {
      const marker = numbered ? `${style.first + index}${style.marker}` : style.marker;
      return `${marker} ${indented(item, marker.length + 1)}`;
    })
    .join('\n');
}

/** Further lines indented, so that they stay inside their list item. */
function indented(text: string, width: number): string {
  return text.replace(/\r\n?/g, '\n').replace(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);
}

/** A text as a table cell: line breaks as <br>, pipes escaped. */
export function cellText(text: string): string {
  return text
    .trim()
    .replace(/\s*(?:\r\n|\n|\r)\s*/g, '<br>')
    .replace(/(\\*)\|/g, (_, slashes: string) =>
      slashes.length % 2 === 1 ? `${slashes}|` : `${slashes}\\|`,
    );
}

function tableText(slot: ShapedSlot, rows: readonly string[][], style: Style): string {
  const titles = slot.columns.map((column) => cellText(column.title));
  const head =
    style.head.length === 2
      ? style.head
      : [rowText(titles), rowText(titles.map((title) => '-'.repeat(Math.max(3, title.length))))];
  const lines = rows.map((row) => {
    const cells = Array.from({ length: Math.max(row.length, titles.length) }, (_, index) =>
      cellText(row[index] ?? ''),
    );
    return style.rows.get(cells.join('\0')) ?? rowText(cells);
  });
  return [...head, ...lines].join('\n');
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Code in a fence that is longer than any run of its own character inside; code that brings its fence keeps it. */
function codeText(slot: ShapedSlot, value: string, style: Style): string {
  const code = value.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const own = /^(`{3,}|~{3,})[^\n]*\n.*\n\1\s*$/s.exec(code);
  if (own) return code;
  const [, ticks = '```', info = slot.language] = /^(`+|~+)(.*)$/s.exec(style.fence) ?? [];
  const char = ticks[0]!;
  const runs = code.match(char === '`' ? /`{3,}/g : /~{3,}/g) ?? [];
  const length = Math.max(ticks.length, ...runs.map((run) => run.length + 1));
  const fence = char.repeat(length);
  return `${fence}${info}\n${code}${code === '' ? '' : '\n'}${fence}`;
}
