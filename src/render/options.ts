import type { Range } from '../text/range.ts';
import type { Ghost, Mark } from './context.ts';

/** How a document is shown. */
export interface RenderOptions {
  /** Terminal cells that no line exceeds; 20 or more. */
  width: number;
  /** Cells that running text fills at most, so that lines stay short enough to be read; tables and code take all. */
  prose?: number;
  /** What is not answered yet, ascending by place; where given, a sign's column is kept free at the right. */
  marks?: readonly Mark[];
  /** Sections that are missing, ascending by place; each is shown as a heading with its sign. */
  ghosts?: readonly Ghost[];
  /** Whether HTML comments are shown, dimmed (the default), or left out. */
  comments?: 'dim' | 'hide';
  /** Whether a line of code that does not fit goes on below (the default), or is cut, so that a drawing keeps its shape. */
  code?: 'wrap' | 'cut';
  /** Numbers of source lines at the left. */
  lineNumbers?: boolean;
  /** Whether links' targets are written behind them (the default); not needed where the theme makes links of them. */
  targets?: boolean;
  /** Shows only what begins within these ranges. */
  within?: readonly Range[];
}
