import { readDocument } from '../markdown/outline.ts';
import { BoundedCache } from '../text/memo.ts';
import { RenderCache } from './cache.ts';
import { plainLine } from './line.ts';
import { renderBlocks } from './render.ts';
import { TOP } from './rendering.ts';

const kept = new BoundedCache<string, readonly string[]>(200);
/** The rows are kept; what they are made of is not needed again. */
const units = new RenderCache(0);

/** A short Markdown text as a reader sees it, without colours, in rows of `width` cells; none for an empty text. */
export function plainRows(text: string, width: number): readonly string[] {
  if (text.trim() === '') return [];
  const room = Math.max(20, width);
  const key = `${room} ${text}`;
  const known = kept.get(key);
  if (known) return known;
  const rendering = renderBlocks(readDocument(text.trim()), { width: room, comments: 'dim' }, units);
  const rows = rendering.window(TOP, Number.POSITIVE_INFINITY).map(plainLine);
  kept.set(key, rows);
  return rows;
}
