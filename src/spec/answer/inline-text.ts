import type { Shape } from '../../template/shape.ts';
import { readTitle } from '../../template/title.ts';

/** A text as it stands on the line of a label or of a heading, in place of `standing`. */
export function inlineText(shape: Shape, text: string, standing: string): string {
  if (shape.form === 'heading') return headingContent(text.trim(), standing);
  if (shape.form === 'label' && shape.place === 'segment')
    return text.replace(/\s*\n\s*/g, ' ').replace(/(?<=\s)\|(?=\s)/g, '\\|');
  return text;
}

/** A heading keeps its number; signs at its end that Markdown would take off are written as text. */
function headingContent(title: string, standing: string): string {
  const { number } = readTitle(standing);
  const numbered = readTitle(title).number === '' ? number + title : title;
  return numbered.replace(/(^|[ \t])(#+)$/, '$1\\$2');
}
