import { isMark } from '../markdown/inline.ts';
import type { InlineNode } from './tree.ts';

/** Raised for a text that only remark can read. */
export class NeedsRemark extends Error {}

/** A run of `*` or `_` that may begin or end emphasis (CommonMark 6.2). */
interface Delimiter {
  type: 'delimiter';
  start: number;
  end: number;
  opens: boolean;
  closes: boolean;
}

/** A node, or a delimiter of a possible node. */
export type InlineItem = InlineNode | Delimiter;

/** What may be an address of e-mail (GFM 6.9). */
const EMAIL = /[-.+\w]@[-.\w]*\./y;
/** Text that GFM makes a link, even if a part of it is escaped. */
const ADDRESS = new RegExp(`://|[wW]{3}\\.|${EMAIL.source}`);

/** Whether an address of e-mail may have its last character before the `@` at an offset. */
export function isEmailAt(source: string, at: number): boolean {
  EMAIL.lastIndex = Math.max(0, at);
  return EMAIL.test(source);
}

/** The delimiter at an offset of a text that ends at `end`, with whether it may open and close emphasis. */
export function delimiterAt(source: string, at: number, end: number): Delimiter {
  const sign = source[at]!;
  let stop = at + 1;
  while (stop < end && source[stop] === sign) stop++;
  const before = at > 0 ? source[at - 1]! : ' ';
  const after = stop < end ? source[stop]! : ' ';
  const blankBefore = /\s/.test(before);
  const blankAfter = /\s/.test(after);
  const markBefore = !blankBefore && isMark(before);
  const markAfter = !blankAfter && isMark(after);
  // Remark is less strict next to a tilde.
  const opens = (!blankAfter && (!markAfter || blankBefore || markBefore)) || after === '~';
  const closes = (!blankBefore && (!markBefore || blankAfter || markAfter)) || before === '~';
  return {
    type: 'delimiter',
    start: at,
    end: stop,
    opens: sign === '*' ? opens : opens && (blankBefore || markBefore || !closes),
    closes: sign === '*' ? closes : closes && (blankAfter || markAfter || !opens),
  };
}

/** The items with delimiters paired as in micromark, and remaining delimiters as text. */
export function withEmphasis(items: InlineItem[], source: string): InlineNode[] {
  for (let index = 0; index < items.length; index++) {
    const closer = items[index]!;
    if (closer.type !== 'delimiter' || !closer.closes) continue;
    const at = openerOf(items, index, source);
    if (at < 0) continue;
    const opener = items[at] as Delimiter;
    const size = lengthOf(opener) > 1 && lengthOf(closer) > 1 ? 2 : 1;
    const group: InlineNode = {
      type: size > 1 ? 'strong' : 'emphasis',
      start: opener.end - size,
      end: closer.start + size,
      children: withEmphasis(items.slice(at + 1, index), source),
    };
    opener.end -= size;
    closer.start += size;
    const kept = [...(lengthOf(opener) > 0 ? [opener] : []), group, ...(lengthOf(closer) > 0 ? [closer] : [])];
    items.splice(at, index - at + 1, ...kept);
    index = items.indexOf(group, at);
  }
  return merged(items, source);
}

function openerOf(items: readonly InlineItem[], index: number, source: string): number {
  const closer = items[index] as Delimiter;
  for (let at = index - 1; at >= 0; at--) {
    const opener = items[at]!;
    if (opener.type !== 'delimiter' || !opener.opens || source[opener.start] !== source[closer.start]) continue;
    const both = opener.closes || closer.opens;
    if (both && lengthOf(closer) % 3 !== 0 && (lengthOf(opener) + lengthOf(closer)) % 3 === 0) continue;
    return at;
  }
  return -1;
}

function lengthOf({ start, end }: Delimiter): number {
  return end - start;
}

/** The nodes with adjacent texts joined. */
function merged(items: readonly InlineItem[], source: string): InlineNode[] {
  const nodes: InlineNode[] = [];
  for (const item of items) {
    const node: InlineNode =
      item.type === 'delimiter'
        ? { type: 'text', start: item.start, end: item.end, value: source.slice(item.start, item.end) }
        : item;
    const last = nodes.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      last.value += node.value;
      last.end = node.end;
    } else nodes.push(node);
  }
  if (nodes.some((node) => node.type === 'text' && ADDRESS.test(node.value))) throw new NeedsRemark();
  return nodes;
}
