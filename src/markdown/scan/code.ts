import type { IndentedCode } from '../blocks.ts';
import type { OpenLeaf } from './leaf.ts';
import type { Line } from './line.ts';

/** Opens an indented code block (CommonMark 4.4) with a line that is indented by four columns or more. */
export function openCode(line: Line): OpenLeaf {
  line.skipColumns(4);
  const block: IndentedCode = { kind: 'code', lines: [line.withIndent()], ...line.rest };
  let kept = 1;
  const leaf: OpenLeaf = {
    kind: 'code',
    concrete: false,
    done: false,
    firstLine: line.number,
    lastLine: line.number,
    take(next) {
      if (!next.blank && next.indent < 4) return false;
      // As in remark, a blank line as far in as the code is a line of it, and sets nothing apart.
      if (next.indent >= 4) leaf.lastLine = next.number;
      next.skipColumns(Math.min(4, next.indent));
      block.lines.push(next.withIndent());
      if (!next.blank) {
        kept = block.lines.length;
        block.end = next.end;
      }
      return true;
    },
    close() {
      block.lines.length = kept;
      return [block];
    },
  };
  return leaf;
}
