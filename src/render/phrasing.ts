import type { Root } from 'mdast';
import type { Block } from '../markdown/blocks.ts';
import { Problem } from '../problem.ts';
import type { Range } from '../text/range.ts';
import type { Definitions } from './definitions.ts';
import { readInline } from './read-inline.ts';
import { type InlineNode, nodesFrom, parseTree, type Target } from './tree.ts';

/** Added before a line to be parsed, so that it is read as inline text. */
const SHIELD = '# ';
/** Added after a line that ends in such a marker, which would be removed otherwise. */
const END_SHIELD = ' #';
/** How many code units to parse at once. */
const BATCH = 4000;

/** Reads inline text; null if it cannot be read. Parses texts that need remark together if `prepare` announced them. */
export class Phrasings {
  readonly #definitions: Definitions;
  readonly #known = new Map<string, InlineNode[]>();

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  read(source: string): InlineNode[] | null {
    const known = this.#known.get(source);
    if (known) return known;
    return this.#own(source) ?? this.#parse([source], this.#definitions.neededBy(source))?.[0] ?? null;
  }

  /** Parses the texts of blocks that need remark in batches, because each call has a fixed cost. */
  prepare(text: string, blocks: readonly Block[]): void {
    let batch: string[] = [];
    let size = 0;
    const flush = () => {
      const parsed = batch.length > 1 ? this.#parse(batch, this.#definitions.neededBy(batch.join('\n'))) : null;
      for (const [index, source] of batch.entries()) if (parsed) this.#known.set(source, parsed[index]!);
      batch = [];
      size = 0;
    };
    for (const lines of blocks.flatMap(inlineLeaves)) {
      const source = sourceOf(text, lines);
      if (source.length > BATCH || !holdsMarkup(source, this.#definitions.neededBy(source))) continue;
      const own = this.#own(source);
      if (own) {
        this.#known.set(source, own);
        continue;
      }
      if (size + source.length > BATCH) flush();
      batch.push(source);
      size += source.length;
    }
    flush();
  }

  /** The nodes of a text that does not need remark; else null. */
  #own(source: string): InlineNode[] | null {
    const links = this.#definitions.linksIn(source);
    return links && readInline(source, links);
  }

  #parse(sources: readonly string[], definitions: string): InlineNode[][] | null {
    const shielded = sources.map((source) => (source.includes('\n') ? source : shieldedLine(source)));
    const tree = parsedTree([...shielded, definitions].join('\n\n'));
    const targets = targetsIn(tree);
    const found: InlineNode[][] = [];
    let start = 0;
    for (const [index, text] of shielded.entries()) {
      const node = tree?.children[index];
      const single = !sources[index]!.includes('\n');
      if (node?.type !== (single ? 'heading' : 'paragraph')) return null;
      if (node.position?.start.offset !== start || node.position.end.offset! < start + text.trimEnd().length)
        return null;
      found.push(nodesFrom(node.children, start + (single ? SHIELD.length : 0), targets));
      start += text.length + 2;
    }
    return found;
  }
}

function shieldedLine(source: string): string {
  return SHIELD + source + (source.endsWith('#') ? END_SHIELD : '');
}

/** The text of lines without the prefixes of their containers. */
export function sourceOf(text: string, lines: readonly Range[]): string {
  return lines.map(({ start, end }) => text.slice(start, end)).join('\n');
}

function parsedTree(text: string): Root | null {
  try {
    return parseTree(text);
  } catch (error) {
    if (error instanceof Problem && error.code === 'too-deep') return null;
    throw error;
  }
}

/** The first definition of an identifier counts (CommonMark 4.7). */
function targetsIn(tree: Root | null): Map<string, Target> {
  const found = new Map<string, Target>();
  for (const node of tree?.children ?? [])
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
  return found;
}

/** The lines of every leaf of a block with inline text. */
export function inlineLeaves(block: Block): Range[][] {
  switch (block.kind) {
    case 'paragraph':
      return [block.lines];
    case 'heading':
      return [[block.content]];
    case 'table':
      return [block.head, ...block.rows].flatMap(({ cells }) => cells.map((cell) => [cell]));
    case 'list':
    case 'item':
    case 'quote':
    case 'footnote': {
      const children: readonly Block[] = block.children;
      return children.flatMap(inlineLeaves);
    }
    default:
      return [];
  }
}

/**
 * What may be more than plain text: a pattern for each construct, up to its closing sign if it has one. Brackets match
 * only with a destination after them, because references are found by their definitions.
 */
const MARKUP = new RegExp(
  [
    /\\[!-/:-@[-`{-~\n]/,
    /`.*`/,
    /\*.*\*/,
    /~.*~/,
    // Within a word an underscore is a letter.
    /(?<![\p{L}\p{N}])_.*_/u,
    /<[a-zA-Z/!?]/,
    /&[#a-zA-Z][^;\s]*;/,
    /\]\(/,
    / {2}\n/,
    /[^\s]@[^\s]/,
    /:\/\//,
    /[wW]{3}\./,
  ]
    .map(({ source }) => source)
    .join('|'),
  'su',
);

/** Whether inline text may have anything but plain text, given the definitions that it may refer to. */
export function holdsMarkup(source: string, definitions: string): boolean {
  return definitions !== '' || MARKUP.test(source);
}
