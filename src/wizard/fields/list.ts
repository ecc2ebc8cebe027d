import { itemsOf, type ListItem, listValue, pastedItems } from '../../interview/value-text.ts';
import { isStrings } from '../../text/group.ts';
import { cleanPaste } from '../../text/printable.ts';
import type { KeyTable, TextPress } from '../key.ts';
import * as messages from '../messages.ts';
import { bufferOf, editText, insert, moveRows, type TextAct, type TextBuffer, withCursor } from '../text-buffer.ts';
import { type Field, type FieldNow, leave, type Room, type Step, stay, unhandled } from './field.ts';

/** A list being edited; `buffer` holds the text of the item at `at`. There is always an item. */
export interface ListState {
  kind: 'list';
  items: readonly ListItem[];
  at: number;
  buffer: TextBuffer;
  /** Whether the document numbers its items. */
  ordered: boolean;
  /** The most items, not counting those below others. */
  most: number;
  /** The latest item removed, which yank inserts until text is cut, and whether it was at the end. */
  removed: { item: ListItem; last: boolean } | null;
}

type ListAct =
  | 'done'
  | 'next'
  | 'remove'
  | 'move-up'
  | 'move-down'
  | 'indent'
  | 'outdent'
  | 'no-marker'
  | 'join-before'
  | 'join-next'
  | 'put-back'
  | 'up'
  | 'down';

type Now = FieldNow<ListState>;

/** A Markdown list marker. Someone who types one only means an item. */
const MARKER = /^(?:[-*+•]|\d{1,3}[.)])$/;

const isAtStart = ({ state }: Now): boolean => state.buffer.at === 0;

const isBlank = ({ state }: Now): boolean => state.buffer.text.trim() === '';

const KEYS: KeyTable<ListAct, Now> = [
  { keys: ['tab'], act: 'done', label: 'done, next', hint: 1 },
  { keys: ['enter'], act: 'next', label: 'next item', hint: 2, when: (now) => !isBlank(now) },
  {
    keys: ['enter'],
    act: 'next',
    label: 'outdent',
    hint: 2,
    when: (now) => isBlank(now) && now.state.items[now.state.at]!.depth > 0,
  },
  { keys: ['enter'], act: 'next', label: 'next question', hint: 2, when: isBlank },
  { keys: ['ctrl+d'], act: 'remove', label: 'remove item', hint: 9 },
  {
    keys: ['ctrl+y'],
    act: 'put-back',
    label: 'put back the item',
    when: ({ state }) => state.removed !== null,
  },
  { keys: ['alt+up'], act: 'move-up', label: 'move item up', hint: 9 },
  { keys: ['alt+down'], act: 'move-down', label: 'move item down' },
  { keys: ['alt+right'], act: 'indent', label: 'indent (or Space first)', hint: 10 },
  {
    keys: [' '],
    act: 'indent',
    label: 'indent',
    when: ({ state: { buffer } }) => buffer.at === 0 && buffer.text !== ' ',
  },
  {
    keys: [' '],
    act: 'no-marker',
    label: 'an item without the marker that is typed',
    when: ({ state: { buffer } }) => MARKER.test(buffer.text.slice(0, buffer.at)),
  },
  { keys: ['alt+left'], act: 'outdent', label: 'outdent (or Backspace first)' },
  {
    keys: ['backspace'],
    act: 'outdent',
    label: 'outdent',
    when: (now) => isAtStart(now) && now.state.items[now.state.at]!.depth > 0,
  },
  { keys: ['backspace'], act: 'join-before', label: 'join with the item above', when: isAtStart },
  {
    keys: ['delete'],
    act: 'join-next',
    label: 'join with the item below',
    when: ({ state: { buffer } }) => buffer.at === buffer.text.length,
  },
  { keys: ['up', 'ctrl+p', 'wheelup'], act: 'up', label: 'item above', when: (now) => goesTo(now, -1) },
  { keys: ['down', 'ctrl+n', 'wheeldown'], act: 'down', label: 'item below', when: (now) => goesTo(now, 1) },
];

