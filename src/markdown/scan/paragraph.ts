import type { Range } from '../../text/range.ts';
import type { Definition, Heading, Paragraph } from '../blocks.ts';
import { takeDefinitions } from './definition.ts';
import type { OpenLeaf } from './leaf.ts';
import { type Line, trimEnd } from './line.ts';

/** A paragraph that may take further lines, turn into a setext heading, or give its last line to a table. */
export class OpenParagraph implements OpenLeaf {
  readonly kind = 'paragraph';
  readonly concrete = false;
  readonly done = false;
  readonly firstLine: number;
  lastLine: number;
  private readonly text: string;
  private readonly lines: Range[];
  private mayBeHead = true;

  /** Opens a paragraph (CommonMark 4.8) with what is left of a line. */
  constructor(line: Line) {
    this.text = line.text;
    this.lines = [line.rest];
    this.firstLine = line.number;
    this.lastLine = line.number;
  }

  /** Its last line, where that may be a table's head row. */
  get head(): Range | null {
    return this.mayBeHead ? this.lines.at(-1)! : null;
  }

  take(next: Line): boolean {
    this.lines.push(next.rest);
    this.lastLine = next.number;
    this.mayBeHead = next.indent < 4;
    return true;
  }

  /** Gives up its last line. */
  dropLast(): void {
    this.lines.pop();
    this.lastLine--;
  }

  /** Turns it into a heading that ends with the given underline; null where only definitions came before. */
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
    const { definitions, taken } = takeDefinitions(this.text, lines);
    if (taken === lines.length) return definitions;
    const rest = taken === 0 ? lines : lines.slice(taken);
    const end = rest.at(-1)!.end;
    return [...definitions, { kind: 'paragraph', lines: rest, start: rest[0]!.start, end }];
  }
}
