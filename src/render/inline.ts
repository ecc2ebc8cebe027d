import { sum } from '../text/group.ts';
import { printable } from '../text/printable.ts';
import type { Range } from '../text/range.ts';
import type { Context } from './context.ts';
import type { Style } from './line.ts';
import { holdsMarkup, sourceOf } from './phrasing.ts';
import { lineEndPiece, markPieces, rawPiece, textPieces } from './pieces.ts';
import type { InlineNode } from './tree.ts';
import type { Piece } from './wrap.ts';

/** Longer text, in code units, is parsed in parts, because the parser's cost grows faster than its text. */
const PART = 4000;

/** The inline content of a leaf as pieces with their marks, from the ranges of its lines. */
export function inlinePieces(context: Context, lines: readonly Range[], style: Style): Piece[] {
  const pieces: Piece[] = [];
  for (const part of parts(context, lines)) {
    if (pieces.length > 0 && part[0]!.start !== pieces.at(-1)!.to) pieces.push(lineEndPiece(part[0]!.start, style));
    pieces.push(...partPieces(context, part, style));
  }
  return markPieces(pieces, context.marks);
}

/** The content of a table cell. In its code, the backslash before a pipe is not shown (GFM 4.10). */
export function cellPieces(context: Context, cell: Range, style: Style): Piece[] {
  if (cell.start === cell.end) return [];
  return inlinePieces(context, [cell], style).map((piece) =>
    piece.style.role === 'code' ? { ...piece, text: piece.text.replaceAll('\\|', '|') } : piece,
  );
}

/** The lines in groups of at most PART code units; a longer line is cut, at a blank if it has one. */
function parts(context: Context, lines: readonly Range[]): Range[][] {
  const found: Range[][] = [];
  let size = PART;
  for (const { start, end } of lines) {
    for (let at = start; at < end; ) {
      const part = { start: at, end: end - at > PART ? cut(context.text, at) : end };
      if (size + part.end - part.start > PART) {
        found.push([]);
        size = 0;
      }
      found.at(-1)!.push(part);
      size += part.end - part.start;
      at = part.end;
    }
  }
  return found;
}

/** Where to cut a line that is too long: after its last blank that is near enough, never within a code point. */
function cut(text: string, start: number): number {
  const blank = text.lastIndexOf(' ', start + PART - 1);
  if (blank > start) return blank + 1;
  return /[\udc00-\udfff]/.test(text[start + PART]!) ? start + PART - 1 : start + PART;
}

function partPieces(context: Context, lines: readonly Range[], style: Style): Piece[] {
  const source = sourceOf(context.text, lines);
  if (!holdsMarkup(source, context.definitions.neededBy(source))) return plainPieces(context, lines, style);
  const nodes = context.phrasings.read(source);
  if (nodes) return new InlineReader(context, lines, source).read(nodes, style);
  if (lines.length > 1) {
    return lines.flatMap((line, index) => [
      ...(index > 0 ? [lineEndPiece(line.start, style)] : []),
      ...partPieces(context, [line], style),
    ]);
  }
  return plainPieces(context, lines, style);
}

function plainPieces(context: Context, lines: readonly Range[], style: Style): Piece[] {
  return lines.flatMap(({ start, end }, index) => {
    const line = context.text.slice(start, end);
    const pieces = textPieces(line, line, start, style);
    return index > 0 ? [lineEndPiece(start, style), ...pieces] : pieces;
  });
}

/** The target of a link or image, and its title. */
interface Aim {
  url: string;
  title: string | null;
}

/** Turns inline nodes into pieces, each with its range in the document. */
class InlineReader {
  readonly #context: Context;
  readonly #lines: readonly Range[];
  readonly #source: string;

  constructor(context: Context, lines: readonly Range[], source: string) {
    this.#context = context;
    this.#lines = lines;
    this.#source = source;
  }

