import { readSpec } from '../judge/read.ts';
import { isGap, type Reading, type SectionReading } from '../judge/reading.ts';
import { plainTitle } from '../markdown/inline.ts';
import { type Lead, leadsOf } from '../markdown/leads.ts';
import type { Template } from '../template/template.ts';
import { readTitle } from '../template/title.ts';
import { words } from '../text/fold.ts';
import { lineStartAt } from '../text/lines.ts';
import { applySplices, type Splice } from '../text/range.ts';
import { levelBelow } from './answer/insert-section.ts';

/** One step from the form of an earlier template to that of today. */
export interface UpgradeStep {
  /** The id of the section that it is about. */
  id: string;
  /** The line on which it begins, from 1. */
  line: number;
  kind: 'renamed' | 'bold text to heading';
  /** The title in the spec, and in the template. */
  from: string;
  to: string;
}

/** What brings a spec to the form of its template. */
export interface Upgrade {
  /** In document order. */
  steps: UpgradeStep[];
  /** The text after them. */
  text: string;
}

/**
 * Brings a spec's text to the form of its template, step by step; `takes` says which steps are taken. No step changes a
 * word of the author's: one that would lose an answer is left out. The lines of the steps count in the text as given.
 * Raises Problem `too-deep` as readDocument does.
 */
export function upgrade(
  text: string,
  template: Template,
  takes: (step: UpgradeStep) => boolean = () => true,
): Upgrade {
  const lines = new Map(readSpec(text, template).sections.map(({ id, line }) => [id, line]));
  const steps: UpgradeStep[] = [];
  const met = new Set<string>();
  let result = text;
  for (;;) {
    const reading = readSpec(result, template);
    // The last one first: what has become a heading takes in what follows it.
    const [section] = reading.sections
      .filter(({ id, drift }) => drift && !met.has(id))
      .sort((a, b) => (b.line ?? 0) - (a.line ?? 0));
    if (!section) return { steps: steps.reverse(), text: result };
    met.add(section.id);
    const change = changeFor(reading, section);
    if (!change) continue;
    const next = applySplices(result, [change.splice]);
    const step = { ...change.step, line: lines.get(section.id) ?? change.step.line };
    if (!isSafe(reading, next, step) || !takes(step)) continue;
    steps.push(step);
    result = next;
  }
}

/** A step, and what it replaces. */
interface Change {
  step: UpgradeStep;
  splice: Splice;
}

function changeFor(reading: Reading, { id, section, found, lead, line }: SectionReading): Change | null {
  const { text } = reading.document;
  const to = section.title.slice(readTitle(section.title).number.length);
  if (found?.heading) {
    const from = readTitle(found.title);
    const { content } = found.heading;
    const start =
      content.start +
      (text.slice(content.start, content.end).startsWith(from.number) ? from.number.length : 0);
    const step = {
      id,
      line: line ?? 1,
      kind: 'renamed' as const,
      from: from.plain,
      to: plainTitle(to),
    };
    return { step, splice: { start, end: content.end, text: to } };
  }
  const standing = lead && leadsOf(reading.document).find(({ start }) => start === lead.start);
  if (!standing) return null;
  const level = Math.min(6, levelBelow(reading, section, standing.section));
  const step = {
    id,
    line: line ?? 1,
    kind: 'bold text to heading' as const,
    from: standing.title,
    to: plainTitle(to),
  };
  return { step, splice: headingFor(text, standing, `${'#'.repeat(level)} ${to}`) };
}

/** Puts a heading in place of a bold text, and what is nested in its item below it. */
function headingFor(text: string, { start, after, item, parts }: Lead, heading: string): Splice {
  const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const from = lineStartAt(text, start);
  const before = text.slice(0, from);
  const isBehindBlank = from === 0 || /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(before);
  // The blocks that follow a paragraph, or an item without any of its own, stay where they are.
  const to = item?.end ?? after;
  const nested = parts.some((part) => part.start < to) || !item;
  const body = nested ? dedented(text.slice(after, to), item?.indent ?? 0) : '';
  const rest = text.slice(to);
  const gap = /^[ \t]*(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r|$)/.test(rest) || rest.trim() === '' ? '' : newline;
  const lines = [heading, ...(body === '' ? [] : ['', body])].join(newline);
  const follows = item ? gap : /^[ \t]*\S/.test(rest) ? `${newline}${newline}` : gap;
  const skipped = item ? 0 : /^[ \t]*/.exec(rest)![0].length;
  return {
    start: from,
    end: to + skipped,
    text: `${isBehindBlank ? '' : newline}${lines}${follows}`,
  };
}

/**
 * What follows a bold text, as text below a heading: without the indentation of its item, and without what all of its
 * lines have in common beyond that, unless that makes them code.
 */
function dedented(text: string, columns: number): string {
  const [rest = '', ...lines] = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const outdented = lines.map((line) => withoutColumns(line, columns));
  const indents = outdented.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length);
  const shared = rest.trim() === '' ? Math.min(...indents) : 0;
  const body = [
    rest.trimStart(),
    ...outdented.map((line) => (shared < CODE ? withoutColumns(line, shared) : line)),
  ];
  return body
    .join('')
    .replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/, '')
    .replace(/[\r\n]+$/, '');
}

/** Lines that are indented by so many columns are code. */
const CODE = 4;

/** A line without so many columns of indentation; a tab that reaches beyond them leaves blanks. */
function withoutColumns(line: string, columns: number): string {
  let [at, width] = [0, 0];
  while (width < columns && (line[at] === ' ' || line[at] === '\t')) {
    width += line[at] === '\t' ? 4 - (width % 4) : 1;
    at++;
  }
  return ' '.repeat(Math.max(0, width - columns)) + line.slice(at);
}

/** Whether a step keeps every word but those of the titles, opens no gap, and leaves no drift of its own. */
function isSafe(
  { document, slots, template }: Reading,
  text: string,
  { id, from, to }: UpgradeStep,
): boolean {
  const after = readSpec(text, template);
  const open = new Set(slots.filter(isGap).map((slot) => slot.id));
  return (
    after.slots.every((slot) => !isGap(slot) || open.has(slot.id)) &&
    !after.sections.some((section) => section.id === id && section.drift) &&
    sameWords(document.text, from, text, to)
  );
}

function sameWords(before: string, from: string, after: string, to: string): boolean {
  const count = (text: string, less: string) => {
    const counts = new Map<string, number>();
    for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const word of words(less)) counts.set(word, (counts.get(word) ?? 0) - 1);
    return JSON.stringify([...counts].filter(([, times]) => times !== 0).sort());
  };
  return count(before, from) === count(after, to);
}
