import { answerSplices } from '../../../src/interview/answer/splices.ts';
import { cellText } from '../../../src/judge/item-text.ts';
import { readSpec } from '../../../src/judge/read.ts';
import { isGap, type Reading, type SectionReading, type SlotReading } from '../../../src/judge/reading.ts';
import { readDocument } from '../../../src/markdown/document.ts';
import { guardedEdit } from '../../../src/markdown/guard.ts';
import type { ShapedSlot, Value } from '../../../src/template/slot.ts';
import { readTitle } from '../../../src/template/title.ts';
import { applySplices, invertSplices, type Splice } from '../../../src/text/range.ts';

/** An answer as it was given, and what came of it. */
interface Given {
  before: Reading;
  slot: SlotReading;
  value: Value;
  splices: readonly Splice[];
  /** The text with the splices applied, and read again. */
  text: string;
  after: Reading;
}

/** A law: what is wrong with an answer, null where nothing is. */
type Law = (given: Given) => string | null;

/** What any answer that passes the guard is held to. */
const ALWAYS: Record<string, Law> = {
  'undo restores the bytes': ({ before: { document }, splices, text }) =>
    applySplices(text, invertSplices(document.text, splices)) === document.text ? null : 'other bytes',

  'no word of it is lost': ({ slot: { slot }, value, text }) =>
    slot.shape.form === 'variable' || slot.shape.form === 'key' ? null : lostLine(value, text),

  'only its own section changes': ({ before, slot, splices }) => {
    const { form } = slot.slot.shape;
    if (form === 'variable' || form === 'key') return null;
    const section = sectionOf(before, slot);
    const { start, end } =
      section.id === '' ? { start: before.document.root.start, end: section.found!.end } : (section.found ?? NOWHERE);
    const out = splices.find((splice) =>
      section.found ? splice.start < start || splice.end > end : splice.start < splice.end,
    );
    return out ? JSON.stringify(out) : null;
  },

  'headings outside stay': ({ before: { document }, slot: { slot }, splices, text }) => {
    if (slot.shape.form === 'variable' || slot.shape.form === 'heading') return null;
    const inside = (at: number) => splices.some(({ start, end }) => start <= at && at < end);
    const kept = titles(document.sections.filter(({ heading }) => heading && !inside(heading.start)));
    const now = titles(readDocument(text).sections.filter(({ heading }) => heading));
    let at = 0;
    for (const heading of now) if (heading === kept[at]) at++;
    return kept[at] ?? null;
  },

  'no two headings get one number': ({ before, text }) =>
    sameNumbers(before.document.text) === null ? sameNumbers(text) : null,

  'line ends are the document’s': ({ before: { document }, text }) => {
    const was = lineEnds(document.text);
    return was === '' || lineEnds(text) === was ? null : JSON.stringify(lineEnds(text));
  },

  'other sections keep their states': (given) => {
    const own = sectionOf(given.before, given.slot);
    return changedState(given, (other) => sectionOf(given.before, other) !== own);
  },
};

/** What an answer is held to that can be taken for nothing else. */
const TAME: Record<string, Law> = {
  'it is answered': ({ after, slot }) => {
    const now = again(after, slot);
    return !now || isAsked(slot) === false || now.state === 'answered' ? null : `${now.state} by ${now.rule}`;
  },

  'it reads back': ({ after, slot, value }) => {
    const now = again(after, slot);
    // A section of the author's own has a slot only while something in it is open.
    if (!now) return slot.id.startsWith('own/') ? null : 'the slot is gone';
    // A comment that ends an answer is not seen.
    if (!isAsked(slot) || (typeof value === 'string' && value.endsWith('-->'))) return null;
    // A name is told from headings, and some documents have none with it.
    if (slot.slot.kind === 'variable' && now.value === null) return null;
    const read = now.value === null ? null : JSON.stringify(normal(slot.slot, now.value));
    return read === JSON.stringify(normal(slot.slot, value)) ? null : `${JSON.stringify(now.value)}`;
  },

  'what is read is no change': ({ after, slot }) => {
    const now = again(after, slot);
    if (!now || now.value === null) return null;
    const more = answerSplices(after, slot.id, { kind: 'value', value: now.value });
    return more.length === 0 ? null : JSON.stringify(more);
  },

  'the same again is no change': ({ after, slot, value }) => {
    if (!isAsked(slot)) return null;
    const more = answerSplices(after, slot.id, { kind: 'value', value });
    return more.length === 0 ? null : JSON.stringify(more);
  },

  'the other slots keep their states': (given) => {
    const { before, slot } = given;
    if (slot.site === null) return null;
    const shares = (other: SlotReading) =>
      other.rule === 'own-words' ||
      other.rule === 'empty-section' ||
      (JSON.stringify(other.site) === JSON.stringify(slot.site) && other.site?.form !== 'insert');
    const own = sectionOf(before, slot);
    return changedState(given, (other) => sectionOf(before, other) === own && !shares(other));
  },
};

