import type { Block } from '../../markdown/blocks.ts';
import type { Context } from '../context.ts';
import type { Line } from '../line.ts';
import { renderCode, renderFence } from './code.ts';
import { renderFootnote, renderList, renderQuote } from './containers.ts';
import { renderHtml } from './html.ts';
import { renderTable } from './table.ts';
import { renderHeading, renderParagraph, renderRule } from './text.ts';

type Renderer<Kind extends Block['kind']> = (
  block: Extract<Block, { kind: Kind }>,
  context: Context,
  width: number,
) => Line[];

/** How each kind of block becomes lines of a width. Definitions are no visible text; items come with their list. */
export const RENDERERS: { readonly [Kind in Block['kind']]: Renderer<Kind> } = {
  heading: renderHeading,
  paragraph: renderParagraph,
  list: renderList,
  item: (item, context, width) => context.blocks(item.children, width, true),
  quote: renderQuote,
  fence: renderFence,
  code: renderCode,
  html: renderHtml,
  table: renderTable,
  rule: renderRule,
  footnote: renderFootnote,
  definition: () => [],
};
