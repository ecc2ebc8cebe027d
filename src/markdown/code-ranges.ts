import type { Range } from '../text/range.ts';
import type { Block } from './blocks.ts';
import type { Document } from './document.ts';
import { inlineSpans } from './inline.ts';
import { leafLines } from './parts.ts';

/** A fence, indented code or a code span; `language` is a fence's, in small letters, and '' for the others. */
interface CodeRange extends Range {
  language: string;
}

/** The code of a document in which some of the given places stand. */
export function codeRanges(document: Document, places: readonly Range[]): CodeRange[] {
  const ranges: CodeRange[] = [];
  const visit = (block: Block) => {
    if (!places.some((place) => place.start < block.end && block.start < place.end)) return;
    if (block.kind === 'fence') ranges.push({ ...rangeOf(block), language: block.language.toLowerCase() });
    else if (block.kind === 'code') ranges.push({ ...rangeOf(block), language: '' });
    else if ('children' in block) for (const child of block.children as readonly Block[]) visit(child);
    else
      for (const line of leafLines(block))
        for (const span of inlineSpans(document.text, line))
          if (span.kind === 'code') ranges.push({ ...rangeOf(span), language: '' });
  };
  for (const section of document.sections) {
    if (section.heading) visit(section.heading);
    for (const block of section.blocks) visit(block);
  }
  return ranges;
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}
