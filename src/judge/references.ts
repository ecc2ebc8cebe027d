import GithubSlugger, { slug } from 'github-slugger';
import { type Block, leafLines } from '../markdown/blocks.ts';
import type { Document } from '../markdown/document.ts';
import { inlineSpans, plainTitle } from '../markdown/inline.ts';
import { memoByText } from '../text/memo.ts';
import { nearest } from '../text/nearest.ts';
import type { Range } from '../text/range.ts';
import { positionAt } from '../text/source.ts';

/** A reference in a document. */
interface Reference {
  /** An id such as `DES-001`, or a link's target as written. */
  to: string;
  /** From 1. */
  line: number;
}

/** The references of a document. */
export interface References {
  /** Ids in brackets, `[DES-001]`, that are not links. */
  ids: Reference[];
  /** The targets of links and images into the project: relative paths and anchors. */
  links: Reference[];
  /** Links to missing anchors in the document itself; `nearest` is the anchor that may be meant. */
  dangling: (Reference & { nearest: string | null })[];
  /** The id in its title, as in `# DES-001: Export`; null if there is none. */
  own: string | null;
}

const ID = /\[([A-Z][A-Z0-9]{1,11}-\d{1,6})\](?![[(:])/g;
/** A quick test for references, which most blocks do not have. */
const PLACE = /\]\(|\[[A-Z][A-Z0-9]{1,11}-\d{1,6}\]/;
/** A line with a link and no other brackets, code or HTML, as most are in a table of contents. */
const ONE_LINK = /^[^\\`<[\]]*\[[^\\`<[\]]*\]\(([\w./#-]+)\)[^\\`<[\]]*$/;
const OWN_ID = /^\W*([A-Z][A-Z0-9]{1,11}-\d{1,6})\b/;
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/)/i;

/** The references in a document, outside code and comments. Linear. */
export function referencesIn(document: Document): References {
  const { text, starts } = document;
  const found: References = { ids: [], links: [], dangling: [], own: null };
  const defined = new Set<string>();
  const lineOf = (offset: number) => positionAt(starts, offset).line;
  const link = (to: string, at: number) => {
    if (to !== '' && !ELSEWHERE.test(to)) found.links.push({ to, line: lineOf(at) });
  };
  const holdsPlace = ({ start, end }: Range) => PLACE.test(text.slice(start, end));
  const collect = (range: Range) => {
    const shown = text.slice(range.start, range.end);
    if (!shown.includes('[')) return;
    const only = ONE_LINK.exec(shown)?.[1];
    if (only !== undefined) return link(only, range.start + shown.indexOf('](') + 2);
    const ids = [...shown.matchAll(ID)];
    if (ids.length === 0 && !shown.includes('](')) return;
    const spans = inlineSpans(text, range);
    for (const { kind, target } of spans)
      if (target && (kind === 'link' || kind === 'image')) link(text.slice(target.start, target.end), target.start);
    for (const { 1: id, index } of ids) {
      const at = range.start + index;
      if (!spans.some(({ start, end, kind }) => start <= at && at < end && kind !== 'image'))
        found.ids.push({ to: id!, line: lineOf(at) });
    }
  };
  for (const section of document.sections) {
    if (section.heading) {
      if (holdsPlace(section.heading)) collect(section.heading.content);
      if (section.level === 1) found.own ??= OWN_ID.exec(plainTitle(section.title))?.[1] ?? null;
    }
    for (const block of section.blocks) {
      if (block.kind === 'definition') {
        const written = /^\[([^\]]+)\]:\s*<?([^\s>]+)/.exec(text.slice(block.start, block.end));
        if (written) {
          defined.add(written[1]!);
          link(written[2]!, block.start);
        }
      } else if (holdsPlace(block)) eachLine(block, collect);
    }
  }
  const inside = found.links.filter(({ to }) => to.startsWith('#'));
  return {
    ...found,
    ids: found.ids.filter(({ to }) => !defined.has(to)),
    links: found.links.filter(({ to }) => !to.startsWith('#')),
    dangling: inside.length === 0 ? [] : danglingOf(inside, anchorsIn(document)),
  };
}

/** Those of the links into a document whose anchors are missing. */
function danglingOf(links: readonly Reference[], anchors: ReadonlySet<string>): References['dangling'] {
  return links.flatMap(({ to, line }) => {
    const anchor = anchorOf(to);
    return hasAnchor(anchors, anchor) ? [] : [{ to: anchor, line, nearest: nearest(anchor, anchors) }];
  });
}

/** Calls `take` with each line of a block that has inline text. */
function eachLine(block: Block, take: (line: Range) => void): void {
  switch (block.kind) {
    case 'fence':
    case 'code':
    case 'html':
    case 'rule':
    case 'definition':
      return;
    case 'list':
    case 'item':
    case 'quote':
    case 'footnote':
      for (const child of block.children) eachLine(child, take);
      return;
    case 'table':
      for (const row of [block.head, ...block.rows]) row.cells.forEach(take);
      return;
    default:
      leafLines(block).forEach(take);
  }
}

/** The anchor that GitHub gives to a title, and the author's own. The documents of a template have titles in common. */
const anchorsOf = memoByText(
  (title: string) => ({ given: slug(plainTitle(title).trim()), own: /\{#([\w-]+)\}\s*$/.exec(title)?.[1] }),
  2000,
);

/** The anchors of a document: those of its headings, as on GitHub, and the names and ids in its HTML. */
export function anchorsIn(document: Document): Set<string> {
  const anchors = new Set<string>();
  const slugger = new GithubSlugger();
  for (const { heading, title } of document.sections) {
    if (!heading) continue;
    const { given, own } = anchorsOf(title);
    // The anchor of an anchor is itself, with a number if another title has it: `goals`, `goals-1`.
    anchors.add(slugger.slug(given, true));
    if (own !== undefined) anchors.add(own);
  }
  if (!/<[a-z]/i.test(document.text)) return anchors;
  for (const [, name] of document.text.matchAll(/<[a-z][^<>]{0,200}?\s(?:id|name)\s*=\s*["']?([^\s"'<>]{1,200})/gi))
    anchors.add(name!);
  return anchors;
}

/** The anchor of a link's target, decoded; '' if it has none. */
export function anchorOf(target: string): string {
  const anchor = target.slice(target.indexOf('#') + 1 || target.length);
  if (!anchor.includes('%')) return anchor;
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

/** Whether an anchor in a link is valid: an anchor of the document, the top, or a line of a file. */
export function hasAnchor(anchors: ReadonlySet<string>, anchor: string): boolean {
  return (
    anchor === '' ||
    anchor === 'top' ||
    /^L\d+/.test(anchor) ||
    anchors.has(anchor) ||
    anchors.has(anchor.toLowerCase())
  );
}
