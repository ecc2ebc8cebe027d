import type { Fence, IndentedCode } from '../../markdown/blocks.ts';
import { cellWidth, truncateCells } from '../../text/cells.ts';
import { printable } from '../../text/printable.ts';
import type { Range } from '../../text/range.ts';
import { blankLine, type Context, LEAST_WIDTH, prefixed, rowLine } from '../context.ts';
import { highlight } from '../highlight.ts';
import { expandTabs, type Line, type Span, type Style } from '../line.ts';
import { markPieces } from '../pieces.ts';
import { type Piece, wrapPieces } from '../wrap.ts';

const CODE: Style = { role: 'code' };
const INDENT: Span = { text: '  ', style: CODE };
/** Languages for diagrams, which a terminal shows as source. */
const DRAWN: Readonly<Record<string, string>> = {
  mermaid: 'mermaid diagram, as its source',
  plantuml: 'plantuml diagram, as its source',
  dot: 'graph, as its source',
};

/** A fence: its language above its indented lines, coloured if the language is known. */
export function renderFence(block: Fence, context: Context, width: number): Line[] {
  const language = block.language.replace(/^\{?\.?|[},].*$/g, '');
  const lines = codeLines(block.lines, language, context, width);
  if (block.info === '') return lines;
  const label = DRAWN[language.toLowerCase()] ?? printable(block.info);
  const pieces: Piece[] = [{ text: `┄ ${label}`, style: { role: 'label' }, from: block.start, to: block.start }];
  const head = wrapPieces(pieces, width - INDENT.text.length).map((row) => rowLine(context, row));
  return [...prefixed(head, INDENT, INDENT), ...lines];
}

export function renderCode(block: IndentedCode, context: Context, width: number): Line[] {
  return codeLines(block.lines, '', context, width);
}

function codeLines(ranges: readonly Range[], language: string, context: Context, width: number): Line[] {
  const room = Math.max(LEAST_WIDTH, width - INDENT.text.length);
  const indent = room === width - INDENT.text.length ? INDENT : { ...INDENT, text: '' };
  const texts = ranges.map(({ start, end }) => context.text.slice(start, end));
  const coloured = highlight(texts, language);
  return ranges.flatMap((range, index) => {
    const pieces: Piece[] = [];
    let at = range.start;
    let column = 0;
    for (const { text, style } of coloured?.[index] ?? [{ text: texts[index]!, style: CODE }]) {
      const shown = expandTabs(text, column);
      column += shown.length;
      pieces.push({ text: printable(shown), style, from: at, to: at + text.length });
      at += text.length;
    }
    const marked = markPieces(pieces, context.marks);
    return codeLine(marked, range, indent, context, room);
  });
}

/** A line of code. If it is too long, it is cut or continued below after a sign, with the same indentation. */
function codeLine(pieces: Piece[], range: Range, indent: Span, context: Context, room: number): Line[] {
  const whole = wrapPieces(pieces, room, { keepBlanks: true });
  if (whole.length === 0) return [blankLine(context, range.start)];
  const before = indent.text === '' ? [] : [indent];
  if (whole.length === 1) {
    const line = rowLine(context, whole[0]!);
    return [{ ...line, spans: [...before, ...line.spans] }];
  }
  if (context.code === 'cut') {
    const gap = whole.find((row) => row.gap !== undefined)?.gap;
    const line = cutLine(pieces, before, context, room);
    return [gap === undefined ? line : { ...line, gap }];
  }
  const began = /^ */.exec(pieces.map((piece) => piece.text).join(''))![0].length;
  const inward = Math.min(began, room >> 1);
  const sign: Span = { text: `${' '.repeat(inward)}↳ `, style: { role: 'marker' } };
  return wrapPieces(pieces, room, { keepBlanks: true, hang: inward + 2 }).map((row, index) => {
    const line = rowLine(context, row);
    return { ...line, spans: [...before, ...(index === 0 ? [] : [sign]), ...line.spans] };
  });
}

/** The part of a line that fits, and a sign that there is more. */
function cutLine(pieces: readonly Piece[], before: readonly Span[], context: Context, room: number): Line {
  const spans: Span[] = [];
  let left = room - 1;
  for (const { text, style } of pieces) {
    const shown = truncateCells(text, left, '');
    if (shown !== '') spans.push({ text: shown, style });
    left -= cellWidth(shown);
    if (shown !== text) break;
  }
  return {
    spans: [...before, ...spans, { text: '…', style: { role: 'marker' } }],
    source: context.lineOf(pieces[0]!.from),
  };
}
