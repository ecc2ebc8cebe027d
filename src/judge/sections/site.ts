import type { ShapedSlot, Value } from '../../template/slot.ts';
import { firstIndex } from '../../text/group.ts';
import { type Range, rangeOf } from '../../text/range.ts';
import { withEol } from '../../text/source.ts';
import { itemText, linePrefix } from '../item-text.ts';
import type { Site, Verdict } from '../reading.ts';
import type { Body } from './body.ts';
import type { ContentBlock, SectionContent } from './content-blocks.ts';

/** The verdict on a slot without text in its section; `nothing`: whether the section is empty. */
export function missingPart(body: Body, nothing: boolean): Verdict {
  return {
    state: nothing ? 'empty' : 'missing',
    rule: nothing ? 'empty-section' : 'missing-part',
    site: insertSite(body),
    evidence: null,
    value: null,
  };
}

/** The same verdict on all slots. */
export function verdictOnAll(slots: readonly ShapedSlot[], verdict: Verdict): Map<ShapedSlot, Verdict> {
  return new Map(slots.map((slot) => [slot, verdict]));
}

/** The place for a slot's blocks if it has none. */
export function insertSite(body: Body): Site {
  return { form: 'insert', at: body.end };
}

export function blocksSite(text: string, range: Range): Site {
  return { form: 'blocks', range: rangeOf(range), prefix: linePrefix(text, range.start) };
}

/** The neighbouring blocks that an answer replaces, from the slot's first up to another slot's; null for none. */
export function siteOf(mine: readonly ContentBlock[], content: SectionContent): Site | null {
  if (mine.length === 0) return null;
  const { blocks, claimed, text } = content;
  const own = new Set(mine);
  let first = blocks.length;
  for (const { place } of mine) first = Math.min(first, place);
  const isApart = (from: ContentBlock, to: ContentBlock) => startsIn(claimed, { start: from.end, end: to.start });
  let last = first;
  while (own.has(blocks[last + 1]!) && !isApart(blocks[last]!, blocks[last + 1]!)) last++;
  const edge = (block: ContentBlock): Range => (isWholeList(block, own, content) ? block.part! : block);
  return blocksSite(text, { start: edge(blocks[first]!).start, end: edge(blocks[last]!).end });
}

/** Whether one of the ranges (ascending) starts inside another. */
function startsIn(ranges: readonly Range[], { start, end }: Range): boolean {
  const next = firstIndex(ranges.length, (index) => ranges[index]!.start >= start);
  return next < ranges.length && ranges[next]!.start < end;
}

/** Whether a list belongs to one slot, so that an answer may replace the whole list rather than a run of its items. */
function isWholeList(
  block: ContentBlock,
  own: ReadonlySet<ContentBlock>,
  { blocks, claimed }: SectionContent,
): boolean {
  const { part } = block;
  if (block.form !== 'item' || !part || startsIn(claimed, part)) return false;
  // The items of a list stay together.
  let from = block.place;
  while (blocks[from - 1]?.part === part) from--;
  for (let at = from; blocks[at]?.part === part; at++) if (!own.has(blocks[at]!)) return false;
  return true;
}

/**
 * The value in an author's blocks for a slot, as far as they are in the range that an answer would replace: the whole
 * text, comments included, without the template's rest; lines end with LF.
 */
export function valueAt(
  slot: ShapedSlot,
  site: Site,
  blocks: readonly ContentBlock[],
  leftovers: readonly Range[],
  text: string,
): Value | null {
  if (site.form !== 'blocks') return null;
  const { start, end } = site.range;
  const inside = () =>
    blocks.filter((block) => block.start >= start && block.end <= end).sort((a, b) => a.start - b.start);
  switch (slot.kind) {
    case 'list':
    case 'choices':
      return inside().map((block) => valueText(block, text));
    case 'checklist':
      return inside().map((block) => ({
        text: valueText(block, text),
        done: block.item?.item.task?.done ?? false,
      }));
    case 'code': {
      const fence = inside().find((block) => block.part?.form === 'fence')?.part;
      return fence?.form === 'fence' ? fence.text : textOf(site, leftovers, text);
    }
    default:
      return valueOfText(slot, textOf(site, leftovers, text));
  }
}

function textOf({ range, prefix }: Site & { form: 'blocks' }, leftovers: readonly Range[], text: string): string {
  let kept = '';
  let at = range.start;
  for (const left of [...leftovers].sort((a, b) => a.start - b.start)) {
    if (left.start < at || left.end > range.end) continue;
    kept += text.slice(at, left.start);
    at = left.end;
  }
  const lines = withEol(kept + text.slice(at, range.end), '\n');
  const bare = prefix === '' ? lines : lines.replaceAll(`\n${prefix}`, '\n');
  return (leftovers.length > 0 ? bare.replace(/\n{3,}/g, '\n\n') : bare).trim();
}

function valueText(block: ContentBlock, text: string): string {
  return block.item ? itemText(block.item.item, text) : text.slice(block.start, block.end);
}

/** A text as the value of a slot, if its kind takes more than a text. */
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
