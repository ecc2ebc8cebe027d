import type { Root } from 'mdast';
import { scanBlocks } from '../markdown/scan.ts';
import { Problem } from '../problem.ts';
import { BoundedCache } from '../text/memo.ts';
import { parser } from './parser.ts';

/** How many trees are kept. */
const KEPT = 64;
/** Longer texts are parsed anew each time, so that what is kept stays small. */
const MAX_KEPT_LENGTH = 32 * 1024;

const trees = new BoundedCache<string, Root>(KEPT);

/**
 * The Markdown tree of one section's text, with positions in it. Trees are kept by their text and shared: they are not
 * to be changed. Raises Problem `too-deep` where the nesting is more than the parser can hold.
 */
export function parseTree(text: string): Root {
  const known = trees.get(text);
  if (known) return known;
  const tree = parse(text);
  if (text.length <= MAX_KEPT_LENGTH) trees.set(text, tree);
  return tree;
}

/** Loads the parser, so that the first text that needs it does not wait for that. */
export function loadParser(): void {
  parser.parse('');
}

function parse(text: string): Root {
  // What nests too deeply may take the parser minutes before it fails.
  scanBlocks(text);
  try {
    return parser.parse(text);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new Problem('too-deep', 'the Markdown nests too deeply to be read', { cause });
  }
}
