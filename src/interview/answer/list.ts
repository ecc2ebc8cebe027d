import { itemText, linePrefix } from '../../judge/item-text.ts';
import type { Item, List } from '../../markdown/blocks.ts';
import type { Task } from '../../template/slot.ts';
import type { Range, Splice } from '../../text/range.ts';
import { eolNear } from '../../text/source.ts';
import { withPrefix } from './placement.ts';

/** An item to write; `done` is null where it is no task. */
export interface NewItem {
  text: string;
  done: boolean | null;
}

/** How a list is written. */
export interface ListStyle {
  /** Its bullet (`-`, `*`, `+`), or `.` or `)` where it is numbered. */
  marker: string;
  first: number;
  /** Whether all items have the first one's number. */
  same: boolean;
  /** Blanks behind the marker. */
  space: number;
  /** Whether a blank line stands between items. */
  apart: boolean;
}

/** The items of a list's value, without those that say nothing. */
export function newItems(value: readonly (string | Task)[]): NewItem[] {
  return value
    .map((item) => (typeof item === 'string' ? { text: item, done: null } : item))
    .map(({ text, done }) => ({ text: text.replace(/\r\n?/g, '\n').trim(), done }))
    .filter(({ text }) => text !== '');
}

/** Items as a Markdown list; lines end with LF. */
export function listText(items: readonly NewItem[], style: ListStyle, from = 0): string {
  return items
    .map((item, index) => itemMarkdown(item, from + index, style))
    .join(style.apart ? '\n\n' : '\n');
}

/** How a list that stands in a text is written. */
export function styleOf(text: string, { ordered, marker, first, children: [one, two] }: List): ListStyle {
  const width = one ? one.marker.end - one.marker.start : 1;
  const space = one ? one.indent - width : 1;
  const number = two && ordered ? Number.parseInt(text.slice(two.marker.start, two.marker.end), 10) : null;
  return {
    marker,
    first: ordered ? first : 1,
    same: number === first,
    space: space > 0 && space < 5 ? space : 1,
    apart:
      one !== undefined &&
      two !== undefined &&
      /(?:\r\n|\n|\r)[\s>]*(?:\r\n|\n|\r)/.test(text.slice(one.end, two.start)),
  };
}

/**
 * The splices that make the items of a range, neighbours in one list, into others: what stays as it is keeps its bytes,
 * and a task that is only ticked changes no more than its box.
 */
export function itemSplices(text: string, list: List, range: Range, items: readonly NewItem[]): Splice[] {
  const style = styleOf(text, list);
  const old = list.children.filter((item) => range.start <= item.start && item.end <= range.end);
  const at = list.children.indexOf(old[0]!);
  const eol = eolNear(text, range.start);
  const prefix = linePrefix(text, list.start);
  const write = (items: readonly NewItem[], from: number) =>
    withPrefix(listText(items, style, at + from), prefix, eol);
  const stays = (item: Item, next: NewItem | undefined) =>
    next !== undefined && itemText(item, text) === next.text && (item.task === null) === (next.done === null);

  if (items.length === old.length) {
    return old.flatMap((item, index): Splice[] => {
      const next = items[index]!;
      if (!stays(item, next)) return [{ start: item.start, end: item.end, text: write([next], index) }];
      if (!item.task || item.task.done === next.done) return [];
      const { start } = item.task.box;
      return [{ start: start + 1, end: start + 2, text: next.done ? 'x' : ' ' }];
    });
  }
  const keeps = (item: Item, next: NewItem | undefined) =>
    stays(item, next) && (item.task?.done ?? null) === next!.done;
  const most = Math.min(old.length, items.length);
  let head = 0;
  while (head < most && keeps(old[head]!, items[head])) head++;
  let tail = 0;
  const counts = list.ordered && !style.same;
  while (!counts && tail < most - head && keeps(old.at(-1 - tail)!, items.at(-1 - tail))) tail++;
  const middle = items.slice(head, items.length - tail);
  const gap = (style.apart ? eol + prefix.trimEnd() : '') + eol + prefix;
  const start = head > 0 ? old[head - 1]!.end : range.start;
  const end = tail > 0 ? old[old.length - tail]!.start : range.end;
  const written = write(middle, head);
  if (middle.length === 0) {
    // What is between the items that stay: one of the two gaps is enough.
    return head > 0 && tail > 0
      ? [{ start: old[head - 1]!.end, end: old[old.length - tail - 1]!.end, text: '' }]
      : [{ start, end, text: '' }];
  }
  return [{ start, end, text: (head > 0 ? gap : '') + written + (tail > 0 ? gap : '') }];
}

function itemMarkdown({ text, done }: NewItem, index: number, style: ListStyle): string {
  const numbered = style.marker === '.' || style.marker === ')';
  const marker = numbered ? `${style.same ? style.first : style.first + index}${style.marker}` : style.marker;
  const lead = marker + ' '.repeat(style.space);
  const box = done === null ? '' : `[${done ? 'x' : ' '}] `;
  const body = text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(lead.length)}`);
  // "- ---" would be a rule.
  const isRule = done === null && /^([-*])[ \t]*(?:\1[ \t]*){2,}(?:\n|$)/.test(lead + body);
  return lead + box + (isRule ? '\\' : '') + body;
}
