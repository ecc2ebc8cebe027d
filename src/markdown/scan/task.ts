import type { Item, Paragraph } from '../blocks.ts';

/** The box with which a paragraph, the first in its item, makes that item a task (GFM 5.3), or null. */
export function taskBox(text: string, paragraph: Paragraph): Item['task'] {
  const { start } = paragraph;
  const { end } = paragraph.lines[0]!;
  if (end - start < 3 || text[start] !== '[' || text[start + 2] !== ']') return null;
  const sign = text[start + 1]!;
  if (!' \txX'.includes(sign)) return null;
  const box = { start, end: start + 3 };
  const done = sign === 'x' || sign === 'X';
  // Something must follow, set apart by space.
  const more = paragraph.lines.length > 1;
  if (box.end === end) return more ? { box, done } : null;
  if (text[box.end] !== ' ' && text[box.end] !== '\t') return null;
  return more || text.slice(box.end, end).trim() !== '' ? { box, done } : null;
}