  read(nodes: readonly InlineNode[], style: Style): Piece[] {
    return nodes.flatMap((node) => this.#node(node, style));
  }

  #node(node: InlineNode, style: Style): Piece[] {
    switch (node.type) {
      case 'text':
        return this.#text(node, node.value, style);
      case 'emphasis':
        return this.read(node.children, { ...style, italic: true });
      case 'strong':
        return this.read(node.children, { ...style, bold: true });
      case 'delete':
        return this.read(node.children, { ...style, strike: true });
      case 'code':
        return this.#code(node, node.value, { ...style, role: 'code' });
      case 'break':
        return [this.#sign(node, '\n', style)];
      case 'link':
        return this.#link(node, this.read(node.children, linked(style, node.url)), node, style);
      case 'image':
        return this.#image(node, node, style);
      case 'footnote':
        return [this.#sign(node, `[${printable(node.label)}]`, { ...style, role: 'link' })];
      case 'html': {
        const { from, to } = this.#at(node);
        return htmlPieces(node.value, from, to, style, this.#context.comments);
      }
    }
  }

  /** The range in the document for a range of the text. */
  #at({ start, end }: Range): { from: number; to: number } {
    return { from: this.#offset(start), to: this.#offset(end) };
  }

  /** The document's offset for an offset in the joined lines. */
  #offset(at: number): number {
    let start = 0;
    for (const line of this.#lines) {
      const length = line.end - line.start;
      if (at <= start + length) return line.start + at - start;
      start += length + 1;
    }
    return this.#lines.at(-1)!.end;
  }

  #text({ start, end }: Range, value: string, style: Style): Piece[] {
    const pieces = textPieces(value, this.#source.slice(start, end), start, style);
    for (const piece of pieces) {
      const exact = piece.to - piece.from === piece.text.length;
      piece.from = this.#offset(piece.from);
      piece.to = exact ? piece.from + piece.text.length : this.#offset(piece.to);
    }
    return pieces;
  }

  #code(range: Range, value: string, style: Style): Piece[] {
    const source = this.#source.slice(range.start, range.end);
    const ticks = /^`*/.exec(source)![0].length;
    const inside = source.indexOf(value, ticks);
    if (inside < 0) return this.#text(range, value, style);
    return value.split('\n').flatMap((line, index, all) => {
      const before = sum(all.slice(0, index).map((one) => one.length + 1));
      const piece = rawPiece(line, this.#offset(range.start + inside + before), style);
      return index > 0 ? [lineEndPiece(piece.from, style), piece] : [piece];
    });
  }

  #sign(range: Range, text: string, style: Style): Piece {
    return { text, style, ...this.#at(range) };
  }

  #link(range: Range, text: Piece[], { url, title }: Aim, style: Style): Piece[] {
    const label = text.map((piece) => piece.text).join('');
    const shown = this.#context.targets && !url.startsWith('#') && !sameTarget(label, url);
    const behind = [shown ? printable(url) : '', title ? `"${printable(title.replace(/\s+/g, ' '))}"` : '']
      .filter((part) => part !== '')
      .join(' ');
    if (behind === '') return text;
    const { to } = this.#at(range);
    const target: Style = { ...style, role: 'target' };
    return [...text, { text: `${label === '' ? '' : ' '}(${behind})`, style: target, from: to, to }];
  }

  #image(range: Range, { alt, ...aim }: Aim & { alt: string }, style: Style): Piece[] {
    const label = printable(alt.replace(/\s+/g, ' '));
    const name = label === '' ? '[image]' : `[image: ${label}]`;
    const shown = linked({ ...style, role: 'label' }, aim.url);
    return this.#link(range, [this.#sign(range, name, shown)], aim, style);
  }
}

function linked(style: Style, url: string): Style {
  return { ...style, role: style.role === 'label' ? 'label' : 'link', link: url };
}

/** Whether a link's text is already its target. */
function sameTarget(label: string, url: string): boolean {
  return [url, url.replace(/^mailto:/, ''), url.replace(/^http:\/\//, '')].includes(label);
}

/** The meaning of tags in a terminal; other tags are shown as written. */
const TAGS: Readonly<Record<string, 'break' | 'nothing'>> = { br: 'break', details: 'nothing' };

/** The pieces of one inline HTML node: a comment, or a tag. */
export function htmlPieces(value: string, from: number, to: number, style: Style, comments: 'dim' | 'hide'): Piece[] {
  if (value.startsWith('<!--')) {
    if (comments === 'hide') return [];
    return [{ text: printable(value.replace(/\s+/g, ' ')), style: { ...style, role: 'comment' }, from, to }];
  }
  const name = /^<\/?([a-z][a-z\d]*)[\s/>]/i.exec(value)?.[1]?.toLowerCase() ?? '';
  const meaning = TAGS[name];
  if (meaning === 'break') return [{ text: '\n', style, from, to }];
  if (meaning === 'nothing') return [];
  if (!/\s{2}|[\n\t]/.test(value)) return [rawPiece(value, from, { ...style, role: 'html' })];
  return [{ text: printable(value.replace(/\s+/g, ' ')), style: { ...style, role: 'html' }, from, to }];
}
