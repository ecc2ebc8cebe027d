import type { ShapedSlot } from '../../template/shape.ts';
import type { Value } from '../../template/slot.ts';
import type { Piece } from './piece.ts';

/** The Markdown of pieces as it stands, whole blocks apart by a blank line. */
export function raw(pieces: readonly Piece[], text: string): string {
  const parts = [...new Set(pieces.map((piece) => piece.part ?? piece))];
  return parts.map((part) => text.slice(part.start, part.end)).join('\n\n');
}

/** The value that an author's pieces give a slot. */
export function valueIn(slot: ShapedSlot, pieces: readonly Piece[], text: string): Value {
  switch (slot.kind) {
    case 'list':
    case 'choices':
      return pieces.map((piece) => itemText(piece, text));
    case 'checklist':
      return pieces.map((piece) => ({
        text: itemText(piece, text),
        done: piece.item?.item.task?.done ?? false,
      }));
    case 'code': {
      const fence = pieces.find((piece) => piece.part?.form === 'fence')?.part;
      return fence?.form === 'fence' ? fence.text : raw(pieces, text);
    }
    default:
      return valueOfText(slot, raw(pieces, text));
  }
}

function itemText(piece: Piece, text: string): string {
  if (!piece.item) return text.slice(piece.start, piece.end);
  const { item } = piece.item;
  const from = item.task ? item.task.box.end : item.marker.end;
  const width = new RegExp(`^[ \\t]{0,${item.indent}}`, 'gm');
  return text.slice(from, item.end).trim().replace(/\r\n?/g, '\n').replace(width, '');
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
