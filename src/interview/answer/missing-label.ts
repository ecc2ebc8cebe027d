import { cellText, linePrefix } from '../../judge/item-text.ts';
import type { Reading, SlotReading } from '../../judge/reading.ts';
import type { Block, Item, List } from '../../markdown/blocks.ts';
import type { Document } from '../../markdown/document.ts';
import { partsOf } from '../../markdown/parts.ts';
import type { Range, Splice } from '../../text/range.ts';
import { eolNear, lineStartAt } from '../../text/source.ts';
import { isBesideOthers } from './placement.ts';

/**
 * The splice that adds a labelled value next to the labels of its kind in the section. It is written as they are in the
 * spec, whatever the template has: as an item, row, segment or line, with their marker, emphasis and colon. Null if the
 * slot is not a label or there is none of its kind.
 */
export function besideLabels(reading: Reading, slot: SlotReading, value: string): Splice | null {
  const { shape } = slot.slot;
  if (shape.form !== 'label') return null;
  const { text } = reading.document;
  const section = reading.sections.find((known) => known.slots.includes(slot))!;
  const at = section.slots.indexOf(slot);
  const before = section.slots
    .slice(0, at)
    .reverse()
    .find((other) => isBeside(other, slot));
  const after = section.slots.slice(at + 1).find((other) => isBeside(other, slot));
  const range = (before ?? after)?.range ?? ownLabels(text, section.found?.blocks ?? []);
  if (!range) return null;
  const place = { text, range, isBehind: before !== undefined || after === undefined };
  const item = itemOnLine(reading.document, range.start);
  if (item) return asItem(item, place, shape.name, value);
  const start = lineStartAt(text, range.start);
  const onLine = text.slice(start, range.start);
  const marks = marksOf(onLine);
  const isRow = onLine.startsWith('|', marks.length);
  if (!isRow && isBesideOthers(text, range))
    return asSegment({ ...place, start: start + marks.length }, shape.name, value);
  const lead = leadLike(onLine.slice(marks.length), shape.name);
  const eol = eolNear(text, start);
  if (isRow) {
    const row = `${marks}${lead}${cellText(value)} |`;
    const end = range.end + /^[^\r\n]*/.exec(text.slice(range.end))![0].length;
    return place.isBehind ? insertAt(end, eol + row) : insertAt(start, row + eol);
  }
  const gap = shape.bold ? apart(text, range.end, eol, marks) : eol;
  const line = marks + lead + value;
  return place.isBehind ? insertAt(range.end, gap + line) : insertAt(start, line + gap);
}

/** The range of a label's value, and whether the new label follows it. */
interface Neighbour {
  text: string;
  range: Range;
  isBehind: boolean;
}

/** A new item like its neighbour. In a numbered list it goes to the end, so that no other number changes. */
function asItem(
  { item, list }: { item: Item; list: List },
  { text, range, isBehind }: Neighbour,
  name: string,
  value: string,
): Splice {
  const eol = eolNear(text, item.start);
  const prefix = linePrefix(text, item.start);
  const content = text.slice(item.marker.end, range.start);
  const blank = /^[ \t]*/.exec(content)![0] || ' ';
  const rest = blank + leadLike(content.trimStart(), name) + value;
  const marker = text.slice(item.marker.start, item.marker.end);
  const between = list.loose ? eol + prefix.trimEnd() + eol : eol;
  if (!list.ordered && !isBehind) return insertAt(item.start, marker + rest + between + prefix);
  const last = list.ordered ? list.children.at(-1)! : item;
  const lastMarker = text.slice(last.marker.start, last.marker.end);
  return insertAt(last.end, between + prefix + nextMarker(lastMarker) + rest);
}

function asSegment(
  { text, range, isBehind, start }: Neighbour & { start: number },
  name: string,
  value: string,
): Splice {
  const bar = text.slice(start, range.start).lastIndexOf(' | ');
  const from = bar < 0 ? start : start + bar + 3;
  const segment = leadLike(text.slice(from, range.start), name) + value;
  return isBehind ? insertAt(range.end, ` | ${segment}`) : insertAt(from, `${segment} | `);
}

/** The text before a neighbour's value (`**Type:** `, `Type — `, `| Type | `), with another name. */
function leadLike(current: string, name: string): string {
  const [, open = '', close = ''] = /^([*_`|[\s]*).*?((?:[*_`|\]:：\s]|[–—-](?=\s))*)$/su.exec(current) ?? [];
  return open + name + (/\s$/.test(close) || close.endsWith('：') ? close : `${close} `);
}

/** The value of the author's last label in a list in which every item has one; null if there is no such list. */
function ownLabels(text: string, blocks: readonly Block[]): Range | null {
  const lists = partsOf(text, blocks).flatMap((part) => (part.form === 'list' ? [part.items] : []));
  const labelled = lists.findLast((items) => items.length > 1 && items.every(({ label }) => label?.bold));
  return labelled?.at(-1)?.label?.value ?? null;
}

function insertAt(at: number, text: string): Splice {
  return { start: at, end: at, text };
}

/** The indentation and quote marks at the start of a line. */
function marksOf(line: string): string {
  return /^[ \t>]*/.exec(line)![0];
}

function nextMarker(marker: string): string {
  return marker.replace(/^\d+/, (number) => String(Number(number) + 1));
}

/** The innermost list item around an offset, with its list, if the item begins on the same line. */
function itemOnLine({ text, sections }: Document, at: number): { item: Item; list: List } | null {
  let found = null as { item: Item; list: List } | null;
  const visit = (blocks: readonly Block[]) => {
    for (const block of blocks) {
      if (!('children' in block) || at < block.start || at > block.end) continue;
      if (block.kind === 'list') {
        const item = block.children.find(({ start, end }) => start <= at && at <= end);
        if (item) found = { item, list: block };
      }
      visit(block.children);
    }
  };
  visit(sections.flatMap(({ blocks }) => blocks));
  return found && lineStartAt(text, found.item.start) === lineStartAt(text, at) ? found : null;
}

function isBeside(other: SlotReading, slot: SlotReading): boolean {
  const { shape } = other.slot;
  return (
    shape.form === 'label' &&
    slot.slot.shape.form === 'label' &&
    shape.place === slot.slot.shape.place &&
    shape.group === slot.slot.shape.group &&
    other.site?.form === 'value'
  );
}

/** Labelled lines are separate paragraphs, unless the neighbour ends in a hard break or shares its paragraph. */
function apart(text: string, end: number, eol: string, marks: string): string {
  const rest = text.slice(end);
  const hard = /^(?: {2,}|\\)(?=[\r\n])/.exec(rest)?.[0];
  if (hard !== undefined) return hard + eol;
  return /^[ \t]*(?:\r\n|\n|\r)[ \t>]*\*\*/.test(rest) ? eol : eol + marks.trimEnd() + eol;
}

/** A slot's Markdown with its label before or above it, as a block. */
export function withLabel(slot: SlotReading, markdown: string): string {
  const { shape } = slot.slot;
  if (shape.form === 'label') {
    const lead = shape.place === 'row' ? `**${shape.name}**: ` : shape.lead;
    return `${{ item: '- ', line: '', segment: '> ', row: '' }[shape.place]}${lead}${markdown}`;
  }
  const under = 'under' in shape ? shape.under : null;
  return under === null ? markdown : `**${under}**:\n${shape.form === 'fence' ? '' : '\n'}${markdown}`;
}
