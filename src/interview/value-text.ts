import { isRows, isTasks } from '../judge/values.ts';
import type { Column, Slot, SlotKind, Value } from '../template/slot.ts';
import { isStrings } from '../text/group.ts';
import { onOneLine } from '../text/printable.ts';
import { pastedRows } from './rows.ts';

/** The extensions by which editors know languages that fences name in another way. */
const EXTENSIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'c#': 'cs',
    'c++': 'cpp',
    csharp: 'cs',
    clojure: 'clj',
    console: 'sh',
    elixir: 'ex',
    erlang: 'erl',
    'f#': 'fs',
    fsharp: 'fs',
    golang: 'go',
    haskell: 'hs',
    javascript: 'js',
    kotlin: 'kt',
    markdown: 'md',
    mermaid: 'mmd',
    'objective-c': 'm',
    perl: 'pl',
    plaintext: 'txt',
    plantuml: 'puml',
    powershell: 'ps1',
    protobuf: 'proto',
    python: 'py',
    ruby: 'rb',
    rust: 'rs',
    shell: 'sh',
    terraform: 'tf',
    text: 'txt',
    typescript: 'ts',
  }),
);

/** The extension of a file with a slot's value: that of a code's language, else `md`. */
export function extensionFor({ kind, language }: Slot): string {
  if (kind !== 'code') return 'md';
  const name = language.toLowerCase();
  return EXTENSIONS.get(name) ?? (name.replace(/[^a-z0-9]/g, '') || 'txt');
}

/** A value as text for an editor; a list, table or checklist as Markdown. */
export function valueText(slot: Slot, value: Value | null): string {
  if (value === null) return slot.kind === 'table' ? tableText(slot.columns, []) : '';
  if (typeof value === 'string') return `${value}\n`;
  return slot.kind === 'table' ? tableText(slot.columns, value as string[][]) : textOfAny(value);
}

/** Untrusted data as text for a reader, whatever slot it was typed for: as Markdown, or as JSON if it is no value. */
export function textOfAny(data: unknown): string {
  if (typeof data === 'string') return data;
  if (isStrings(data)) return data.map((item) => `- ${item.replaceAll('\n', '\n  ')}\n`).join('');
  if (isRows(data)) return data.map(rowText).join('');
  if (isTasks(data)) return data.map(({ text, done }) => `- [${done ? 'x' : ' '}] ${text}\n`).join('');
  return JSON.stringify(data ?? '');
}

/** The value of a slot in an edited text; null if it has none. */
export function valueFromText(slot: Slot, text: string): Value | null {
  const body = text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  if (body === '') return null;
  switch (slot.kind) {
    case 'table':
      return pastedRows(body, slot.columns) ?? [[body]];
    case 'checklist':
      return body
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => {
          const [, box, rest] = /^\s*(?:[-*+]\s+)?(?:\[([ xX])\]\s+)?(.*)$/.exec(line)!;
          return { text: rest!.trim(), done: box !== undefined && box !== ' ' };
        });
    case 'list':
    case 'choices':
      return nested(body);
    case 'paragraph':
    case 'code':
      return body;
    default:
      return onOneLine(body);
  }
}

function nested(body: string): string[] {
  return listValue(pastedItems(body, 0));
}

function tableText(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const titles = columns.map(({ title }) => title);
  return [titles, titles.map(() => '---'), ...rows].map(rowText).join('');
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
}

/** Untrusted data as a value of a kind of slot; null if it has another shape. */
export function asValue(kind: SlotKind, data: unknown): Value | null {
  switch (kind) {
    case 'list':
    case 'choices':
      return isStrings(data) ? data : null;
    case 'table':
      return isRows(data) ? data : null;
    case 'checklist':
      return isTasks(data) ? data.map(({ text, done }) => ({ text, done })) : null;
    default:
      return typeof data === 'string' ? data : null;
  }
}

/** An item of a list being edited; an item below another has a greater depth. */
export interface ListItem {
  depth: number;
  /** The indentation and marker of a sub-item as it was read; null for a new or moved one. */
  lead: string | null;
  text: string;
}

const SUB_ITEM = /^([ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)(.*)$/;

/** A list slot's value as items. An item's indented sub-list becomes deeper items. */
export function itemsOf(value: readonly string[]): ListItem[] {
  const items: ListItem[] = [];
  for (const whole of value) {
    const [first = '', ...rest] = whole.replace(/\r\n?/g, '\n').split('\n');
    items.push({ depth: 0, lead: null, text: first });
    const indents: number[] = [];
    for (const line of rest) {
      const sub = SUB_ITEM.exec(line);
      if (!sub) {
        items.at(-1)!.text += `\n${line}`;
        continue;
      }
      const indent = sub[1]!.length;
      while (indents.length > 0 && indents.at(-1)! >= indent) indents.pop();
      indents.push(indent);
      items.push({ depth: indents.length, lead: sub[1]! + sub[2]!, text: sub[3]! });
    }
  }
  return items;
}

/** The value of a list of items, without empty ones; sub-items become a list below their item's own text. */
export function listValue(items: readonly ListItem[]): string[] {
  const value: string[] = [];
  let base = '';
  for (const { depth, lead, text } of items) {
    if (text.trim() === '') continue;
    if (depth === 0 || value.length === 0) {
      value.push(text.trim());
      base = '';
      continue;
    }
    if (depth === 1 && lead !== null) base = /^[ \t]*/.exec(lead)![0];
    const own = lead ?? `${base}${'  '.repeat(depth - 1)}- `;
    value[value.length - 1] += `\n${own}${text.trim()}`;
  }
  return value;
}

/** Pasted lines as items, without markers and boxes; their indentation becomes depth below `depth`. */
export function pastedItems(text: string, depth: number): ListItem[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const least = Math.min(...lines.map((line) => /^[ \t]*/.exec(line)![0].length));
  const indents: number[] = [];
  return lines.map((line) => {
    const [, space = '', body = ''] = /^([ \t]*)(.*)$/.exec(line)!;
    const indent = space.length - least;
    while (indents.length > 0 && indents.at(-1)! > indent) indents.pop();
    if (indents.at(-1) !== indent) indents.push(indent);
    const bare = body.replace(/^(?:[-*+•]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/, '').trimEnd();
    return { depth: depth + indents.length - 1, lead: null, text: bare };
  });
}
