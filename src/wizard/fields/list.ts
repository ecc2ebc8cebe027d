import { itemsOf, type ListItem, listValue, pastedItems } from '../../interview/list-items.ts';
import { cleanPaste } from '../../text/printable.ts';
import { actFor, type KeyTable, type Press } from '../key.ts';
import { bufferOf, insert, moveTo, type TextBuffer } from '../text-buffer.ts';
import { editText } from '../text-keys.ts';
import { type Field, leave, type Room, type Step, stay, unhandled } from './field.ts';

/** A list being edited; `buffer` holds the text of the item at `at`. There is always an item. */
export interface ListState {
  kind: 'list';
  items: readonly ListItem[];
  at: number;
  buffer: TextBuffer;
  /** The item removed last, and whether it was the last one, until text is cut: what yank puts back. */
  removed: { item: ListItem; last: boolean } | null;
}

type ListAct = 'next' | 'remove' | 'move-up' | 'move-down' | 'indent' | 'outdent';

const KEYS: KeyTable<ListAct> = [
  { keys: ['enter'], act: 'next', label: 'next item', hint: 2 },
  { keys: ['ctrl+d'], act: 'remove', label: 'remove item', hint: 9 },
  { keys: ['alt+up'], act: 'move-up', label: 'move item up', hint: 9 },
  { keys: ['alt+down'], act: 'move-down', label: 'move item down' },
  { keys: ['alt+right'], act: 'indent', label: 'indent (or Space first)', hint: 10 },
  { keys: ['alt+left'], act: 'outdent', label: 'outdent (or Backspace first)' },
];

/** What begins an item in Markdown: a hand that types it means no more than an item. */
const MARKER = /^(?:[-*+•]|\d{1,3}[.)])$/;

/** How deep items may lie below one another. */
const DEEPEST = 5;

/** The editor of a list: Enter makes the next item, on an empty one it is done. */
export const list: Field<ListState> = {
  start(_slot, value) {
    const strings = Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
    const items = itemsOf(strings);
    return at(
      {
        kind: 'list',
        items: items.length > 0 ? items : [blank(0)],
        at: 0,
        buffer: bufferOf(''),
        removed: null,
      },
      0,
    );
  },
  press(state, press, room) {
    const act = actFor(KEYS, press);
    return act ? ACTS[act](state) : type(state, press, room);
  },
  value: ({ items }) => {
    const value = listValue(items);
    return value.length > 0 ? value : null;
  },
  problem: () => null,
  keys: [{ keys: ['tab'], act: 'done', label: 'done, next', hint: 1 }, ...KEYS],
  typed: true,
  lines: false,
};

const ACTS: Record<ListAct, (state: ListState) => Step<ListState>> = {
  next(state) {
    const { text, at: place } = state.buffer;
    const item = state.items[state.at]!;
    if (text.trim() === '') {
      if (item.depth > 0) return stay(deepen(state, -1));
      return leave(state);
    }
    const kept = written(state, text.slice(0, place).trimEnd());
    const next = { ...blank(item.depth), text: text.slice(place).trimStart() };
    return stay(at(withItems(kept, spliced(kept.items, state.at + 1, 0, next)), state.at + 1, 0));
  },
  remove(state) {
    const removed = { item: state.items[state.at]!, last: state.at === state.items.length - 1 };
    const left = shaped(spliced(state.items, state.at, 1));
    const items = left.length > 0 ? left : [blank(0)];
    return stay(at({ ...state, items, removed }, Math.min(state.at, items.length - 1)));
  },
  'move-up': (state) => stay(move(state, -1)),
  'move-down': (state) => stay(move(state, 1)),
  indent: (state) => stay(deepen(state, 1)),
  outdent: (state) => stay(deepen(state, -1)),
};

function type(state: ListState, press: Press, room: Room): Step<ListState> {
  const { buffer } = state;
  const item = state.items[state.at]!;
  if (press.kind === 'text' && press.text === ' ' && buffer.at === 0 && buffer.text !== ' ') {
    return stay(deepen(state, 1));
  }
  if (press.kind === 'text' && press.text === ' ' && MARKER.test(buffer.text.slice(0, buffer.at))) {
    const rest = { ...bufferOf(buffer.text.slice(buffer.at), buffer.killed), at: 0 };
    return stay(withBuffer(state, rest));
  }
  if (press.kind === 'paste' && /[\r\n]./.test(press.text)) return stay(paste(state, cleanPaste(press.text)));
  if (press.kind === 'chord') {
    if (press.chord === 'backspace' && buffer.at === 0) {
      if (item.depth > 0) return stay(deepen(state, -1));
      return state.at === 0 ? stay(state) : stay(joinNext({ ...at(state, state.at - 1) }));
    }
    if (press.chord === 'delete' && buffer.at === buffer.text.length) return stay(joinNext(state));
    if (press.chord === 'ctrl+y' && state.removed) {
      const isLast = state.removed.last && state.at === state.items.length - 1 && buffer.text !== '';
      const place = state.at + (isLast ? 1 : 0);
      const items = shaped(spliced(state.items, place, 0, state.removed.item));
      return stay(at(withItems(state, items), place));
    }
  }
  const width = Math.max(1, room.width - 2 - 2 * item.depth);
  const edited = editText(buffer, press, { width, lines: false });
  if (edited) return stay(withBuffer(state, edited));
  const by = press.kind === 'chord' ? { up: -1, 'ctrl+p': -1, down: 1, 'ctrl+n': 1 }[press.chord] : undefined;
  if (by === undefined || !state.items[state.at + by]) return unhandled(state);
  return stay(at(state, state.at + by));
}

function blank(depth: number): ListItem {
  return { depth, lead: null, text: '' };
}

function at(state: ListState, index: number, place?: number): ListState {
  const buffer = bufferOf(state.items[index]!.text, state.buffer.killed);
  return { ...state, at: index, buffer: place === undefined ? buffer : moveTo(buffer, place) };
}

function withItems(state: ListState, items: readonly ListItem[]): ListState {
  return { ...state, items };
}

function written(state: ListState, text: string): ListState {
  return withItems(state, spliced(state.items, state.at, 1, { ...state.items[state.at]!, text }));
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
  return at(withItems(joined, spliced(joined.items, state.at + 1, 1)), state.at, place);
}

/** An item, with all below it, may lie one deeper than the one before it; the first one lies at the top. */
function deepen(state: ListState, by: number): ListState {
  const item = state.items[state.at]!;
  const most = state.at === 0 ? 0 : Math.min(DEEPEST, state.items[state.at - 1]!.depth + 1);
  const change = Math.max(0, Math.min(most, item.depth + by)) - item.depth;
  if (change === 0) return state;
  const end = endOf(state.items, state.at);
  const moved = state.items.slice(state.at, end).map((one) => atDepth(one, one.depth + change));
  return withItems(state, spliced(state.items, state.at, moved.length, ...moved));
}

/** An item changes places with its neighbour at the same depth; what is below them goes along. */
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
  return { ...state, items: spliced(items, first, swapped.length, ...swapped), at: to };
}

/** Where what lies below an item ends. */
function endOf(items: readonly ListItem[], index: number): number {
  let end = index + 1;
  while (end < items.length && items[end]!.depth > items[index]!.depth) end++;
  return end;
}

/** Items that lie deeper than one below the one before them come up. */
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
  const items = spliced(begun.items, state.at + 1, 0, ...rest);
  return at(withItems(begun, items), state.at + rest.length);
}

function spliced<T>(items: readonly T[], index: number, gone: number, ...more: T[]): T[] {
  return [...items.slice(0, index), ...more, ...items.slice(index + gone)];
}
