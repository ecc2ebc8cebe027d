import { indexIn, type Range } from '../../text/range.ts';
import type { Definition, Heading, Paragraph } from '../blocks.ts';
import type { OpenLeaf } from './leaf.ts';
import { type Line, trimEnd } from './line.ts';

/** A paragraph that may get further lines, become a setext heading, or give its last line to a table. */
export class OpenParagraph implements OpenLeaf {
  readonly kind = 'paragraph';
  readonly concrete = false;
  readonly done = false;
  readonly firstLine: number;
  lastLine: number;
  private readonly text: string;
  private readonly lines: Range[];
  private mayBeHead = true;

  /** Opens a paragraph (CommonMark 4.8) with the rest of a line. */
  constructor(line: Line) {
    this.text = line.text;
    this.lines = [line.rest];
    this.firstLine = line.number;
    this.lastLine = line.number;
  }

  /** Its last line, if that may be a table's head row. */
  get head(): Range | null {
    return this.mayBeHead ? this.lines.at(-1)! : null;
  }

  take(next: Line): boolean {
    this.lines.push(next.rest);
    this.lastLine = next.number;
    this.mayBeHead = next.indent < 4;
    return true;
  }

  /** Removes its last line. */
  dropLast(): void {
    this.lines.pop();
    this.lastLine--;
  }

  /** Turns it into a heading that ends with an underline; null if it has only definitions. */
  toHeading(underline: Line, level: 1 | 2): (Definition | Heading)[] | null {
    const { definitions, taken } = takeDefinitions(this.text, this.lines);
    if (taken === this.lines.length) return null;
    const start = this.lines[taken]!.start;
    const content = { start, end: trimEnd(this.text, this.lines.at(-1)!) };
    return [...definitions, { kind: 'heading', level, setext: true, content, start, end: underline.end }];
  }

  close(): (Definition | Paragraph)[] {
    const { lines } = this;
    if (lines.length === 0) return [];
    const { end } = lines.at(-1)!;
    // Most paragraphs have no definitions.
    if (!mayBeDefinition(this.text, lines[0]!, end)) return [{ kind: 'paragraph', lines, start: lines[0]!.start, end }];
    const { definitions, taken } = takeDefinitions(this.text, lines);
    if (taken === lines.length) return definitions;
    const rest = taken === 0 ? lines : lines.slice(taken);
    return [...definitions, { kind: 'paragraph', lines: rest, start: rest[0]!.start, end }];
  }
}

const OPENING_BRACKET = 91;
/** The longest label, in characters (CommonMark 6.3). */
const MAX_LABEL = 999;

/**
 * The link reference definitions (CommonMark 4.7) at the beginning of a paragraph, and their number of lines. `lines`
 * are the lines without indentation.
 */
function takeDefinitions(text: string, lines: readonly Range[]): { definitions: Definition[]; taken: number } {
  const definitions: Definition[] = [];
  let taken = 0;
  const { end } = lines.at(-1)!;
  while (taken < lines.length && mayBeDefinition(text, lines[taken]!, end)) {
    const reader = new Reader(text, lines, taken);
    const label = readDefinition(reader);
    if (label === null) break;
    definitions.push({ kind: 'definition', label, start: lines[taken]!.start, end: lines[reader.line]!.end });
    taken = reader.line + 1;
  }
  return { definitions, taken };
}

/** Whether a definition may begin with a line of a paragraph that ends at an offset. */
function mayBeDefinition(text: string, { start }: Range, end: number): boolean {
  return text.charCodeAt(start) === OPENING_BRACKET && indexIn(text, ']:', { start, end }) >= 0;
}

/** Reads characters across lines; a line end reads as a newline, the end as ''. */
class Reader {
  readonly text: string;
  readonly lines: readonly Range[];
  line: number;
  at: number;

  constructor(text: string, lines: readonly Range[], line: number) {
    this.text = text;
    this.lines = lines;
    this.line = line;
    this.at = lines[line]!.start;
  }

  get character(): string {
    if (this.at < this.lines[this.line]!.end) return this.text[this.at]!;
    return this.line + 1 < this.lines.length ? '\n' : '';
  }

  next(): void {
    if (this.at < this.lines[this.line]!.end) this.at++;
    else this.at = this.lines[++this.line]!.start;
  }

  /** Skips spaces and tabs, and line ends too if requested. Returns whether there were any. */
  space(lineEnds: boolean): boolean {
    let any = false;
    for (let c = this.character; c === ' ' || c === '\t' || (lineEnds && c === '\n'); c = this.character) {
      this.next();
      any = true;
    }
    return any;
  }

  get atLineEnd(): boolean {
    return this.at >= this.lines[this.line]!.end;
  }
}

/** Reads one definition up to the end of its last line and gives its label; null if there is none. */
function readDefinition(reader: Reader): string | null {
  const label = readLabel(reader);
  if (label === null || reader.character !== ':') return null;
  reader.next();
  reader.space(true);
  if (!readDestination(reader)) return null;
  // A title that does not work out, or is followed by text, may still leave a definition without one.
  const { line, at } = reader;
  if (reader.space(true) && readTitle(reader)) {
    reader.space(false);
    if (reader.atLineEnd) return label;
  }
  reader.line = line;
  reader.at = at;
  reader.space(false);
  return reader.atLineEnd ? label : null;
}

function readLabel(reader: Reader): string | null {
  reader.next();
  let label = '';
  let size = 0;
  for (let c = reader.character; c !== ']'; c = reader.character) {
    if (c === '' || c === '[' || ++size > MAX_LABEL) return null;
    reader.next();
    label += c;
    if (c === '\\' && /[[\]\\]/.test(reader.character)) {
      label += reader.character;
      size++;
      reader.next();
    }
  }
  reader.next();
  return /[^ \t\n]/.test(label) ? label : null;
}

function readDestination(reader: Reader): boolean {
  if (reader.character === '<') {
    reader.next();
    for (let c = reader.character; c !== '>'; c = reader.character) {
      if (c === '' || c === '\n' || c === '<') return false;
      reader.next();
      if (c === '\\' && /[<>\\]/.test(reader.character)) reader.next();
    }
    reader.next();
    return true;
  }
  let depth = 0;
  let length = 0;
  for (let c = reader.character; c !== '' && c !== ' ' && c !== '\t' && c !== '\n'; c = reader.character) {
    if (c < ' ' || c === '\x7f') return false;
    if (c === '(') depth++;
    if (c === ')' && depth-- === 0) return false;
    reader.next();
    length++;
    if (c === '\\' && /[()\\]/.test(reader.character)) reader.next();
  }
  return length > 0 && depth === 0;
}

function readTitle(reader: Reader): boolean {
  const open = reader.character;
  if (open !== '"' && open !== "'" && open !== '(') return false;
  const close = open === '(' ? ')' : open;
  reader.next();
  for (let c = reader.character; c !== close; c = reader.character) {
    if (c === '') return false;
    reader.next();
    if (c === '\\' && (reader.character === close || reader.character === '\\')) reader.next();
  }
  reader.next();
  return true;
}
