import { type Document, readDocument } from '../markdown/document.ts';
import { BoundedCache } from '../text/memo.ts';
import { RenderCache } from './cache.ts';
import type { RenderOptions } from './context.ts';
import { type Line, plainLine } from './line.ts';
import { type Place, Rendering, TOP } from './rendering.ts';

const shared = new RenderCache();

/** A document ready to be shown; units rendered before with the same text and options come from the cache. */
export function renderBlocks(
  document: Document,
  options: RenderOptions,
  cache: RenderCache = shared,
): Rendering {
  return new Rendering(document, options, cache);
}

/** All lines of a document. */
export function renderDocument(document: Document, options: RenderOptions): Line[] {
  return renderBlocks(document, options).window(TOP, Number.POSITIVE_INFINITY);
}

/** `count` lines of a document from a place on; only what they show is rendered. */
export function visibleLines(document: Document, options: RenderOptions, from: Place, count: number): Line[] {
  return renderBlocks(document, options).window(from, count);
}

const kept = new BoundedCache<string, readonly string[]>(200);
/** Keeps the rows alone, as nothing reads the nodes again. */
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
