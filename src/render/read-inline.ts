import { codeSpans, type InlineSpan, readAngle, readBracket } from '../markdown/inline/constructs.ts';
import { isMark } from '../markdown/inline.ts';
import type { InlineNode } from './inline-node.ts';

/** A run of `*` or `_` that may begin or end emphasis (CommonMark 6.2). */
interface Delimiter {
  type: 'delimiter';
  start: number;
  end: number;
  opens: boolean;
  closes: boolean;
}

type Item = InlineNode | Delimiter;

/** What stands behind a bracket that is still open. */
interface Open {
  start: number;
  image: boolean;
  items: Item[];
}

/** What only remark reads: strikethrough, bare addresses, and characters that it replaces. */
const BEYOND = /~\S(?:.*\S)?~|[wW]{3}\.|[\0\r]/s;
/** Text of which GFM makes a link, also where a part of it is escaped. */
const ADDRESS = /:\/\/|[wW]{3}\.|\S@\S/;
const REFERENCE = /&[#a-zA-Z][^;\s]*;/;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
/** Ends a run of text that means nothing else. */
const SPECIAL = /[\\`<![\]*_&@:\n]/g;

/** Raised where only remark can tell what a text is. */
class Beyond extends Error {}

/**
 * The inline nodes of a text without references to definitions, as remark reads it; null for a text with a construct that
 * is left to remark: strikethrough, bare addresses, character references, tags over several lines.
 */
export function readInline(source: string): InlineNode[] | null {
  if (BEYOND.test(source)) return null;
  try {
    return new Reader(source).read();
  } catch (error) {
    if (error instanceof Beyond) return null;
    throw error;
  }
}

class Reader {
  readonly #source: string;
  readonly #end: number;
  #items: Item[] = [];
  readonly #open: Open[] = [];

  constructor(source: string) {
    this.#source = source;
    this.#end = blanksBefore(source, source.length, 0);
  }

  read(): InlineNode[] {
    const source = this.#source;
    const end = this.#end;
    const codeAt = codeSpans(source, { start: 0, end });
    const angleAt = readAngle(source, end);
    const brackets = readBracket(source, end);
    let at = blanksBehind(source, 0);
    while (at < end) {
      SPECIAL.lastIndex = at;
      const next = Math.min(SPECIAL.exec(source)?.index ?? end, end);
      if (next > at) this.#text(source.slice(at, next), at, next);
      at = next;
      if (at === end) break;
      const sign = source[at]!;
      let stop = at + 1;
      switch (sign) {
        case '\n':
          at = this.#lineEnd(at);
          continue;
        case '\\':
          if (source[at + 1] === '\n' && at + 1 < end) {
            this.#items.push({ type: 'break', start: at, end: at + 2 });
            at = blanksBehind(source, at + 2);
            continue;
          }
          if (at + 1 < end && /[!-/:-@[-`{-~]/.test(source[at + 1]!)) {
            this.#text(source[at + 1]!, at, at + 2);
            at += 2;
            continue;
          }
          break;
        case '*':
        case '_':
          at = this.#delimiter(at);
          continue;
        case '`': {
          const span = codeAt(at);
          if (span) {
            this.#items.push(codeNode(source, span));
            at = span.end;
            continue;
          }
          while (stop < end && source[stop] === '`') stop++;
          break;
        }
        case '<': {
          const span = angleAt(at);
          if (!span) break;
          this.#items.push(angleNode(source, span));
          at = span.end;
          continue;
        }
        case '!':
          if (source[at + 1] !== '[' || at + 1 >= end) break;
          brackets.open(at, true);
          this.#push(at, true);
          at += 2;
          continue;
        case '[':
          brackets.open(at, false);
          this.#push(at, false);
          at++;
          continue;
        case ']': {
          const span = brackets.close(at);
          this.#close(span, at);
          at = span?.end ?? at + 1;
          continue;
        }
        case '&':
          if (REFERENCE.test(source.slice(at))) throw new Beyond();
          break;
        case '@':
          if (/\S@\S/.test(source.slice(at - 1, at + 2))) throw new Beyond();
          break;
        case ':':
          if (source.startsWith('://', at)) throw new Beyond();
          break;
      }
      this.#text(source.slice(at, stop), at, stop);
      at = stop;
    }
    while (this.#open.length > 0) this.#close(null);
    return resolved(this.#items, source);
  }

  #text(value: string, start: number, end: number): void {
    this.#items.push({ type: 'text', start, end, value });
  }

  /** Reads a line end, a hard break where two blanks or more stand before it. Returns where the next line begins. */
  #lineEnd(at: number): number {
    const source = this.#source;
    const last = this.#items.at(-1);
    const from = last?.type === 'text' ? blanksBefore(source, at, last.start) : at;
    if (last?.type === 'text' && from < at) {
      if (from === last.start) this.#items.pop();
      else {
        last.value = last.value.slice(0, from - at);
        last.end = from;
      }
    }
    if (/^ {2,}$/.test(source.slice(from, at))) this.#items.push({ type: 'break', start: from, end: at + 1 });
    else this.#text('\n', at, at + 1);
    return blanksBehind(source, at + 1);
  }

  #delimiter(at: number): number {
    const source = this.#source;
    const sign = source[at]!;
    let end = at + 1;
    while (end < this.#end && source[end] === sign) end++;
    const before = at > 0 ? source[at - 1]! : ' ';
    const after = end < this.#end ? source[end]! : ' ';
    const blankBefore = /\s/.test(before);
    const blankAfter = /\s/.test(after);
    const markBefore = !blankBefore && isMark(before);
    const markAfter = !blankAfter && isMark(after);
    // Beside a tilde remark is less strict.
    const opens = (!blankAfter && (!markAfter || blankBefore || markBefore)) || after === '~';
    const closes = (!blankBefore && (!markBefore || blankAfter || markAfter)) || before === '~';
    this.#items.push({
      type: 'delimiter',
      start: at,
      end,
      opens: sign === '*' ? opens : opens && (blankBefore || markBefore || !closes),
      closes: sign === '*' ? closes : closes && (blankAfter || markAfter || !opens),
    });
    return end;
  }

  #push(start: number, image: boolean): void {
    this.#open.push({ start, image, items: this.#items });
    this.#items = [];
  }

  /** Ends the last bracket, as the link or image of a span, or as mere text; `at` is where its other half stands. */
  #close(span: InlineSpan | null, at?: number): void {
    const open = this.#open.pop();
    const inside = this.#items;
    if (open) {
      this.#items = open.items;
      if (span) {
        this.#items.push(linkNode(this.#source, span, resolved(inside, this.#source)));
        return;
      }
      const sign = open.image ? '![' : '[';
      this.#text(sign, open.start, open.start + sign.length);
      for (const item of inside) this.#items.push(item);
    }
    if (at !== undefined) this.#text(']', at, at + 1);
  }
}

