import type { Block } from '../markdown/blocks.ts';
import type { Document } from '../markdown/document.ts';

/** The link and footnote definitions of a document: what the text of one block needs of the others to be parsed. */
export interface Definitions {
  /** The definitions that a text may refer to, as Markdown to append to it; '' if it refers to none. */
  neededBy(text: string): string;
}

/** The label as CommonMark compares it. */
function folded(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase();
}

/** The definitions of a document; searched for when first needed. */
export function definitionsOf(document: Pick<Document, 'text' | 'sections'>): Definitions {
  let known: Map<string, string> | null = null;
  const collect = () => {
    const found = new Map<string, string>();
    const visit = (blocks: readonly Block[]) => {
      for (const block of blocks) {
        if (block.kind === 'definition') {
          const label = folded(block.label);
          if (!found.has(label)) found.set(label, document.text.slice(block.start, block.end));
        } else if (block.kind === 'footnote') {
          found.set(folded(`^${block.label}`), `[^${block.label}]: .`);
          visit(block.children);
        } else if ('children' in block) visit(block.children);
      }
    };
    for (const section of document.sections) visit(section.blocks);
    return found;
  };
  return {
    neededBy(text) {
      if (!text.includes('[')) return '';
      known ??= collect();
      if (known.size === 0) return '';
      const needed = new Set<string>();
      // A label holds no unescaped brackets, so it runs from a bracket to the next one.
      for (const { 1: label } of text.matchAll(/\[((?:[^[\]\\]|\\.)+)(?=\])/gs)) {
        const definition = known.get(folded(label!));
        if (definition !== undefined) needed.add(definition);
      }
      return [...needed].join('\n\n');
    },
  };
}
