import type { Block } from '../markdown/blocks.ts';
import type { Document } from '../markdown/document.ts';
import { positionAt } from '../text/source.ts';
import type { SectionReading } from './reading.ts';

/** The unclosed construct that takes in the rest of a document, headings included: its line and a message. */
export function unclosedBlock({ text, sections, starts }: Document): { line: number; message: string } | null {
  const last = sections.at(-1)?.blocks.at(-1);
  const open = last && openedBy(last, text);
  if (!open || !/^[ \t]{0,3}#{1,6}[ \t]+\S/m.test(text.slice(open.start, last.end))) return null;
  const { line } = positionAt(starts, open.start);
  return {
    line,
    message: `the ${open.what} that opens in line ${line} is never closed and takes in the rest of the document`,
  };
}

function openedBy(block: Block, text: string): { start: number; what: string } | null {
  if (block.kind === 'fence') return block.closed ? null : { start: block.start, what: 'code block' };
  if (block.kind === 'html') {
    const at = text.lastIndexOf('<!--', block.end);
    return at >= block.start && !text.slice(at, block.end).includes('-->') ? { start: at, what: 'comment' } : null;
  }
  if (block.kind !== 'list' && block.kind !== 'item' && block.kind !== 'quote') return null;
  const inside = block.children.at(-1);
  return inside ? openedBy(inside, text) : null;
}

/** Names the code block or comment that takes in the rest of the document, if any, as the cause of missing sections. */
export function explainByUnclosed(document: Document, sections: readonly SectionReading[]): void {
  const cause = unclosedBlock(document);
  if (!cause) return;
  for (const section of sections)
    section.slots = section.slots.map((slot) =>
      slot.rule === 'missing-section'
        ? { ...slot, message: `${slot.message}: ${cause.message}`, fix: 'Close it, or add the section.' }
        : slot,
    );
}
