import type { Block } from '../markdown/blocks.ts';
import type { Section } from '../markdown/document.ts';

/**
 * The comment that ends a section and stands right above the next heading: it speaks of the section below (MADR). A comment
 * that is all a section holds speaks of that section.
 */
export function leadComment(text: string, { blocks, own: { end } }: Section): Block | null {
  const last = blocks.at(-1);
  if (blocks.length < 2 || last?.kind !== 'html' || end >= text.length) return null;
  const isComment = /^<!--(?:(?!-->)[\s\S])*-->\s*$/.test(text.slice(last.start, last.end));
  const touches = /^[ \t]*(?:\r\n|\n|\r)?$/.test(text.slice(last.end, end));
  const isApart = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)[ \t]*$/.test(
    text.slice(Math.max(0, last.start - 80), last.start),
  );
  return isComment && touches && isApart ? last : null;
}

/** What an HTML comment says. */
export function commentText(text: string, { start, end }: Block): string {
  return text
    .slice(start, end)
    .trim()
    .replace(/^<!--|-->$/g, '')
    .trim();
}
