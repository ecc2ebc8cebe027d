import type { Definition, PhrasingContent, Root } from 'mdast';
import { scanBlocks } from '../markdown/scan.ts';
import { Problem } from '../problem.ts';
import { BoundedCache } from '../text/memo.ts';
import type { Range } from '../text/range.ts';
import { parser } from './parser.ts';

/** How many trees are kept. */
const KEPT = 64;
/** Longer texts are not cached, so that the cache stays small. */
const MAX_KEPT_LENGTH = 32 * 1024;

const trees = new BoundedCache<string, Root>(KEPT);

/**
 * The Markdown tree of one section's text, with positions in it. Trees are cached by text and shared, so they must not
 * be changed. Raises Problem `too-deep` if the nesting is more than the parser can hold.
 */
export function parseTree(text: string): Root {
  const known = trees.get(text);
  if (known) return known;
  const tree = parse(text);
  if (text.length <= MAX_KEPT_LENGTH) trees.set(text, tree);
  return tree;
}

/** Loads the parser, so that the first text that needs it does not wait. */
export function loadParser(): void {
  parser.parse('');
}

function parse(text: string): Root {
  // For text that nests too deeply the parser may take minutes before it fails.
  scanBlocks(text);
  try {
    return parser.parse(text);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new Problem('too-deep', 'the Markdown nests too deeply to be read', { cause });
  }
}

/** A part of inline text. Offsets are into the text that was read; a part without a place has an empty range. */
export type InlineNode = Range &
  (
    | { type: 'text' | 'code' | 'html'; value: string }
    | { type: 'emphasis' | 'strong' | 'delete'; children: InlineNode[] }
    | { type: 'break' }
    | { type: 'link'; children: InlineNode[]; url: string; title: string | null }
    | { type: 'image'; alt: string; url: string; title: string | null }
    | { type: 'footnote'; label: string }
  );

/** The target of a link reference definition. */
export type Target = Pick<Definition, 'url' | 'title'>;

/** A tree of remark as inline nodes, with offsets reduced by `base`, and references as links from `targets`. */
export function nodesFrom(
  tree: readonly PhrasingContent[],
  base: number,
  targets: ReadonlyMap<string, Target>,
): InlineNode[] {
  const all = (nodes: readonly PhrasingContent[]) => nodes.flatMap(nodeFrom);
  const nodeFrom = (node: PhrasingContent): InlineNode[] => {
    const start = Math.max(0, (node.position?.start.offset ?? base) - base);
    const end = (node.position?.end.offset ?? base) - base;
    switch (node.type) {
      case 'text':
      case 'html':
        return [{ type: node.type, start, end, value: node.value }];
      case 'inlineCode':
        return [{ type: 'code', start, end, value: node.value }];
      case 'emphasis':
      case 'strong':
      case 'delete':
        return [{ type: node.type, start, end, children: all(node.children) }];
      case 'break':
        return [{ type: 'break', start, end }];
      case 'link':
        return [
          {
            type: 'link',
            start,
            end,
            children: all(node.children),
            url: node.url,
            title: node.title ?? null,
          },
        ];
      case 'linkReference': {
        const target = targets.get(node.identifier);
        const children = all(node.children);
        if (!target) return children;
        return [{ type: 'link', start, end, children, url: target.url, title: target.title ?? null }];
      }
      case 'image':
        return [{ type: 'image', start, end, alt: node.alt ?? '', url: node.url, title: node.title ?? null }];
      case 'imageReference': {
        const { url = '', title = null } = targets.get(node.identifier) ?? {};
        return [{ type: 'image', start, end, alt: node.alt ?? '', url, title }];
      }
      case 'footnoteReference':
        return [{ type: 'footnote', start, end, label: node.label ?? node.identifier }];
      default:
        return [];
    }
  };
  return all(tree);
}