/** The laws that an answer to a slot of a spec breaks, and whether the guard spoke instead. */
export function breachesOf(
  before: Reading,
  slot: SlotReading,
  value: Value,
  tame: boolean,
): { breaches: string[]; spoke: boolean } {
  const isNamed = slot.site?.form === 'names' && slot.site.places.length === 0;
  if (isNamed) return { breaches: [], spoke: false };
  const splices = answerSplices(before, slot.id, { kind: 'value', value });
  const options = slot.site === null ? { minLevel: 1 } : { allowHeadings: true };
  const finding = splices.length === 0 ? null : guardedEdit(before.document, splices, options).finding;
  if (finding) {
    const bad = finding.repairs.filter((repair) => guardedEdit(before.document, repair.splices, options).finding);
    const breaches = [
      ...(tame ? [`the guard speaks: ${finding.message}`] : []),
      ...(finding.repairs.length === 0 ? [`no repair for ${finding.message}`] : []),
      ...bad.map(({ name }) => `the repair “${name}” does not pass`),
    ];
    return { breaches, spoke: true };
  }
  const text = applySplices(before.document.text, splices);
  const given = { before, slot, value, splices, text, after: readSpec(text, before.template) };
  const broken = Object.entries(tame ? { ...ALWAYS, ...TAME } : ALWAYS).flatMap(([law, holds]) => {
    const wrong = holds(given);
    return wrong === null ? [] : [`${law}: ${wrong}`];
  });
  return { breaches: broken, spoke: false };
}

const NOWHERE = { start: 0, end: 0 };

function sectionOf(reading: Reading, slot: SlotReading): SectionReading {
  return reading.sections.find(({ slots }) => slots.includes(slot))!;
}

function again(after: Reading, slot: SlotReading): SlotReading | undefined {
  return after.slots.find(({ id }) => id === slot.id);
}

function isAsked({ slot, state }: SlotReading): boolean {
  return !slot.boilerplate && state !== 'not-applicable';
}

function titles(sections: readonly { level: number; title: string }[]): string[] {
  return sections.map(({ level, title }) => `${level} ${title}`);
}

function changedState({ before, slot, after }: Given, concerns: (other: SlotReading) => boolean): string | null {
  const conditional = before.template.sections.some((section) => section.when?.slot === slot.id);
  if (conditional || slot.site === null) return null;
  for (const other of before.slots) {
    if (other.id === slot.id || other.slot.kind === 'variable' || !concerns(other)) continue;
    const now = again(after, other);
    // A row with a name filled in may count as begun, but it is a gap as before.
    if (slot.slot.kind === 'variable' && now && isGap(now) === isGap(other)) continue;
    if (now?.state !== other.state)
      return `${other.id} was ${other.state} (${other.rule}), is ${now?.state} (${now?.rule})`;
  }
  return null;
}

/** A line of a value that is nowhere in a text, signs of escape aside; null where all are there. */
function lostLine(value: Value, text: string): string | null {
  const plain = (some: string) => some.replace(/\\|<br>/g, '').replace(/[ \t]+/g, ' ');
  const all = plain(text);
  const texts =
    typeof value === 'string'
      ? [value]
      : value.flatMap((one) => (typeof one === 'string' ? [one] : Array.isArray(one) ? one : [one.text]));
  const lines = texts.flatMap((some) => some.split(/[\r\n]/)).map((line) => plain(line).trim());
  return lines.find((line) => !all.includes(line)) ?? null;
}

/** A heading number that two sections below one parent have; null where there is none. */
function sameNumbers(text: string): string | null {
  for (const { children } of readDocument(text).sections) {
    const numbers = children.map(({ title }) => readTitle(title).number.trim()).filter((number) => number !== '');
    const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
    if (twice !== undefined) return twice;
  }
  return null;
}

/** The kinds of line end in a text. */
function lineEnds(text: string): string {
  return [...new Set(text.match(/\r\n|\n|\r/g))].sort().join('|');
}

/** A value but for trailing blanks, line ends, a heading's number, and what a cell or a line of several values cannot hold. */
function normal({ shape, kind, columns }: ShapedSlot, value: Value): unknown {
  const tidy = (text: string) => text.replace(/\r\n?/g, '\n').trim();
  if (typeof value === 'string') {
    const tidied = tidy(value);
    if (shape.form === 'heading' || kind === 'variable') return tidied.slice(readTitle(tidied).number.length);
    return shape.form === 'label' && kind !== 'paragraph' ? cellText(tidied) : tidied;
  }
  return value.map((one) => {
    if (typeof one === 'string') return tidy(one);
    if (!Array.isArray(one)) return [tidy(one.text), one.done];
    const cells = Math.max(columns.length, one.length);
    return Array.from({ length: cells }, (_, index) => cellText(one[index] ?? ''));
  });
}
