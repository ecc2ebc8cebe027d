import { readDocument } from '../markdown/outline.ts';
import { RenderCache } from '../render/cache.ts';
import { plainLine } from '../render/line.ts';
import { renderBlocks } from '../render/render.ts';
import { TOP } from '../render/rendering.ts';
import type { Row, Tone } from './paint.ts';

const kept = new Map<string, readonly Row[]>();
/** The rows are kept; what they are made of is not wanted again. */
const units = new RenderCache(0);

/** A short Markdown text (guidance, an example) as a reader sees it, in rows of `width` cells, in one tone. */
export function markdownRows(text: string, width: number, tone: Tone, indent = ''): readonly Row[] {
  if (text.trim() === '') return [];
  const room = Math.max(20, width - indent.length);
  const key = `${room} ${tone} ${indent} ${text}`;
  const known = kept.get(key);
  if (known) return known;
  const rendering = renderBlocks(readDocument(text.trim()), { width: room, comments: 'dim' }, units);
  const lines = rendering.window(TOP, Number.POSITIVE_INFINITY);
  const rows = lines.map((line): Row => [{ text: indent + plainLine(line), tone }]);
  if (kept.size > 200) kept.clear();
  kept.set(key, rows);
  return rows;
}
