import type { Document } from '../../src/markdown/document.ts';
import { applySplices, type Splice } from '../../src/text/range.ts';
import { decodeSource, encodeSource } from '../../src/text/source.ts';

/** A document written otherwise, and how a line of the old one is found in the new one. */
export interface Rewritten {
  text: string;
  lineOf: (line: number) => number;
}

const same = (line: number) => line;

/** The ways to write a document otherwise that change no state; null where there is nothing to change. */
export const UNCHANGED: Readonly<Record<string, (document: Document) => Rewritten | null>> = {
  CRLF: ({ text }) => ({ text: text.replace(/\r\n|\n|\r/g, '\r\n'), lineOf: same }),
  CR: ({ text }) => ({ text: text.replace(/\r\n|\n|\r/g, '\r'), lineOf: same }),
  LF: ({ text }) => ({ text: text.replace(/\r\n|\n|\r/g, '\n'), lineOf: same }),
  BOM: ({ text }) => ({ text: decodeSource(encodeSource({ text, bom: true })).text, lineOf: same }),
  'no final newline': ({ text }) => ({ text: text.trimEnd(), lineOf: same }),
  'another blank line': (document) => {
    const headings = document.sections.flatMap((section) => section.heading ?? []);
    const ends = headings.map((heading) => heading.end);
    const eol = /\r\n|\n|\r/.exec(document.text)?.[0] ?? '\n';
    return {
      text: applySplices(
        document.text,
        ends.map((end) => ({ start: end, end, text: eol })),
      ),
      lineOf: (line) => line + lineEndsBefore(document, ends, line),
    };
  },
  'renumbered headings': (document) => {
    const counts: number[] = [];
    const splices: Splice[] = [];
    for (const { heading, title } of document.sections) {
      if (!heading || heading === document.sections[1]?.heading || title.trim() === '') continue;
      const { level, content } = heading;
      counts.length = Math.max(counts.length, level);
      counts[level] = (counts[level] ?? 0) + 1;
      counts.length = level + 1;
      const number = [...counts].slice(2).map((count) => count ?? 1);
      const old = /^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[A-Z][.)])[ \t]+(?=\S)/.exec(title)?.[0] ?? '';
      if (/^(?:\d|[IVXA-Z]{1,5}[.)])/.test(title.slice(old.length))) continue;
      const text = number.length > 0 ? `${number.join('.')}. ` : `${(counts[level] ?? 0) + 1}. `;
      splices.push({ start: content.start, end: content.start + old.length, text });
    }
    return splices.length === 0 ? null : { text: applySplices(document.text, splices), lineOf: same };
  },
};

/** How many of the given heading ends lie above a line; a heading's own end stands below its first line. */
function lineEndsBefore(document: Document, ends: readonly number[], line: number): number {
  const start = document.starts[line - 1]!;
  return ends.filter((end) => end < start).length;
}
