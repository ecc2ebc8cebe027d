import { cellText } from '../../judge/cell-text.ts';
import type { Shape } from '../../template/shape.ts';
import { readTitle } from '../../template/title.ts';
import { lineStartAt } from '../../text/lines.ts';
import { onOneLine } from '../../text/printable.ts';
import type { Range } from '../../text/range.ts';

/** A text as it stands on the line of a label or of a heading, in place of what a range of the spec holds. */
export function inlineText(text: string, range: Range, shape: Shape, value: string): string {
  if (shape.form === 'heading') return headingContent(value.trim(), text.slice(range.start, range.end));
  if (isInRow(text, range, shape)) return cellText(value) + (text[range.end] === '|' ? ' ' : '');
  return isBesideOthers(text, range)
    ? onOneLine(value.trim()).replace(/(?<=\s)\|(?=\s)/g, '\\|')
    : value.trim();
}

/** Whether the value of a label that stands as a table row does so in the spec, too. */
function isInRow(text: string, { start }: Range, shape: Shape): boolean {
  const before = text.slice(lineStartAt(text, start), start);
  return shape.form === 'label' && shape.place === 'row' && before.includes('|');
}

/** Whether the value shares its line with others (`Version: 1 | Status: Draft`), so that a bar would begin another one. */
function isBesideOthers(text: string, { start, end }: Range): boolean {
  const before = /[^\r\n]*$/.exec(text.slice(Math.max(0, start - 500), start))![0];
  const after = /^[^\r\n]*/.exec(text.slice(end, end + 500))![0];
  return before.includes(' | ') || /^\s*\|\s/.test(after);
}

/** A heading keeps its number; signs at its end that Markdown would take off are written as text. */
function headingContent(title: string, standing: string): string {
  const { number } = readTitle(standing);
  const numbered = readTitle(title).number === '' ? number + title : title;
  return numbered.replace(/(^|[ \t])(#+)$/, '$1\\$2');
}
