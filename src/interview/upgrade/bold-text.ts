import type { Lead } from '../../markdown/leads.ts';
import { lineStartAt } from '../../text/lines.ts';
import type { Splice } from '../../text/range.ts';

/** Puts a heading in place of a bold text, and what is nested in its item below it. */
export function headingFor(text: string, { start, after, item, parts }: Lead, heading: string): Splice {
  const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const from = lineStartAt(text, start);
  const before = text.slice(0, from);
  const isBehindBlank = from === 0 || /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(before);
  // The blocks that follow a paragraph, or an item without any of its own, stay where they are.
  const to = item?.end ?? after;
  const nested = parts.some((part) => part.start < to) || !item;
  const body = nested ? dedented(text.slice(after, to), item?.indent ?? 0) : '';
  const rest = text.slice(to);
  const gap = /^[ \t]*(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r|$)/.test(rest) || rest.trim() === '' ? '' : newline;
  const lines = [heading, ...(body === '' ? [] : ['', body])].join(newline);
  const follows = item ? gap : /^[ \t]*\S/.test(rest) ? `${newline}${newline}` : gap;
  const skipped = item ? 0 : /^[ \t]*/.exec(rest)![0].length;
  return {
    start: from,
    end: to + skipped,
    text: `${isBehindBlank ? '' : newline}${lines}${follows}`,
  };
}

/**
 * What follows a bold text, as text below a heading: without the indentation of its item, and without what all of its
 * lines have in common beyond that, unless that makes them code.
 */
function dedented(text: string, columns: number): string {
  const [rest = '', ...lines] = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const outdented = lines.map((line) => withoutColumns(line, columns));
  const indents = outdented.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length);
  const shared = rest.trim() === '' ? Math.min(...indents) : 0;
  const body = [
    rest.trimStart(),
    ...outdented.map((line) => (shared < CODE ? withoutColumns(line, shared) : line)),
  ];
  return body
    .join('')
    .replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/, '')
    .replace(/[\r\n]+$/, '');
}

/** Lines that are indented by so many columns are code. */
const CODE = 4;

/** A line without so many columns of indentation; a tab that reaches beyond them leaves blanks. */
function withoutColumns(line: string, columns: number): string {
  let [at, width] = [0, 0];
  while (width < columns && (line[at] === ' ' || line[at] === '\t')) {
    width += line[at] === '\t' ? 4 - (width % 4) : 1;
    at++;
  }
  return ' '.repeat(Math.max(0, width - columns)) + line.slice(at);
}
