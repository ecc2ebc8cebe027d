import type { Document } from '../markdown/document.ts';
import { RenderCache } from './cache.ts';
import type { Line } from './line.ts';
import type { RenderOptions } from './options.ts';
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
