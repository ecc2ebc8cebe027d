import { plainRows } from '../render/render.ts';
import type { Row, Tone } from './paint.ts';

/** A short Markdown text (guidance, an example) as a reader sees it, in rows of `width` cells, in one tone. */
export function markdownRows(text: string, width: number, tone: Tone, indent = ''): readonly Row[] {
  return plainRows(text, width - indent.length).map((row): Row => [{ text: indent + row, tone }]);
}