/** Where the blanks before an offset begin, at `from` or behind it. */
function blanksBefore(source: string, at: number, from: number): number {
  let start = at;
  while (start > from && (source[start - 1] === ' ' || source[start - 1] === '\t')) start--;
  return start;
}

function blanksBehind(source: string, at: number): number {
  let end = at;
  while (source[end] === ' ' || source[end] === '\t') end++;
  return end;
}

function codeNode(source: string, { start, end }: InlineSpan): InlineNode {
  let ticks = 1;
  while (source[start + ticks] === '`') ticks++;
  const inside = source.slice(start + ticks, end - ticks);
  const padded = /^[ \n]/.test(inside) && /[ \n]$/.test(inside) && /[^ \n]/.test(inside);
  return { type: 'code', start, end, value: padded ? inside.slice(1, -1) : inside };
}

function angleNode(source: string, { kind, start, end, target }: InlineSpan): InlineNode {
  const value = source.slice(start, end);
  if (kind !== 'autolink') {
    if (value.includes('\n')) throw new Beyond();
    return { type: 'html', start, end, value };
  }
  const text = source.slice(target!.start, target!.end);
  const url = /^[A-Za-z][A-Za-z0-9+.-]{1,31}:/.test(text) ? text : `mailto:${text}`;
  return {
    type: 'link',
    start,
    end,
    children: [{ type: 'text', ...target!, value: text }],
    url,
    title: null,
  };
}

function linkNode(
  source: string,
  { kind, start, end, target }: InlineSpan,
  children: InlineNode[],
): InlineNode {
  const address = source.slice(target!.start, target!.end);
  const behind = source
    .slice(target!.end, end - 1)
    .replace(/^>/, '')
    .trim();
  if (REFERENCE.test(address) || REFERENCE.test(behind) || behind.includes('\n')) throw new Beyond();
  const url = address.replace(ESCAPE, '$1');
  const title = behind === '' ? null : behind.slice(1, -1).replace(ESCAPE, '$1');
  if (kind === 'link') return { type: 'link', start, end, children, url, title };
  return { type: 'image', start, end, alt: textOf(children), url, title };
}

function textOf(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) =>
      'value' in node
        ? node.value
        : 'alt' in node
          ? node.alt
          : 'children' in node
            ? textOf(node.children)
            : '',
    )
    .join('');
}

/** The items with emphasis made of delimiters as micromark pairs them, and what is left of these as text. */
function resolved(items: Item[], source: string): InlineNode[] {
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
      children: resolved(items.slice(at + 1, index), source),
    };
    opener.end -= size;
    closer.start += size;
    const kept = [
      ...(lengthOf(opener) > 0 ? [opener] : []),
      group,
      ...(lengthOf(closer) > 0 ? [closer] : []),
    ];
    items.splice(at, index - at + 1, ...kept);
    index = items.indexOf(group, at);
  }
  return merged(items, source);
}

function openerOf(items: readonly Item[], index: number, source: string): number {
  const closer = items[index] as Delimiter;
  for (let at = index - 1; at >= 0; at--) {
    const opener = items[at]!;
    if (opener.type !== 'delimiter' || !opener.opens || source[opener.start] !== source[closer.start])
      continue;
    const both = opener.closes || closer.opens;
    if (both && lengthOf(closer) % 3 !== 0 && (lengthOf(opener) + lengthOf(closer)) % 3 === 0) continue;
    return at;
  }
  return -1;
}

function lengthOf({ start, end }: Delimiter): number {
  return end - start;
}

/** The nodes with texts that stand beside each other as one. */
function merged(items: readonly Item[], source: string): InlineNode[] {
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
  if (nodes.some((node) => node.type === 'text' && ADDRESS.test(node.value))) throw new Beyond();
  return nodes;
}
