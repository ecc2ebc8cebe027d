import type { Block } from '../markdown/blocks.ts';
import type { Document } from '../markdown/document.ts';

/** How many task boxes a document has, and how many are ticked: work done, which completeness does not look at. */
export function taskCount(document: Document): { done: number; total: number } {
  const count = { done: 0, total: 0 };
  const visit = (block: Block) => {
    if (block.kind === 'item' && block.task) {
      count.total++;
      if (block.task.done) count.done++;
    }
    if ('children' in block) for (const child of block.children as readonly Block[]) visit(child);
  };
  for (const section of document.sections) for (const block of section.blocks) visit(block);
  return count;
}
