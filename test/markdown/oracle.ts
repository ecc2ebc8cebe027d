import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Block } from '../../src/markdown/blocks.ts';
import { scanBlocks } from '../../src/markdown/scan.ts';

const remark = unified().use(remarkParse).use(remarkGfm).freeze();

/** The blocks of a text as remark sees them, one line each with kind and range, nested ones indented. */
export function blocksOfRemark(text: string): string[] {
  const lines: string[] = [];
  const { children } = remark.parse(text) as Root;
  apart(text, children);
  for (const node of children) fromRemark(text, node, '', lines);
  return lines;
}

/** The blocks of a text as the scanner sees them, in the same form. */
export function blocksOfScan(text: string): string[] {
  const lines: string[] = [];
  allFromScan(text, scanBlocks(text), '', lines);
  return lines;
}

function fromRemark(text: string, node: Nodes, indent: string, lines: string[]): void {
  const start = node.position!.start.offset!;
  const end = node.position!.end.offset!;
  const say = (what: string, where = inner(text, start, end)) => lines.push(`${indent}${what} ${where}`);
  const nested = (children: Nodes[]) => {
    apart(text, children);
    for (const child of children) fromRemark(text, child, `${indent}  `, lines);
  };
  switch (node.type) {
    case 'heading':
      say(`heading ${node.depth}`);
      break;
    case 'thematicBreak':
      say('rule');
      break;
    case 'definition':
      say(`definition ${node.identifier}`);
      break;
    case 'html':
      say('html', outer(text, start, end));
      break;
    case 'code':
      // An indented one starts with its indentation.
      if (/[ \t]/.test(text[start]!)) say('code', withoutQuoteLines(text, start, end));
      else say(`fence ${body(node.value.split(/\r\n|\n|\r/))}`, outer(text, start, end));
      break;
    case 'table':
      say(`table ${node.align!.map(String).join()}`);
      for (const { position, children } of node.children) {
        const cells = children.map((cell) =>
          withoutPipes(text, cell.position!.start.offset!, cell.position!.end.offset!),
        );
        say(`  row ${cells.join()}`, inner(text, position!.start.offset!, position!.end.offset!));
      }
      break;
    case 'blockquote':
      say('quote', outer(text, start, end));
      nested(node.children);
      break;
    case 'footnoteDefinition':
      say(`footnote ${node.identifier}`, outer(text, start, end));
      nested(node.children);
      break;
    case 'list': {
      const loose = hasEmptyItem(node) ? '?' : node.spread || node.children.some(({ spread }) => spread);
      say(`list ${node.ordered ? node.start : '-'} ${loose}`, outer(text, start, end));
      nested(node.children);
      break;
    }
    case 'listItem':
      say(`item ${node.checked ?? '-'}`, outer(text, start, end));
      if (typeof node.checked === 'boolean') passBox(text, node.children, start);
      nested(node.children);
      break;
    default:
      say(node.type);
  }
}

function allFromScan(text: string, blocks: Block[], indent: string, lines: string[]): void {
  blocks.forEach((block, index) => {
    const onlyEnd = block.kind === 'heading' && block.setext && blocks[index - 1]?.kind === 'definition';
    const start = onlyEnd ? block.end : block.start;
    fromScan(text, { ...block, start }, indent, lines);
  });
}

function fromScan(text: string, block: Block, indent: string, lines: string[]): void {
  const { start, end } = block;
  const say = (what: string, where = inner(text, start, end)) => lines.push(`${indent}${what} ${where}`);
  const nested = (children: Block[]) => allFromScan(text, children, `${indent}  `, lines);
  switch (block.kind) {
    case 'heading':
      say(`heading ${block.level}`);
      break;
    case 'definition':
      say(`definition ${identifier(block.label)}`);
      break;
    case 'html':
      say('html', outer(text, start, end));
      break;
    case 'code':
      say('code', withoutQuoteLines(text, start, end));
      break;
    case 'fence': {
      const value = body(block.lines.map((line) => text.slice(line.start, line.end)));
      say(`fence ${value}`, outer(text, start, end));
      break;
    }
    case 'table':
      say(`table ${block.align.map(String).join()}`);
      for (const row of [block.head, ...block.rows]) {
        const cells = row.cells.map((cell) => (cell.start === cell.end ? 'empty' : inner(text, cell.start, cell.end)));
        say(`  row ${cells.join()}`, inner(text, row.start, row.end));
      }
      break;
    case 'quote':
      say('quote', outer(text, start, end));
      nested(block.children);
      break;
    case 'footnote':
      say(`footnote ${identifier(block.label)}`, outer(text, start, end));
      nested(block.children);
      break;
    case 'list':
      say(
        `list ${block.ordered ? block.first : '-'} ${hasEmptyItem(block) ? '?' : block.loose}`,
        outer(text, start, end),
      );
      nested(block.children);
      break;
    case 'item': {
      const { task } = block;
      say(`item ${task?.done ?? '-'}`, outer(text, start, end));
      nested(
        block.children.map((child) => (child.start === task?.box.start ? { ...child, start: child.start + 3 } : child)),
      );
      break;
    }
    default:
      say(block.kind);
  }
}