/** The deepest level of items. */
const DEEPEST = 5;

const ACTS: Record<ListAct, (state: ListState) => Step<ListState>> = {
  done: (state) => leave(state),
  next(state) {
    const { text, at: place } = state.buffer;
    const item = state.items[state.at]!;
    if (text.trim() === '') {
      if (item.depth > 0) return stay(deepen(state, -1));
      return leave(state);
    }
    const isFull = item.depth === 0 && state.items.filter(({ depth }) => depth === 0).length >= state.most;
    if (isFull && state.at === state.items.length - 1 && place === text.length) return leave(state);
    const kept = written(state, text.slice(0, place).trimEnd());
    const next = { ...blank(item.depth), text: text.slice(place).trimStart() };
    return stay(at(withItems(kept, kept.items.toSpliced(state.at + 1, 0, next)), state.at + 1, 0));
  },
  remove(state) {
    const removed = { item: state.items[state.at]!, last: state.at === state.items.length - 1 };
    const left = shaped(state.items.toSpliced(state.at, 1));
    const items = left.length > 0 ? left : [blank(0)];
    return stay(at({ ...state, items, removed }, Math.min(state.at, items.length - 1)));
  },
  'move-up': (state) => stay(move(state, -1)),
  'move-down': (state) => stay(move(state, 1)),
  indent: (state) => stay(deepen(state, 1)),
  outdent: (state) => stay(deepen(state, -1)),
  'no-marker': (state) =>
    stay(withBuffer(state, withCursor(bufferOf(state.buffer.text.slice(state.buffer.at), state.buffer.killed), 0))),
  'join-before': (state) => stay(state.at === 0 ? state : joinNext(at(state, state.at - 1))),
  'join-next': (state) => stay(joinNext(state)),
  'put-back'(state) {
    const removed = state.removed!;
    const isLast = removed.last && state.at === state.items.length - 1 && state.buffer.text !== '';
    const place = state.at + (isLast ? 1 : 0);
    return stay(at(withItems(state, shaped(state.items.toSpliced(place, 0, removed.item))), place));
  },
  up: (state) => stay(at(state, state.at - 1)),
  down: (state) => stay(at(state, state.at + 1)),
};

/** The editor of a list: Enter makes the next item and, on an empty one, finishes. */
export const list: Field<ListState, ListAct> = {
  start(slot, value) {
    const strings = isStrings(value) ? value : [];
    const items = itemsOf(strings);
    return at(
      {
        kind: 'list',
        items: items.length > 0 ? items : [blank(0)],
        at: 0,
        buffer: bufferOf(''),
        ordered: slot.shape.form === 'list' && slot.shape.ordered,
        most: Math.max(slot.count?.max ?? Number.POSITIVE_INFINITY, strings.length),
        removed: null,
      },
      0,
    );
  },
  keys: KEYS,
  acts: ACTS,
  edit,
  value: ({ items }) => {
    const value = listValue(items);
    return value.length > 0 ? value : null;
  },
  problem: ({ items, most }) => (listValue(items).length > most ? messages.mostItems(most) : null),
};

/** Whether an arrow moves to another item: at the first or last row of the text, if there is another item. */
function goesTo({ state, room }: Now, by: 1 | -1): boolean {
  return state.items[state.at + by] !== undefined && moveRows(state.buffer, by, textWidth(state, room)) === null;
}

function textWidth(state: ListState, { width }: Room): number {
  return Math.max(1, width - 2 - numberWidth(state) - 2 * state.items[state.at]!.depth);
}

/** The cells before an item's text that hold its number, `1. `; 0 if the list is not numbered. */
export function numberWidth({ ordered, items }: ListState): number {
  return ordered ? `${items.filter(({ depth }) => depth === 0).length}. `.length : 0;
}

