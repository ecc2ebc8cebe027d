import type { Document } from '../../markdown/document.ts';
import type { Range, Splice } from '../../text/range.ts';
import { eolNear } from '../../text/source.ts';

/** A plain text as a YAML scalar: bare where YAML reads it back as it is, else in double quotes. */
export function yamlScalar(value: string, quoted: string): string {
  const oneLine = value.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  const mustQuote =
    oneLine === '' || /^[\s\-?:,[\]{}#&*!|>'"%@`]/.test(oneLine) || /:(?:\s|$)|\s#|["\\]$/.test(oneLine);
  if (quoted === "'") return `'${oneLine.replace(/'/g, "''")}'`;
  if (!mustQuote && quoted !== '"') return oneLine;
  return `"${oneLine.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
}

/** The splice that replaces the value of a front-matter key; the quotes of the old value are kept. */
export function replaceKey(document: Document, range: Range, value: string): Splice {
  const { text } = document;
  const old = text.slice(range.start, range.end);
  const quoted = /^(["']).*\1$/s.exec(old)?.[1] ?? '';
  const list = /^\[.*\]$/s.test(value);
  const space = range.start === range.end && text[range.start - 1] === ':' ? ' ' : '';
  return { start: range.start, end: range.end, text: space + (list ? value : yamlScalar(value, quoted)) };
}

/** The splice that adds a key as the last line of the front matter, making one where there is none. */
export function addKey(document: Document, key: string, value: string): Splice {
  const { text, frontMatter } = document;
  const line = `${key}: ${yamlScalar(value, '')}`;
  if (!frontMatter) {
    const eol = eolNear(text, 0);
    return { start: 0, end: 0, text: `---${eol}${line}${eol}---${eol}${text === '' ? '' : eol}` };
  }
  const at = frontMatter.yaml.end;
  return { start: at, end: at, text: line + eolNear(text, at - 1) };
}
