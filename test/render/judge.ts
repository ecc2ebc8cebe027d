import type { Nodes } from 'mdast';
import type { Line } from '../../src/render/line.ts';
import { plainLine } from '../../src/render/line.ts';
import { parseTree } from '../../src/render/tree.ts';
import { cellWidth } from '../../src/text/cells.ts';
import { printable } from '../../src/text/printable.ts';

/** What is wrong with a rendering. */
export interface Faults {
  /** Lines wider than asked. */
  wide: string[];
  /** Words of the document that the lines do not show, or less often. */
  lost: string[];
  /** Lines with a character that a terminal would act on. */
  unsafe: string[];
}

const UNSAFE = /[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

/** Holds the plain lines of a rendering of `text` to what the document says; front matter is given apart. */
export function judge(text: string, frontMatter: string, lines: readonly string[], width: number): Faults {
  const shown = countWords(lines.join('\n'), width);
  const lost: string[] = [];
  for (const [word, count] of countWords(`${frontMatter}\n${visibleText(text)}`, width)) {
    const missing = count - (shown.get(word) ?? 0);
    if (missing > 0) lost.push(missing > 1 ? `${word} ×${missing}` : word);
  }
  return {
    wide: lines.filter((line) => cellWidth(line) > width),
    lost,
    unsafe: lines.filter((line) => UNSAFE.test(line)),
  };
}

/** The plain text of lines. */
export function plain(lines: readonly Line[]): string[] {
  return lines.map(plainLine);
}

/**
 * How often each word and each letter occurs. Words of more than `width` / 4 cells may be broken where a line or a
 * column is narrower; they and CJK count by their letters.
 */
function countWords(text: string, width: number): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  const longest = Math.min(20, width / 4);
  for (const [word] of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu))
    if (word.length > 1 && word.length < longest && !UNSPACED.test(word)) add(word);
  for (const letter of text.replace(/[^\p{L}\p{N}]/gu, '')) add(letter);
  return counts;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const ALERT = /\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/gi;
const titled = (_: string, name: string) => name[0]!.toUpperCase() + name.slice(1).toLowerCase();

/** The text that a reader of a Markdown document sees, comments and tags that stand for nothing included. */
function visibleText(text: string): string {
  const found: string[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'html')
      found.push(node.value.replace(/<!--|-->|<\/?(?:br|details|summary)(?:\s[^>]*)?\/?>/gi, ' '));
    else if (node.type === 'text') found.push(node.value.replace(ALERT, titled));
    else if (node.type === 'inlineCode' || node.type === 'code') found.push(node.value);
    else if (node.type === 'image' || node.type === 'imageReference') found.push(node.alt ?? '');
    else if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition')
      found.push(` ${node.label ?? ''} `);
    else if (node.type === 'break') found.push('\n');
    if ('children' in node) {
      const inline = ['paragraph', 'heading', 'tableCell'].includes(node.type);
      for (const child of node.children) visit(child);
      if (inline) found.push('\n');
      if (node.type === 'tableCell') found.push(' ');
    } else if (node.type === 'html' || node.type === 'code') found.push('\n');
  };
  visit(parseTree(text));
  return printable(found.join(''));
}
