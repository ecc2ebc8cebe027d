import type { Range } from '../../text/range.ts';
import type { Definition, Heading, Paragraph } from '../blocks.ts';
import { takeDefinitions } from './definition.ts';
import type { OpenLeaf } from './leaf.ts';
import { type Line, trimEnd } from './line.ts';

/** A paragraph that may take further lines, turn into a setext heading, or give its last line to a table. */
export interface OpenParagraph extends OpenLeaf {
  kind: 'paragraph';
  /** Its last line, where that may be a table's head row. */
  head: Range | null;
  /** Gives up its last line. */
  dropLast(): void;
  /** Turns it into a heading that ends with the given underline; null where only definitions came before. */
  toHeading(underline: Line, level: 1 | 2): (Definition | Heading)[] | null;
}

/** Opens a paragraph (CommonMark 4.8) with what is left of a line. */
export function openParagraph(line: Line): OpenParagraph {
  const { text } = line;
  const lines: Range[] = [line.rest];
  let mayBeHead = true;
  const leaf: OpenParagraph = {
    kind: 'paragraph',
    concrete: false,
    done: false,
    firstLine: line.number,
    lastLine: line.number,
    get head() {
      return mayBeHead ? lines.at(-1)! : null;
    },
    take(next) {
      lines.push(next.rest);
      leaf.lastLine = next.number;
      mayBeHead = next.indent < 4;
      return true;
    },
    dropLast() {
      lines.pop();
      leaf.lastLine--;
    },
    toHeading(underline, level) {
      const { definitions, taken } = takeDefinitions(text, lines);
      if (taken === lines.length) return null;
      const start = lines[taken]!.start;
      const content = { start, end: trimEnd(text, lines.at(-1)!) };
      return [...definitions, { kind: 'heading', level, setext: true, content, start, end: underline.end }];
    },
    close() {
      if (lines.length === 0) return [];
      const { definitions, taken } = takeDefinitions(text, lines);
      if (taken === lines.length) return definitions;
      const rest = lines.slice(taken);
      const paragraph: Paragraph = {
        kind: 'paragraph',
        lines: rest,
        start: rest[0]!.start,
        end: rest.at(-1)!.end,
      };
      return [...definitions, paragraph];
    },
  };
  return leaf;
}
