import type { Block } from '../../markdown/blocks.ts';
import type { Context } from '../context.ts';
import type { Line } from '../line.ts';
import { renderCode, renderFence } from './code.ts';
import { renderFootnote } from './footnote.ts';
import { renderHeading } from './heading.ts';
import { renderHtml } from './html.ts';
import { renderList } from './list.ts';
import { renderParagraph } from './paragraph.ts';
import { renderQuote } from './quote.ts';
import { renderRule } from './rule.ts';
import { renderTable } from './table.ts';

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
