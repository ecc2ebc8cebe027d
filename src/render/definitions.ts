import type { Definition as Node } from 'mdast';
import type { Block } from '../markdown/blocks.ts';
import type { Document } from '../markdown/document.ts';
import { normalizeLabel } from '../markdown/inline.ts';
import { getOrInsert } from '../text/memo.ts';
import { parseTree, type Target } from './tree.ts';

/** The link and footnote definitions of a document, which the text of a block may refer to. */
export interface Definitions {
  /** The definitions that a text may refer to, as Markdown to append to it, or ''. */
  neededBy(text: string): string;
  /** The targets of the links that a text may refer to, by label; null if it may refer to a footnote. */
  linksIn(text: string): ReadonlyMap<string, Target> | null;
}

interface Definition {
  label: string;
  text: string;
  footnote: boolean;
}

const NO_LINKS: ReadonlyMap<string, Target> = new Map();

/** The definitions of a document, searched on first use. */
export function definitionsOf(document: Pick<Document, 'text' | 'sections'>): Definitions {
  let known: Map<string, Definition> | null = null;
  const targets = new Map<Definition, Target>();
  const needed = (text: string): ReadonlySet<Definition> => {
    const found = new Set<Definition>();
    if (!text.includes('[')) return found;
    known ??= collect(document);
    if (known.size === 0) return found;
    // A label has no unescaped brackets, so it runs from a bracket to the next one.
    for (const { 1: label } of text.matchAll(/\[((?:[^[\]\\]|\\.)+)(?=\])/gs)) {
      const definition = known.get(normalizeLabel(label!));
      if (definition) found.add(definition);
    }
    return found;
  };
  const targetOf = (definition: Definition) => getOrInsert(targets, definition, () => readTarget(definition));
  return {
    neededBy: (text) => [...needed(text)].map((definition) => definition.text).join('\n\n'),
    linksIn(text) {
      const found = [...needed(text)];
      if (found.length === 0) return NO_LINKS;
      if (found.some(({ footnote }) => footnote)) return null;
      return new Map(found.map((definition) => [definition.label, targetOf(definition)]));
    },
  };
}

function collect(document: Pick<Document, 'text' | 'sections'>): Map<string, Definition> {
  const found = new Map<string, Definition>();
  const visit = (blocks: readonly Block[]) => {
    for (const block of blocks) {
      if (block.kind === 'definition') {
        const label = normalizeLabel(block.label);
        const text = document.text.slice(block.start, block.end);
        if (!found.has(label)) found.set(label, { label, text, footnote: false });
      } else if (block.kind === 'footnote') {
        const label = normalizeLabel(`^${block.label}`);
        found.set(label, { label, text: `[^${block.label}]: .`, footnote: true });
        visit(block.children);
      } else if ('children' in block) visit(block.children);
    }
  };
  for (const section of document.sections) visit(section.blocks);
  return found;
}

/** A definition of one line without a title, and without what means something else in an address. */
const PLAIN = /^ {0,3}\[[^[\]\\]+\]:[ \t]*([^\s<\\&()]+)[ \t]*$/;

function readTarget({ text }: Definition): Target {
  const [, url] = PLAIN.exec(text) ?? [];
  if (url !== undefined) return { url, title: null };
  const { children } = parseTree(text);
  return children.find((node): node is Node => node.type === 'definition') ?? { url: '' };
}
