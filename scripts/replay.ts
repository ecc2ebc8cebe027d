import { relative } from 'node:path';
import { gitHistory } from '../src/host/git.ts';
import { answerAll } from '../src/interview/answer.ts';
import { blankSpec } from '../src/interview/form.ts';
import { readSpec } from '../src/judge/read.ts';
import { isGap, type Reading, type SlotReading } from '../src/judge/reading.ts';
import { lineageOf, originals, wordingsOf } from '../src/template/lineage.ts';
import { readTemplate } from '../src/template/read-template.ts';
import type { Answer, Value } from '../src/template/slot.ts';
import type { Template, TemplateSection } from '../src/template/template.ts';
import { type Topic, topicsOf } from '../src/template/topics.ts';
import { wordSimilarity, words } from '../src/text/fold.ts';

/**
 * Replays the history of templates: for each change, a spec that was filled from the version before is judged by the
 * version after it. `npm run replay -- TEMPLATE…`, each a file in a git repository with its history.
 */
interface Count {
  changes: number;
  /** The required slots of the later version in sections of the earlier one, and how many are answered. */
  asked: number;
  answered: number;
  /** How many of them are judged missing. */
  missing: number;
  /** The same for a blank spec, and how many are gaps. */
  blank: number;
  seen: number;
}

/** Texts with this many equal words are one text. */
const SAME = 0.8;
const TELLING = 8;
const MOST_CHANGES = 200;

function count(path: string): Count {
  const total: Count = { changes: 0, asked: 0, answered: 0, missing: 0, blank: 0, seen: 0 };
  const versions = gitHistory(path).flatMap(({ text }) => read(text) ?? []);
  const topics = versions.map(({ text }) => topicsOf(text));
  for (const [at, after] of versions.slice(0, -1).entries()) {
    if (total.changes === MOST_CHANGES) break;
    const before = versions[at + 1]!;
    if (before.text === after.text) continue;
    total.changes++;
    judge(before, withHistory(after, [topics[at]!, topics[at + 1]!], before), total, path);
  }
  return total;
}

function read(text: string): Template[] | null {
  try {
    return [readTemplate(text, { id: 'template', flow: null })];
  } catch {
    return null;
  }
}

function withHistory(template: Template, topics: Topic[][], before: Template): Template {
  return { ...template, isOriginal: originals(wordingsOf(before.text)), lineage: lineageOf(topics) };
}

function judge(before: Template, after: Template, total: Count, path: string): void {
  const blank = blankSpec(before, 'template');
  const filled = fill(blank, before);
  const slots = (reading: Reading) => reading.slots.filter((slot) => slot.required && stoodBefore(slot, before, after));
  for (const slot of slots(readSpec(filled, after))) {
    total.asked++;
    if (!isGap(slot)) total.answered++;
    else if (slot.state === 'missing') total.missing++;
    if (isGap(slot) && process.env.SHOW) console.log(`${path}: ${slot.id}: ${slot.state} ${slot.rule} ${slot.text}`);
  }
  for (const slot of slots(readSpec(blank, after))) {
    total.blank++;
    if (isGap(slot)) total.seen++;
    else if (process.env.SHOW) console.log(`${path}: ${slot.id}: not seen ${slot.rule} ${slot.text}`);
  }
}

/** Whether the earlier version has the slot: in a section with the same path or text. */
function stoodBefore({ slot }: SlotReading, before: Template, after: Template): boolean {
  if (before.slots.some(({ id, required }) => required && id === slot.id)) return true;
  const section = after.sections.find(({ id }) => id === slot.section);
  const own = section && ownWords(section, after);
  if (!own || own.length < TELLING || section.slots.length !== 1) return false;
  return before.sections.some(
    (other) => other.slots.some(({ required }) => required) && wordSimilarity(own, ownWords(other, before)) >= SAME,
  );
}

function ownWords({ found }: TemplateSection, { text }: Template): string[] {
  return words(text.slice(found.heading?.end ?? found.own.start, found.own.end));
}

/** A blank spec with every question answered. */
function fill(blank: string, template: Template): string {
  let text = blank;
  for (const { id, slot } of readSpec(blank, template).slots.filter(isGap)) {
    try {
      text = answerAll(text, template, new Map([[id, answerTo(slot)]]));
    } catch {
      // No place takes this answer, so the slot stays a gap in both versions.
    }
  }
  return text;
}

function answerTo({ kind, options, columns, id }: SlotReading['slot']): Answer {
  const line = `Amber ${id.length} of the harbour`;
  const values: Record<typeof kind, Value> = {
    line,
    paragraph: `${line} is kept dry.`,
    code: 'amber --keep dry',
    variable: 'Amber',
    date: '2026-03-04',
    choice: options[0] ?? line,
    choices: options.slice(0, 1),
    list: [line, 'Another one'],
    table: [columns.map(({ options: [first] = [] }) => first ?? line)],
    checklist: [{ text: line, done: true }],
  };
  return { kind: 'value', value: values[kind] };
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)}%`;
for (const path of process.argv.slice(2)) {
  const { changes, asked, answered, missing, blank, seen } = count(path);
  console.log(
    `${relative('.', path)}: ${changes} changes; ${asked} answers, ${percent(answered, asked)} stay, ` +
      `${percent(missing, asked)} called missing; ${blank} left blank, ${percent(seen, blank)} seen`,
  );
}
