import type { ShapedSlot } from '../../template/shape.ts';
import type { Range } from '../../text/range.ts';
import type { Body } from './body.ts';
import type { FoundLabel } from './labels.ts';
import type { Piece } from './piece.ts';

/** What a section of a spec says, taken apart once for all its slots. */
export interface Spoken {
  /** The spec's text. */
  text: string;
  body: Body;
  labels: ReadonlyMap<ShapedSlot, FoundLabel>;
  /** In the order of the text. */
  pieces: readonly Piece[];
  /** The place of each piece among them. */
  order: ReadonlyMap<Piece, number>;
  /** The pieces of each slot, and under null those that are the section's own. */
  bySlot: ReadonlyMap<ShapedSlot | null, readonly Piece[]>;
  /** The pieces below each label, as labels are compared. */
  byUnder: ReadonlyMap<string, readonly Piece[]>;
  /** The pieces that are the author's own. */
  own: readonly Piece[];
  /** The labels that belong to slots, in the order of the text: no other slot's text reaches over them. */
  claimed: readonly Range[];
  /** Whether a folded text stood in an earlier wording of the section. */
  isOriginal: (text: string) => boolean;
}
