import type { ShapedSlot, Value } from '../../template/slot.ts';
import type { Range } from '../../text/range.ts';
import { itemText } from '../item-text.ts';
import type { Site } from '../reading.ts';
import type { ContentBlock } from './content-blocks.ts';

/**
 * The value that an author's pieces give a slot, as far as they stand in the site that an answer would replace: texts
 * are all that stands there, comments included, without what is left of the template's; lines end with LF.
 */
export function valueAt(
  slot: ShapedSlot,
  site: Site,
  pieces: readonly ContentBlock[],
  leftovers: readonly Range[],
  text: string,
): Value | null {
  if (site.form !== 'blocks') return null;
  const { start, end } = site.range;
  const inside = pieces
    .filter((piece) => piece.start >= start && piece.end <= end)
    .sort((a, b) => a.start - b.start);
  switch (slot.kind) {
    case 'list':
    case 'choices':
      return inside.map((piece) => valueText(piece, text));
    case 'checklist':
      return inside.map((piece) => ({
        text: valueText(piece, text),
        done: piece.item?.item.task?.done ?? false,
      }));
    case 'code': {
      const fence = inside.find((piece) => piece.part?.form === 'fence')?.part;
      return fence?.form === 'fence' ? fence.text : textOf(site, leftovers, text);
    }
    default:
      return valueOfText(slot, textOf(site, leftovers, text));
  }
}

function textOf(
  { range, prefix }: Site & { form: 'blocks' },
  leftovers: readonly Range[],
  text: string,
): string {
  let kept = '';
  let at = range.start;
  for (const left of [...leftovers].sort((a, b) => a.start - b.start)) {
    if (left.start < at || left.end > range.end) continue;
    kept += text.slice(at, left.start);
    at = left.end;
  }
  const lines = (kept + text.slice(at, range.end)).split(/\r\n|\n|\r/);
  const bare = lines.map((line, index) =>
    index > 0 && line.startsWith(prefix) ? line.slice(prefix.length) : line,
  );
  return bare
    .join('\n')
    .replace(/\n{3,}/g, leftovers.length > 0 ? '\n\n' : '$&')
    .trim();
}

function valueText(piece: ContentBlock, text: string): string {
  return piece.item ? itemText(piece.item.item, text) : text.slice(piece.start, piece.end);
}

/** A text as the value of a slot whose kind takes more than a text. */
export function valueOfText(slot: ShapedSlot, text: string): Value {
  switch (slot.kind) {
    case 'list':
      return [text];
    case 'choices':
      return text.split(/\s*,\s*/);
    case 'table':
      return [[text]];
    case 'checklist':
      return [{ text, done: false }];
    default:
      return text;
  }
}