/**
 * A range without what the two report differently and nobody edits by: remark's indented code and HTML start with
 * their indentation, its paragraphs in tasks with the space behind the box; ends may hold space.
 */
function inner(text: string, start: number, end: number): string {
  let from = start;
  while (from < end && /\s/.test(text[from]!)) from++;
  let to = end;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return `${from}-${to}`;
}

/**
 * The same for what may end with lines that hold nothing but the marks of quotes: remark counts blank lines at the end
 * of an open fence or HTML block, and some of those at the end of a container.
 */
function outer(text: string, start: number, end: number): string {
  let to = end;
  while (to > start + 1 && /[\s>]/.test(text[to - 1]!)) to--;
  return inner(text, start, to);
}

/** The same for what may hold such marks as text on its last line. */
function withoutQuoteLines(text: string, start: number, end: number): string {
  const [blank] = /(?:[\r\n][\s>]*)?$/.exec(text.slice(start, end))!;
  return inner(text, start, end - blank.length);
}

/** The range of a cell's text: remark's cells hold the pipe before them, the last one also that behind it. */
function withoutPipes(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  if (text[from] === '|' && from < to) from++;
  while (from < to && /[ \t]/.test(text[from]!)) from++;
  const isSpace = () => /[ \t]/.test(text[to - 1]!);
  while (to > from && isSpace()) to--;
  if (to > from && text[to - 1] === '|' && !/\\(?:\\\\)*\|$/.test(text.slice(from, to))) to--;
  while (to > from && isSpace()) to--;
  return from === to ? 'empty' : `${from}-${to}`;
}

/** Whether a list has an empty item: remark counts the blank lines behind one as if they stood within the list. */
function hasEmptyItem(block: Nodes | Block): boolean {
  if (!('children' in block)) return false;
  const isItem = ('type' in block && block.type === 'listItem') || ('kind' in block && block.kind === 'item');
  return (isItem && block.children.length === 0) || block.children.some(hasEmptyItem);
}

/** A fence's lines: without the indentation of which a tab may be given up in part, and without empty ones at the end. */
function body(lines: string[]): string {
  return JSON.stringify(
    lines
      .map((line) => line.trim())
      .join('\n')
      .trimEnd(),
  );
}

/**
 * Sets blocks apart that remark lets overlap: an item whose last fence or HTML has no end reaches into the next item; a
 * setext heading may start with the definitions before it, so that behind a definition only its end is compared.
 */
function apart(text: string, nodes: Nodes[]): void {
  nodes.forEach((node, index) => {
    const { end } = node.position!;
    const next = nodes[index + 1];
    if (!next?.position) return;
    const { start } = next.position;
    const setext = next.type === 'heading' && /[\r\n]/.test(text.slice(start.offset, next.position.end.offset));
    if (node.type === 'definition' && setext) next.position.start = next.position.end;
    else if (end.offset! > start.offset!) node.position!.end = start;
  });
}

/** A task's paragraph starts behind its box, but in remark with the box where what follows is no plain text. */
function passBox(text: string, children: Nodes[], itemStart: number): void {
  const { start } = children.find(({ type }) => type === 'paragraph')!.position!;
  if (!text.slice(itemStart, start.offset).includes('[')) start.offset! += 3;
}

function identifier(label: string): string {
  return label
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();
}
