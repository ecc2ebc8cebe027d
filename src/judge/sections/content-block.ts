import type { ItemPart, Part } from '../../markdown/parts.ts';
import type { ShapedSlot, TemplateText } from '../../template/shape.ts';
import type { Range } from '../../text/range.ts';

/**
 * One thing a section of a spec says: a paragraph, a list item, a fence, a table, a subsection of the author's. `left`
 * is the template's unit where the piece is still the template's own text.
 */
export interface ContentBlock extends Range {
  form: 'prose' | 'item' | 'fence' | 'table' | 'heading';
  text: string;
  part: Part | null;
  item: ItemPart | null;
  /** The label without a value that stands right above it, as labels are compared; '' where none does. */
  under: string;
  left: TemplateText | null;
  /** The slot that the piece speaks to; null for what is the section's own beyond its slots. */
  slot: ShapedSlot | null;
}
