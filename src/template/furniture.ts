import type { Document } from '../markdown/document.ts';
import { inlineSpans } from '../markdown/inline.ts';
import { type Part, partsOf, visibleText } from '../markdown/parts.ts';
import { tokensIn } from './tokens.ts';

/**
 * The furniture of a template: blocks of HTML, links or pictures that stand word for word in several of its sections
 * ("back to top"). Authors leave them where they are, so they are neither asked nor judged. As folded texts.
 */
export function furnitureOf(document: Document): ReadonlySet<string> {
  const sections = new Map<string, number>();
  for (const section of document.sections) {
    const texts = partsOf(document.text, section.blocks).filter((part) => isOnlyMarkup(document.text, part));
    for (const text of new Set(texts.map((part) => part.text)))
      sections.set(text, (sections.get(text) ?? 0) + 1);
  }
  return new Set([...sections].filter(([, count]) => count > 1).map(([text]) => text));
}

/** Whether a part is HTML, or nothing but links and pictures, and has no place to fill in (`<What the service does>`). */
function isOnlyMarkup(text: string, part: Part): boolean {
  if (part.form !== 'prose' || tokensIn(text, part).length > 0) return false;
  if (part.block.kind === 'html') return true;
  if (part.block.kind !== 'paragraph' || !part.text.includes('](')) return false;
  const spans = inlineSpans(text, part).filter(({ kind }) => kind === 'link' || kind === 'image');
  let at = part.start;
  let rest = '';
  for (const span of spans) {
    if (span.start < at) continue;
    rest += text.slice(at, span.start);
    at = span.end;
  }
  return spans.length > 0 && !/[\p{L}\p{N}]/u.test(rest + text.slice(at, part.end));
}

/** Whether a block of a document is furniture of its template's. */
export function isFurniture(text: string, block: Part['block'], furniture: ReadonlySet<string>): boolean {
  return furniture.size > 0 && furniture.has(visibleText(text, block));
}
