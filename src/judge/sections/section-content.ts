import type { ShapedSlot } from '../../template/slot.ts';
import type { Range } from '../../text/range.ts';
import type { Body } from './body.ts';
import type { ContentBlock } from './content-blocks.ts';
import type { FoundLabel } from './labels.ts';

/** What a section of a spec says, taken apart once for all its slots. */
export interface SectionContent {
  /** The spec's text. */
  text: string;
  body: Body;
  labels: ReadonlyMap<ShapedSlot, FoundLabel>;
  /** All labels that were found, paired or not. */
  allLabels: readonly FoundLabel[];
  /** In the order of the text. */
  blocks: readonly ContentBlock[];
  /** The place of each piece among them. */
  order: ReadonlyMap<ContentBlock, number>;
  /** The pieces of each slot, and under null those that are the section's own. */
  bySlot: ReadonlyMap<ShapedSlot | null, readonly ContentBlock[]>;
  /** The pieces below each label, as labels are compared. */
  byUnder: ReadonlyMap<string, readonly ContentBlock[]>;
  /** The pieces that are the author's own. */
  own: readonly ContentBlock[];
  /** The labels that belong to slots, in the order of the text: no other slot's text reaches over them. */
  claimed: readonly Range[];
  /** How many labels the template requires here. */
  labelsAsked: number;
  /** Whether a folded text stood in an earlier wording of the section. */
  isOriginal: (text: string) => boolean;
}