function edit(state: ListState, press: TextPress | TextAct, room: Room): Step<ListState> {
  if (typeof press !== 'string' && press.kind === 'paste' && /[\r\n]./.test(press.text))
    return stay(paste(state, cleanPaste(press.text)));
  const buffer = editText(state.buffer, press, { width: textWidth(state, room), lines: false });
  return buffer ? stay(withBuffer(state, buffer)) : unhandled(state);
}

function blank(depth: number): ListItem {
  return { depth, lead: null, text: '' };
}

function at(state: ListState, index: number, place?: number): ListState {
  const buffer = bufferOf(state.items[index]!.text, state.buffer.killed);
  return { ...state, at: index, buffer: place === undefined ? buffer : withCursor(buffer, place) };
}

function withItems(state: ListState, items: readonly ListItem[]): ListState {
  return { ...state, items };
}

function written(state: ListState, text: string): ListState {
  return withItems(state, state.items.toSpliced(state.at, 1, { ...state.items[state.at]!, text }));
}

function withBuffer(state: ListState, buffer: TextBuffer): ListState {
  const removed = buffer.killing ? null : state.removed;
  return { ...(buffer.text === state.buffer.text ? state : written(state, buffer.text)), buffer, removed };
}

function joinNext(state: ListState): ListState {
  const next = state.items[state.at + 1];
  if (!next) return state;
  const place = state.items[state.at]!.text.length;
  const joined = written(state, state.items[state.at]!.text + next.text);
  return at(withItems(joined, joined.items.toSpliced(state.at + 1, 1)), state.at, place);
}

/** Indents or outdents an item with all below it. The first is at the top, others at most one level below the last. */
function deepen(state: ListState, by: number): ListState {
  const item = state.items[state.at]!;
  const most = state.at === 0 ? 0 : Math.min(DEEPEST, state.items[state.at - 1]!.depth + 1);
  const change = Math.max(0, Math.min(most, item.depth + by)) - item.depth;
  if (change === 0) return state;
  const end = endOf(state.items, state.at);
  const moved = state.items.slice(state.at, end).map((one) => atDepth(one, one.depth + change));
  return withItems(state, state.items.toSpliced(state.at, moved.length, ...moved));
}

/** Swaps an item with its neighbour at the same depth, with all below them. */
function move(state: ListState, by: -1 | 1): ListState {
  const { items } = state;
  const { depth } = items[state.at]!;
  const end = endOf(items, state.at);
  let other = by > 0 ? end : state.at - 1;
  while (by < 0 && other >= 0 && items[other]!.depth > depth) other--;
  if (items[other]?.depth !== depth) return state;
  const [first, second] = by > 0 ? [state.at, end] : [other, state.at];
  const last = endOf(items, second);
  const swapped = [...items.slice(second, last), ...items.slice(first, second)];
  const to = by > 0 ? first + last - second : first;
  return { ...state, items: items.toSpliced(first, swapped.length, ...swapped), at: to };
}

/** The index after the items below an item. */
function endOf(items: readonly ListItem[], index: number): number {
  let end = index + 1;
  while (end < items.length && items[end]!.depth > items[index]!.depth) end++;
  return end;
}

/** Raises items that are more than one level deeper than the item before them. */
function shaped(items: readonly ListItem[]): ListItem[] {
  const found: ListItem[] = [];
  for (const item of items) {
    const most = found.length === 0 ? 0 : found.at(-1)!.depth + 1;
    found.push(item.depth > most ? atDepth(item, most) : item);
  }
  return found;
}

function atDepth(item: ListItem, depth: number): ListItem {
  return { ...item, depth: Math.min(DEEPEST, depth), lead: null };
}

function paste(state: ListState, text: string): ListState {
  const { depth } = state.items[state.at]!;
  const [first, ...rest] = pastedItems(text, depth);
  if (!first) return state;
  const begun = withBuffer(state, insert(state.buffer, first.text));
  const items = begun.items.toSpliced(state.at + 1, 0, ...rest);
  return at(withItems(begun, items), state.at + rest.length);
}
