import { printable } from '../text/printable.ts';
import type { Style } from './line.ts';
import { rawPiece } from './pieces.ts';
import type { Piece } from './wrap.ts';

/** What a tag that has a meaning in a terminal becomes; every other tag is shown as it stands. */
const TAGS: Readonly<Record<string, 'break' | 'nothing'>> = { br: 'break', details: 'nothing' };

/** The pieces of one inline HTML node: a comment, or a tag. */
export function htmlPieces(
  value: string,
  from: number,
  to: number,
  style: Style,
  comments: 'dim' | 'hide',
): Piece[] {
  if (value.startsWith('<!--')) {
    if (comments === 'hide') return [];
    return [{ text: printable(value.replace(/\s+/g, ' ')), style: { ...style, role: 'comment' }, from, to }];
  }
  const name = /^<\/?([a-z][a-z\d]*)[\s/>]/i.exec(value)?.[1]?.toLowerCase() ?? '';
  const meaning = TAGS[name];
  if (meaning === 'break') return [{ text: '\n', style, from, to }];
  if (meaning === 'nothing') return [];
  if (!/\s{2}|[\n\t]/.test(value)) return [rawPiece(value, from, { ...style, role: 'html' })];
  return [{ text: printable(value.replace(/\s+/g, ' ')), style: { ...style, role: 'html' }, from, to }];
}
