import type { Range } from '../../text/range.ts';

/** Something in inline text within which characters mean something else. */
export interface InlineSpan extends Range {
  kind: 'code' | 'link' | 'image' | 'autolink' | 'html' | 'comment';
  /** What a link or image shows. */
  label?: Range;
  /** Where a link, image or autolink leads, without angle brackets; none for a reference. */
  target?: Range;
}
