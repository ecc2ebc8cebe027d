import { plainRows } from '../render/plain-rows.ts';
import { cellWidth } from '../text/cells.ts';
import { printable } from '../text/printable.ts';
import { wrapRows } from '../wizard/wrap-rows.ts';
import type { Row, Tone } from './paint.ts';

/** A text in rows of `width` cells at most, in one tone; line ends stand. None for an empty text. */
export function wrapped(text: string, width: number, tone: Tone, indent = ''): Row[] {
  const shown = printable(text).trimEnd();
  if (shown === '') return [];
  return wrapRows(shown, Math.max(1, width - indent.length)).map(({ start, end }) => [
    { text: indent + shown.slice(start, end).trimEnd(), tone },
  ]);
}

/** At most `count` rows; what is left out is said by an ellipsis behind the last one that says something. */
export function atMost(rows: readonly Row[], count: number): Row[] {
  if (rows.length <= count) return [...rows];
  const kept = rows.slice(0, Math.max(0, count));
  while (kept.length > 0 && kept.at(-1)!.every(({ text }) => text.trim() === '')) kept.pop();
  const last = kept.pop();
  return last ? [...kept, [...last, { text: ' …', tone: 'dim' }]] : [];
}

/** A path of titles in `width` cells: the upper ones give way; the last one stays, however long. */
export function titlePath(path: readonly string[], width: number): string {
  for (let from = 0; from < path.length; from++) {
    const text = `${from > 0 ? '… › ' : ''}${path.slice(from).join(' › ')}`;
    if (cellWidth(printable(text)) <= width) return text;
  }
  return path.at(-1) ?? '';
}

/** A short Markdown text (guidance, an example) as a reader sees it, in rows of `width` cells, in one tone. */
export function markdownRows(text: string, width: number, tone: Tone, indent = ''): readonly Row[] {
  return plainRows(text, width - indent.length).map((row): Row => [{ text: indent + row, tone }]);
}
