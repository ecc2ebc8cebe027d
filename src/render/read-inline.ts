import { angleReader, codeSpans, type InlineSpan, readBracket } from '../markdown/inline/constructs.ts';
import { normalizeLabel } from '../markdown/inline.ts';
import type { Range } from '../text/range.ts';
import { blanksEnd, blanksStart } from '../text/source.ts';
import { characterOf, endOfReference } from './character-references.ts';
import { delimiterAt, type InlineItem, isEmailAt, NeedsRemark, withEmphasis } from './emphasis.ts';
import type { InlineNode, Target } from './tree.ts';

/** The state of a bracket that is still open. */
interface Open {
  start: number;
  image: boolean;
  items: InlineItem[];
}

/** Characters that remark replaces. */
const REPLACED = /[\0\r]/;
const STRUCK = /~\S(?:.*\S)?~/s;
const REFERENCE = /&[#a-zA-Z][^;\s]*;/;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
/** The rest of a bare address in simple cases: no mark, and only marks before the blank after it. */
const BARE =
  /:\/\/[a-zA-Z\d-]+(?:\.[a-zA-Z\d-]+)+(?::\d+)?(?:\/(?:[\w~/%+=#?.:,-]*[\w/%+=#-])?)?(?=[.,:;!?)]*(?:\s|$))/y;
/** Ends a run of plain text. */
const SPECIAL = /[\\`<![\]*_&@:~\n]/g;

/**
 * The inline nodes of a text, as remark reads it; `links` has the targets of references by label. Null for a text that
 * needs remark: strikethrough, bare addresses in odd places, rare character references, footnotes, tags over several
 * lines.
 */
export function readInline(source: string, links: ReadonlyMap<string, Target>): InlineNode[] | null {
  if (REPLACED.test(source)) return null;
  try {
    return new Reader(source, links).read();
  } catch (error) {
    if (error instanceof NeedsRemark) return null;
    throw error;
  }
}

class Reader {
  readonly #source: string;
  readonly #end: number;
  readonly #links: ReadonlyMap<string, Target>;
  #items: InlineItem[] = [];
  readonly #open: Open[] = [];
  #hasTilde = false;

  constructor(source: string, links: ReadonlyMap<string, Target>) {
    this.#source = source;
    this.#links = links;
    this.#end = blanksStart(source, source.length);
  }

  read(): InlineNode[] {
    const source = this.#source;
    const end = this.#end;
    const codeAt = codeSpans(source, { start: 0, end });
    const angleAt = angleReader(source, end);
    const brackets = readBracket(source, end, new Set(this.#links.keys()));
    let at = blanksEnd(source, 0);
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
            at = blanksEnd(source, at + 2);
            continue;
          }
          if (at + 1 < end && /[!-/:-@[-`{-~]/.test(source[at + 1]!)) {
            this.#text(source[at + 1]!, at, at + 2);
            at += 2;
            continue;
          }
          break;
        case '*':
        case '_': {
          const delimiter = delimiterAt(source, at, end);
          this.#items.push(delimiter);
          at = delimiter.end;
          continue;
        }
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
          stop = endOfReference(source, at);
          this.#text(characterOf(source.slice(at, stop)), at, stop);
          at = stop;
          continue;
        case '@':
          if (isEmailAt(source, at - 1)) throw new NeedsRemark();
          break;
        case '~':
          while (stop < end && source[stop] === '~') stop++;
          if (this.#hasTilde && STRUCK.test(source)) throw new NeedsRemark();
          this.#hasTilde = true;
          break;
        case ':':
          if (!source.startsWith('://', at)) break;
          at = this.#address(at);
          continue;
      }
      this.#text(source.slice(at, stop), at, stop);
      at = stop;
    }
    while (this.#open.length > 0) this.#close(null);
    return withEmphasis(this.#items, source);
  }

  #text(value: string, start: number, end: number): void {
    this.#items.push({ type: 'text', start, end, value });
  }

  /** Reads a line end: a hard break after two blanks or more. Returns the start of the next line. */
  #lineEnd(at: number): number {
    const source = this.#source;
    const last = this.#items.at(-1);
    const from = last?.type === 'text' ? blanksStart(source, at, last.start) : at;
    if (last?.type === 'text' && from < at) {
      if (from === last.start) this.#items.pop();
      else {
        last.value = last.value.slice(0, from - at);
        last.end = from;
      }
    }
    if (/^ {2,}$/.test(source.slice(from, at))) this.#items.push({ type: 'break', start: from, end: at + 1 });
    else this.#text('\n', at, at + 1);
    return blanksEnd(source, at + 1);
  }

  /** Reads a bare address whose `://` is at an offset (GFM 6.9). Returns its end. */
  #address(at: number): number {
    const source = this.#source;
    const scheme = this.#items.at(-1);
    const [name] = /(?<![^\s(])https?$/.exec(source.slice(Math.max(0, at - 6), at)) ?? [];
    BARE.lastIndex = at;
    const [rest] = BARE.exec(source) ?? [];
    if (!name || !rest || scheme?.type !== 'text' || this.#open.length > 0) throw new NeedsRemark();
    scheme.value = scheme.value.slice(0, -name.length);
    scheme.end -= name.length;
    if (scheme.value === '') this.#items.pop();
    const [start, end] = [at - name.length, at + rest.length];
    const url = source.slice(start, end);
    const text: InlineNode = { type: 'text', start, end, value: url };
    this.#items.push({ type: 'link', start, end, children: [text], url, title: null });
    return end;
  }

  #link(span: InlineSpan, children: InlineNode[]): InlineNode {
    const { kind, start, end } = span;
    const { url, title } = span.target ? this.#target(span, span.target) : this.#referredTo(span);
    if (kind === 'link') return { type: 'link', start, end, children, url, title: title ?? null };
    return { type: 'image', start, end, alt: textOf(children), url, title: title ?? null };
  }

  #target({ end }: InlineSpan, target: Range): Target {
    const address = this.#source.slice(target.start, target.end);
    const behind = this.#source
      .slice(target.end, end - 1)
      .replace(/^>/, '')
      .trim();
    if (REFERENCE.test(address) || REFERENCE.test(behind) || behind.includes('\n')) throw new NeedsRemark();
    const title = behind === '' ? null : behind.slice(1, -1).replace(ESCAPE, '$1');
    return { url: address.replace(ESCAPE, '$1'), title };
  }

  /** The target of a reference: by the label after it, or by its own text. */
  #referredTo({ label, end }: InlineSpan): Target {
    const behind = this.#source.slice(label!.end + 2, end - 1);
    const own = behind === '' ? this.#source.slice(label!.start, label!.end) : behind;
    const target = this.#links.get(normalizeLabel(own));
    if (!target) throw new NeedsRemark();
    return target;
  }

  #push(start: number, image: boolean): void {
    this.#open.push({ start, image, items: this.#items });
    this.#items = [];
  }

  /** Closes the last bracket, as a span's link or image, or as plain text; `at` is the closing bracket's offset. */
  #close(span: InlineSpan | null, at?: number): void {
    const open = this.#open.pop();
    const inside = this.#items;
    if (open) {
      this.#items = open.items;
      if (span) {
        this.#items.push(this.#link(span, withEmphasis(inside, this.#source)));
        return;
      }
      const sign = open.image ? '![' : '[';
      this.#text(sign, open.start, open.start + sign.length);
      for (const item of inside) this.#items.push(item);
    }
    if (at !== undefined) this.#text(']', at, at + 1);
  }
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
    if (value.includes('\n')) throw new NeedsRemark();
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

function textOf(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) =>
      'value' in node ? node.value : 'alt' in node ? node.alt : 'children' in node ? textOf(node.children) : '',
    )
    .join('');
}
