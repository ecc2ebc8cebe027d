import type { Document } from '../../src/markdown/document.ts';
import type { RenderOptions } from '../../src/render/context.ts';
import type { Line } from '../../src/render/line.ts';
import { renderBlocks, TOP } from '../../src/render/rendering.ts';

/** All lines of a document. */
export function renderDocument(document: Document, options: RenderOptions): Line[] {
  return renderBlocks(document, options).window(TOP, Number.POSITIVE_INFINITY);
}
