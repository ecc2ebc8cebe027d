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
  pieces: readonly Piece[];
  /** The labels that belong to slots: no other slot's text reaches over them. */
  claimed: readonly Range[];
  /** Whether a folded text stood in an earlier wording of the section. */
  isOriginal: (text: string) => boolean;
}
