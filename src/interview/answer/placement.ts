import { parse } from 'yaml';
import { cellText } from '../../judge/item-text.ts';
import type { Document } from '../../markdown/document.ts';
import type { Shape } from '../../template/slot.ts';
import { readTitle } from '../../template/title.ts';
import { onOneLine } from '../../text/printable.ts';
import type { Range, Splice } from '../../text/range.ts';
import { type Eol, eolNear, lineStartAt, withEol } from '../../text/source.ts';

/** The text as lines of a place: each line after the first follows `prefix`, and all end with `eol`. */
export function withPrefix(markdown: string, prefix: string, eol: Eol): string {
  return markdown.replace(
    /(?:\r\n|\n|\r)(?=([^\r\n]?))/g,
    (_, next: string) => eol + (next === '' ? prefix.trimEnd() : prefix),
  );
}

/** A text for the line of a label or heading, replacing a range of the spec. */
export function inlineText(text: string, range: Range, shape: Shape, value: string): string {
  if (shape.form === 'heading') return headingContent(value.trim(), text.slice(range.start, range.end));
  if (isInRow(text, range, shape)) return cellText(value) + (text[range.end] === '|' ? ' ' : '');
  return isBesideOthers(text, range) ? onOneLine(value.trim()).replace(/(?<=\s)\|(?=\s)/g, '\\|') : value.trim();
}

/** Whether the value of a label in a table row of the template is in a row of the spec, too. */
function isInRow(text: string, { start }: Range, shape: Shape): boolean {
  const before = text.slice(lineStartAt(text, start), start);
  return shape.form === 'label' && shape.place === 'row' && before.includes('|');
}

/** Whether the value shares its line with others (`Version: 1 | Status: Draft`), so that a bar would begin another. */
export function isBesideOthers(text: string, { start, end }: Range): boolean {
  const before = /[^\r\n]*$/.exec(text.slice(Math.max(0, start - 500), start))![0];
  const after = /^[^\r\n]*/.exec(text.slice(end, end + 500))![0];
  return before.includes(' | ') || /^\s*\|\s/.test(after);
}

/** A heading with its number; signs at its end that Markdown would remove are escaped. */
function headingContent(title: string, current: string): string {
  const { number } = readTitle(current);
  const numbered = readTitle(title).number === '' ? number + title : title;
  return numbered.replace(/(^|[ \t])(#+)$/, '$1\\$2');
}

/** The splice that inserts blocks at an offset (start or end of a line), with a blank line on either side. */
export function setApart(text: string, at: number, blocks: string): Splice {
  const eol = eolNear(text, Math.max(0, at - 1));
  const before = text.slice(0, at);
  const rest = text.slice(at);
  const open =
    before.trim() === '' ? 0 : 2 - breaks(/(?:[ \t]*(?:\r\n|\n|\r)){0,2}[ \t]*$/.exec(before.slice(-200))![0]);
  const close =
    rest.trim() !== ''
      ? 2 - breaks(/^(?:[ \t]*(?:\r\n|\n|\r)){0,2}/.exec(rest)![0])
      : rest === '' && (before === '' || /[\r\n]$/.test(before))
        ? 1
        : 0;
  return { start: at, end: at, text: eol.repeat(open) + withEol(blocks, eol) + eol.repeat(close) };
}

function breaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** A text as a YAML scalar: plain if YAML reads it back unchanged, else in quotes, preferably `quote`. */
function yamlScalar(value: string, quote: string, inList = false): string {
  const text = value.trim();
  const plain = !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text);
  if (quote === "'" && plain) return `'${text.replace(/'/g, "''")}'`;
  if (quote !== '"' && plain && readsBack(text, inList)) return text;
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function readsBack(text: string, inList: boolean): boolean {
  try {
    const read: unknown = parse(inList ? `[${text}]` : `key: ${text}`, { logLevel: 'error' });
    const list = inList ? (read as unknown[]) : [(read as { key: unknown }).key];
    return list.length === 1 && list[0] !== null && String(list[0]) === text;
  } catch {
    return false;
  }
}

/** The splice that replaces the value of a front-matter key, in its present quotes or list form. */
export function replaceKey({ text }: Document, range: Range, value: string | readonly string[]): Splice {
  const old = text.slice(range.start, range.end);
  const space = range.start === range.end && text[range.start - 1] === ':' ? ' ' : '';
  const scalar = (one: string) => yamlScalar(one, /^(["']).*\1$/s.exec(old)?.[1] ?? '');
  return {
    start: range.start,
    end: range.end,
    text: space + (typeof value === 'string' ? scalar(value) : listText(text, range, value)),
  };
}

/** The splice that adds a key as the last line of the front matter, which is created if needed. */
export function addKey({ text, frontMatter }: Document, key: string, value: string | readonly string[]): Splice {
  const line = `${key}: ${typeof value === 'string' ? yamlScalar(value, '') : flowList(value)}`;
  if (!frontMatter) {
    const eol = eolNear(text, 0);
    return { start: 0, end: 0, text: `---${eol}${line}${eol}---${eol}${text === '' ? '' : eol}` };
  }
  const at = frontMatter.yaml.end;
  return { start: at, end: at, text: line + eolNear(text, at - 1) };
}

/** A list below its key, one item a line, if there is one; else in brackets. */
function listText(text: string, range: Range, items: readonly string[]): string {
  const start = lineStartAt(text, range.start);
  const before = text.slice(start, range.start);
  if (!/^- /.test(text.slice(range.start, range.end)) || before.trim() !== '') return flowList(items);
  return items.map((item) => `- ${yamlScalar(item, '')}`).join(eolNear(text, range.start) + before);
}

function flowList(items: readonly string[]): string {
  return `[${items.map((item) => yamlScalar(item, '', true)).join(', ')}]`;
}
