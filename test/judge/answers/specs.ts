import { answerAll } from '../../../src/interview/answer.ts';
import { readMark } from '../../../src/judge/mark.ts';
import { readSpec } from '../../../src/judge/read.ts';
import { isGap } from '../../../src/judge/reading.ts';
import { readDocument } from '../../../src/markdown/document.ts';
import type { Slot, Value } from '../../../src/template/slot.ts';
import type { Template } from '../../../src/template/template.ts';
import { readTitle } from '../../../src/template/title.ts';
import { applySplices, type Splice } from '../../../src/text/range.ts';

/** Ways in which authors write the same spec otherwise. */
export const CHANGES = {
  crlf: (text: string) => text.replace(/\n/g, '\r\n'),
  cr: (text: string) => text.replace(/\r?\n/g, '\r'),
  unended: (text: string) => text.trimEnd(),
  unmarked: (text: string) => text.slice(0, readMark(text)?.start).trimEnd().concat('\n'),
  deeper: (text: string) =>
    headings(text, ({ level, line, title }) => {
      if (line.startsWith('#')) return level < 6 ? `#${line}` : line;
      return `${'#'.repeat(level + 1)} ${title}`;
    }),
  renumbered,
  setext: (text: string) =>
    headings(text, ({ level, line, title }) =>
      level <= 2 && /^[^\d]/.test(title)
        ? `${title}\n${(level === 1 ? '=' : '-').repeat(Math.max(3, title.length))}`
        : line,
    ),
  ruled: (text: string) =>
    headings(text, ({ level, line }, index) => (level === 2 && index > 1 ? `---\n\n${line}` : line)),
  starred: (text: string) => text.replace(/^- /gm, '* '),
} satisfies Record<string, (text: string) => string>;

interface HeadingLine {
  level: number;
  line: string;
  title: string;
}

function headings(text: string, write: (heading: HeadingLine, index: number) => string): string {
  const splices: Splice[] = [];
  for (const { heading, level, title } of readDocument(text).sections)
    if (heading) {
      const { start, end } = heading;
      splices.push({
        start,
        end,
        text: write({ level, title, line: text.slice(start, end) }, splices.length),
      });
    }
  return applySplices(text, splices);
}

function renumbered(text: string): string {
  const counts: number[] = [];
  return headings(text, ({ level, line, title }) => {
    if (level === 1) return line;
    counts.length = level - 1;
    counts[level - 2] = (counts[level - 2] ?? 0) + 1;
    for (let index = 0; index < level - 2; index++) counts[index] ??= 1;
    return `${'#'.repeat(level)} ${counts.join('.')}${level === 2 ? '.' : ''} ${title.slice(readTitle(title).number.length)}`;
  });
}

/** The text with its top sections in another order. */
export function reordered(text: string, random: () => number): string {
  const { root } = readDocument(text);
  const top = root.children.length === 1 ? root.children[0]!.children : root.children;
  const end = readMark(text)?.start ?? text.length;
  const parts = top.map((section) => `${text.slice(section.start, Math.min(section.end, end)).trimEnd()}\n\n`);
  if (parts.length === 0) return text;
  const mixed = parts.map((part) => ({ part, order: random() })).sort((a, b) => a.order - b.order);
  return text.slice(0, top[0]!.start) + mixed.map(({ part }) => part).join('') + text.slice(end);
}

/** The text without some of its sections. */
export function thinned(text: string, share: number, random: () => number): string {
  const { sections } = readDocument(text);
  const end = readMark(text)?.start ?? text.length;
  const cut: Splice[] = [];
  for (const section of sections) {
    if (section.level < 2 || random() >= share || cut.some((known) => section.start < known.end)) continue;
    cut.push({ start: section.start, end: Math.min(section.end, end), text: '' });
  }
  return applySplices(text, cut);
}

/** The text with some of its gaps answered. */
export function halfFilled(
  text: string,
  template: Template,
  share: number,
  random: () => number,
  answer: (slot: Slot) => Value,
): string {
  const gaps = readSpec(text, template).slots.filter((slot) => isGap(slot) && random() < share);
  const answers = gaps.map(({ id, slot }) => [id, { kind: 'value' as const, value: answer(slot) }] as const);
  return answerAll(text, template, new Map(answers));
}
