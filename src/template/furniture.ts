import type { Document } from '../markdown/document.ts';
import { inlineSpans } from '../markdown/inline.ts';
import { type Part, partsOf, visibleText } from '../markdown/parts.ts';
import { tokensIn } from './tokens.ts';

/**
 * The furniture of a template, which authors leave where it is, so that it is neither asked nor judged: blocks of HTML,
 * links or pictures that stand word for word in several of its sections ("back to top"), the head of its page (anchors,
 * badges, a logo), what shows nothing, and links into the document alone. As folded texts.
 */
export function furnitureOf(document: Document, labels: ReadonlySet<string>): ReadonlySet<string> {
  const { text, root } = document;
  const sections = new Map<string, number>();
  const fixed = new Set<string>();
  const heads = new Set([root, root.children[0]?.level === 1 ? root.children[0] : root]);
  for (const section of document.sections) {
    const parts = partsOf(text, section.blocks).filter((part) => isOnlyMarkup(text, part, labels));
    for (const text of new Set(parts.map((part) => part.text)))
      sections.set(text, (sections.get(text) ?? 0) + 1);
    for (const part of parts)
      if (heads.has(section) || isSilent(part.text) || leadsWithin(part.text)) fixed.add(part.text);
  }
  for (const [text, count] of sections) if (count > 1) fixed.add(text);
  return fixed;
}

/** Whether HTML shows nothing: an anchor, a line break, a rule. What closes a fold goes with what opens it. */
function isSilent(text: string): boolean {
  return (
    text.startsWith('<') &&
    !/^<\/details>$/i.test(text) &&
    !/<(?:img|picture|video|svg|input|iframe)\b/i.test(text) &&
    withoutTags(text) === ''
  );
}

/** Whether all links of a text lead to places of its own document. */
function leadsWithin(text: string): boolean {
  const links = text.match(/\]\([^)]*\)|\bhref\s*=\s*["'][^"']*/gi) ?? [];
  return links.length > 0 && links.every((link) => /(?:\(<?|["'])#/.test(link));
}

function withoutTags(text: string): string {
  return text.replace(/<[^<>]*>|&nbsp;/g, ' ').trim();
}

/**
 * Whether a part is HTML, or nothing but links, pictures and tags, and has no place to fill in (`<What the service does>`).
 * `labels` are those of the document's link definitions.
 */
function isOnlyMarkup(text: string, part: Part, labels: ReadonlySet<string>): boolean {
  if (part.form !== 'prose' || part.text === '' || tokensIn(text, part, { labels }).length > 0) return false;
  if (part.block.kind === 'html') return true;
  if (part.block.kind !== 'paragraph' || !/\]\(|\]\[|^</.test(part.text)) return false;
  const marks = inlineSpans(text, part, labels).filter(({ kind }) => MARKUP.has(kind));
  let at = part.start;
  let rest = '';
  for (const span of marks) {
    if (span.start < at) continue;
    rest += text.slice(at, span.start);
    at = span.end;
  }
  return marks.length > 0 && !/[\p{L}\p{N}]/u.test(rest + text.slice(at, part.end));
}

const MARKUP: ReadonlySet<string> = new Set(['link', 'image', 'html', 'comment']);

/** Whether a block of a document is furniture of its template's. */
export function isFurniture(text: string, block: Part['block'], furniture: ReadonlySet<string>): boolean {
  return furniture.size > 0 && furniture.has(visibleText(text, block));
}
