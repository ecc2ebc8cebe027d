import type { Splice } from '../../text/range.ts';
import { eolNear, withEol } from '../../text/source.ts';

/**
 * The splice that puts blocks at an offset between others, with a blank line on either side. The offset is a line's start
 * or end.
 */
export function setApart(text: string, at: number, blocks: string): Splice {
  const eol = eolNear(text, Math.max(0, at - 1));
  const before = text.slice(0, at);
  const rest = text.slice(at);
  const open =
    before.trim() === ''
      ? 0
      : 2 - breaks(/(?:[ \t]*(?:\r\n|\n|\r)){0,2}[ \t]*$/.exec(before.slice(-200))![0]);
  const close =
    rest.trim() !== ''
      ? 2 - breaks(/^(?:[ \t]*(?:\r\n|\n|\r)){0,2}/.exec(rest)![0])
      : rest === '' && (before === '' || /[\r\n]$/.test(before))
        ? 1
        : 0;
  return { start: at, end: at, text: eol.repeat(open) + withEol(blocks, eol) + eol.repeat(close) };
}

function breaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
