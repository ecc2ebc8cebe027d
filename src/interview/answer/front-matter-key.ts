import { parse } from 'yaml';
import type { Document } from '../../markdown/document.ts';
import { lineStartAt } from '../../text/lines.ts';
import type { Range, Splice } from '../../text/range.ts';
import { eolNear } from '../../text/source.ts';

/** A text as a YAML scalar: bare where YAML reads it back as it is written, else in quotes; `quote` is the sign wanted. */
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

/** The splice that replaces the value of a front-matter key, in the quotes or the form of list that stand there. */
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

/** The splice that adds a key as the last line of the front matter, making one where there is none. */
export function addKey(
  { text, frontMatter }: Document,
  key: string,
  value: string | readonly string[],
): Splice {
  const line = `${key}: ${typeof value === 'string' ? yamlScalar(value, '') : flowList(value)}`;
  if (!frontMatter) {
    const eol = eolNear(text, 0);
    return { start: 0, end: 0, text: `---${eol}${line}${eol}---${eol}${text === '' ? '' : eol}` };
  }
  const at = frontMatter.yaml.end;
  return { start: at, end: at, text: line + eolNear(text, at - 1) };
}

/** A list below its key, one item a line, where one stands there; else in brackets. */
function listText(text: string, range: Range, items: readonly string[]): string {
  const start = lineStartAt(text, range.start);
  const before = text.slice(start, range.start);
  if (!/^- /.test(text.slice(range.start, range.end)) || before.trim() !== '') return flowList(items);
  return items.map((item) => `- ${yamlScalar(item, '')}`).join(eolNear(text, range.start) + before);
}

function flowList(items: readonly string[]): string {
  return `[${items.map((item) => yamlScalar(item, '', true)).join(', ')}]`;
}
