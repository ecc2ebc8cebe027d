import type { Html } from '../../markdown/blocks.ts';
import type { Range } from '../../text/range.ts';
import { blankLine, type Context, LEAST_WIDTH, prefixed, proseWidth, rowLine } from '../context.ts';
import { htmlPieces } from '../inline.ts';
import { type Line, type Span, type Style, TEXT } from '../line.ts';
import { markPieces, textPieces } from '../pieces.ts';
import { type Piece, wrapPieces } from '../wrap.ts';

const COMMENT: Style = { role: 'comment' };
const BAR: Span = { text: '┊ ', style: COMMENT };

/** A line of HTML, or a part of one, inside or outside of a comment. */
interface Part extends Range {
  comment: boolean;
}

/** An HTML block: comments dimmed with a bar, supported tags applied, everything else as written. */
export function renderHtml(block: Html, context: Context, whole: number): Line[] {
  const width = proseWidth(context, whole);
  const lines: Line[] = [];
  let guidance: Range[] = [];
  const endGuidance = () => {
    if (context.comments === 'dim') for (const line of commentLines(guidance, context, width)) lines.push(line);
    guidance = [];
  };
  let inside = false;
  for (const line of block.lines) {
    const parts = splitComments(context.text, line, inside);
    inside = parts.inside;
    const loose = parts.found.filter((part) => !part.comment && context.text.slice(part.start, part.end).trim() !== '');
    if (loose.length === 0) {
      guidance.push(...parts.found.filter((part) => part.comment));
      continue;
    }
    endGuidance();
    lines.push(...mixedLine(parts.found, context, width));
  }
  endGuidance();
  return lines;
}

/** The parts of a line in and outside of comments, without `<!--` and `-->`, and whether it ends in a comment. */
function splitComments(text: string, line: Range, inside: boolean): { found: Part[]; inside: boolean } {
  const found: Part[] = [];
  let comment = inside;
  let at = line.start;
  for (const part of text.slice(line.start, line.end).split(/(<!--|-->)/)) {
    if (part === (comment ? '-->' : '<!--')) comment = !comment;
    else if (part !== '' || comment) {
      // A sign that opens nothing belongs to the text around it.
      const before = found.at(-1);
      if (before?.comment === comment && before.end === at) before.end += part.length;
      else found.push({ start: at, end: at + part.length, comment });
    }
    at += part.length;
  }
  return { found, inside: comment };
}

/** The text of comments, line by line as written, so that guidance, lists and fences keep their form. */
function commentLines(ranges: readonly Range[], context: Context, width: number): Line[] {
  const room = width - 2 < LEAST_WIDTH ? width : width - 2;
  const texts = ranges.map(({ start, end }) => context.text.slice(start, end).trimEnd());
  const first = texts.findIndex((text) => text.trim() !== '');
  if (first < 0) return [];
  const last = texts.findLastIndex((text) => text.trim() !== '');
  const lines: Line[] = [];
  let fenced = false;
  for (let at = first; at <= last; at++) {
    const { start } = ranges[at]!;
    const text = texts[at]!;
    const isFence = /^\s*(?:```|~~~)/.test(text);
    // Code and nested text keep their indentation, but not the space after `<!--`.
    const shown = text.trim();
    const indent = /^\s*/.exec(text)![0].replaceAll('\t', '    ');
    const isKept = fenced || isFence || indent.length > 1;
    if (isFence) fenced = !fenced;
    if (shown === '') {
      if (fenced || texts[at - 1]!.trim() !== '') lines.push(blankLine(context, start));
      continue;
    }
    const pieces = textPieces(shown, shown, start + text.indexOf(shown), COMMENT);
    const lead: Span = { text: isKept && indent.length < room / 2 ? indent : '', style: COMMENT };
    const rows = wrapPieces(markPieces(pieces, context.marks), room - lead.text.length);
    const own = rows.map((row) => rowLine(context, row));
    lines.push(...(lead.text === '' ? own : prefixed(own, lead, lead)));
  }
  return room === width ? lines : prefixed(lines, BAR, BAR);
}

const TAG = /(<\/?[A-Za-z][^<>]*>)/;

/** A line with more than comments. */
function mixedLine(parts: readonly Part[], context: Context, width: number): Line[] {
  const pieces: Piece[] = [];
  let summary = false;
  for (const { start, end, comment } of parts) {
    const text = context.text.slice(start, end);
    if (comment) {
      if (context.comments === 'dim') pieces.push(...textPieces(`<!--${text}-->`, text, start, COMMENT));
      continue;
    }
    let at = start;
    for (const token of text.split(TAG)) {
      if (/^<\/?summary[\s>]/i.test(token)) {
        summary = !token.startsWith('</');
        if (summary) pieces.push({ text: '▸ ', style: { role: 'label', bold: true }, from: at, to: at });
      } else if (TAG.test(token)) pieces.push(...htmlPieces(token, at, at + token.length, TEXT, context.comments));
      else if (token !== '')
        pieces.push(...textPieces(token, token, at, summary ? { role: 'text', bold: true } : TEXT));
      at += token.length;
    }
  }
  if (pieces.every(({ text }) => text === '\n')) return [];
  return wrapPieces(markPieces(pieces, context.marks), width).map((row) => rowLine(context, row));
}
