import { indexIn } from '../../text/range.ts';
import { htmlTagEnd } from '../scan/html-tag.ts';
import type { InlineSpan } from './span.ts';

/** What begins with `<` and runs to a fixed end: the begin, the end, and how far the two may overlap. */
const FIXED = [
  { kind: 'comment', open: '<!--', close: '-->', overlap: 2 },
  { kind: 'html', open: '<?', close: '?>', overlap: 0 },
  { kind: 'html', open: '<![CDATA[', close: ']]>', overlap: 0 },
] as const;

/**
 * Gives a function that reads the autolink, HTML tag or comment (CommonMark 6.5, 6.6) whose `<` stands at an offset, or
 * null. What has been looked for in vain up to the end is not looked for again.
 */
export function readAngle(text: string, end: number): (at: number) => InlineSpan | null {
  const lacking = new Set<string>();
  const until = (close: string, from: number): number => {
    if (lacking.has(close)) return -1;
    const found = indexIn(text, close, { start: from, end });
    if (found >= 0) return found + close.length;
    lacking.add(close);
    return -1;
  };
  return (at) => {
    for (const { kind, open, close, overlap } of FIXED) {
      if (!text.startsWith(open, at)) continue;
      const stop = until(close, at + open.length - overlap);
      return stop < 0 ? null : { kind, start: at, end: stop };
    }
    if (text[at + 1] === '!') {
      const stop = /[A-Za-z]/.test(text[at + 2] ?? '') ? until('>', at) : -1;
      return stop < 0 ? null : { kind: 'html', start: at, end: stop };
    }
    const close = linkEnd(text, at + 1, end);
    if (close > 0)
      return { kind: 'autolink', start: at, end: close + 1, target: { start: at + 1, end: close } };
    const stop = htmlTagEnd(text, at, end, 'text');
    return stop < 0 ? null : { kind: 'html', start: at, end: stop };
  };
}

/** Where the `>` of an autolink stands whose address starts at `from`, or -1. */
function linkEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text[at] !== '<' && text[at] !== '>' && text[at]! > ' ') at++;
  if (at >= end || text[at] !== '>') return -1;
  const address = text.slice(from, at);
  return /^[A-Za-z][A-Za-z0-9+.-]{1,31}:/.test(address) || isMail(address) ? at : -1;
}

function isMail(address: string): boolean {
  const [name, host, ...more] = address.split('@');
  if (!name || !host || more.length > 0 || /[^A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]/.test(name)) return false;
  return host
    .split('.')
    .every((part) => part.length < 64 && /^[A-Za-z0-9-]+$/.test(part) && !/^-|-$/.test(part));
}
