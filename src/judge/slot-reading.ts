import type { Document } from '../markdown/document.ts';
import type { ShapedSlot, Slot, Value } from '../template/slot.ts';
import type { TemplateSection } from '../template/template.ts';
import { bare } from '../template/title.ts';
import { quantity } from '../text/figures.ts';
import { excerpt } from '../text/fold.ts';
import { indexIn, type Range, rangeOf } from '../text/range.ts';
import { positionAt } from '../text/source.ts';
import type { SectionReading, SlotReading, Verdict } from './reading.ts';
import { explain } from './rules/index.ts';

/** The verdict on a slot in a missing section. */
export const MISSING: Verdict = {
  state: 'missing',
  rule: 'missing-section',
  site: null,
  evidence: null,
  value: null,
};

/** A slot that asks nothing: for text without a question in the template, and as the base of others. */
export const PARAGRAPH: ShapedSlot = {
  id: '',
  kind: 'paragraph',
  section: '',
  label: null,
  required: false,
  boilerplate: false,
  ask: '',
  help: '',
  guidance: '',
  example: '',
  options: [],
  open: false,
  columns: [],
  language: '',
  range: { start: 0, end: 0 },
  shape: { form: 'implied' },
  units: [],
  deletable: false,
  allow: [],
};

/** A section with its slots' verdicts, before what depends on the whole spec. */
export function sectionReading(
  section: TemplateSection,
  id: string,
  at: (Partial<Pick<SectionReading, 'found' | 'lead' | 'joined' | 'drift'>> & { document: Document }) | null,
  within: SectionReading['within'],
  verdictOn: (slot: ShapedSlot) => Verdict,
): SectionReading {
  // A name is asked for once, however many copies the section has.
  const asked = id === section.id ? section.slots : section.slots.filter(({ kind }) => kind !== 'variable');
  const slots = asked.map((slot) =>
    slotReading(
      slot,
      id === section.id ? slot.id : slot.id.replace(section.id, id),
      verdictOn(slot),
      at?.document ?? null,
    ),
  );
  const start = at && (at.found?.heading?.start ?? at.lead?.start ?? at.found?.start);
  const line = at && positionAt(at.document.starts, start ?? 0).line;
  return {
    section,
    id,
    found: at?.found ?? null,
    lead: at?.lead ?? null,
    joined: at?.joined ?? [],
    drift: at?.drift ?? null,
    within,
    line,
    state: 'missing',
    meter: { answered: 0, required: 0, ratio: 1 },
    slots,
  };
}

/** The reading of a slot, from its verdict. */
export function slotReading(slot: ShapedSlot, id: string, judged: Verdict, document: Document | null): SlotReading {
  const verdict = withCount(slot, judged, document);
  const stays = slot.boilerplate;
  const isDeleted = slot.deletable && (verdict.state === 'missing' || verdict.state === 'empty');
  const evidence = verdict.evidence && document ? pinpoint(document.text, verdict.evidence, verdict.needle) : null;
  const text =
    evidence && document
      ? excerpt(withoutFence(document.text.slice(evidence.start, Math.min(evidence.end, evidence.start + 2000))))
      : '';
  return {
    slot: asFound(slot, verdict),
    site: verdict.site,
    id,
    state: stays ? 'boilerplate' : verdict.state,
    required: slot.required && !stays && !isDeleted && verdict.state !== 'boilerplate',
    rule: stays ? 'boilerplate' : isDeleted ? 'not-needed' : verdict.rule,
    beside: verdict.beside ?? [],
    range: verdict.site && 'range' in verdict.site ? verdict.site.range : null,
    evidence: stays ? null : evidence,
    value: verdict.value,
    text: stays ? '' : text,
    ...(stays || isDeleted ? { message: '', fix: '' } : explained(slot, verdict, text, document)),
    reason: verdict.reason ?? null,
  };
}

/** The most lines that a message names. */
const MOST_LINES = 20;

/** The message for a verdict. A name that is open in several places lists their lines. */
function explained(slot: ShapedSlot, { rule, site, value }: Verdict, text: string, document: Document | null) {
  const words = explain(rule, text);
  if (rule === 'too-few' || rule === 'too-many') return { ...words, message: countMessage(slot, value) };
  if (rule !== 'variable' || site?.form !== 'names' || site.places.length < 2 || !document) return words;
  const lines = [...new Set(site.places.map(({ start }) => positionAt(document.starts, start).line))];
  const named = lines.slice(0, MOST_LINES).join(', ') + (lines.length > MOST_LINES ? ' …' : '');
  const where = lines.length > 1 ? `lines ${named}` : `line ${named}`;
  return { ...words, message: `${words.message}; open in ${site.places.length} places (${where})` };
}

/** A slot with the columns of the spec's own table, and of several lines if its value has them. */
function asFound(slot: ShapedSlot, { columns, value }: Verdict): ShapedSlot {
  if (slot.kind === 'line' && typeof value === 'string' && value.includes('\n')) return { ...slot, kind: 'paragraph' };
  if (!columns || slot.kind !== 'table') return slot;
  const known = (title: string) => slot.columns.find((column) => bare(column.title) === bare(title));
  return { ...slot, columns: columns.map((title) => known(title) ?? { title }) };
}

/** The place of the exact text in question in a range, if it can be found; white space counts as one blank. */
function pinpoint(text: string, range: Range, needle: string | undefined): Range {
  if (!needle) return rangeOf(range);
  const at = indexIn(text, needle, range);
  return at >= 0 ? { start: at, end: at + needle.length } : rangeOf(range);
}

/** The content of a fence, so that its signs and language do not fill the message; other texts unchanged. */
function withoutFence(text: string): string {
  const fence = /^(`{3,}|~{3,})[^\r\n]*[\r\n]+/.exec(text);
  if (!fence) return text;
  const body = text.slice(fence[0].length);
  const held = body.slice(0, Math.max(0, body.lastIndexOf(fence[1]!))) || body;
  return held.trim() === '' ? text : held;
}

/** Adds to a verdict whether the slot has too few or too many rows or items for its flow. */
function withCount({ count, kind }: Slot, verdict: Verdict, document: Document | null): Verdict {
  const { value, state, site } = verdict;
  if (!count || state !== 'answered' || !Array.isArray(value) || !document) return verdict;
  const few = value.length < count.min;
  if (!few && value.length <= count.max) return verdict;
  const range = site && 'range' in site ? site.range : verdict.evidence;
  const start = range && (few || kind !== 'table' ? range.start : rowAt(document, range.start, count.max));
  const evidence = range && { start: start! < range.end ? start! : range.start, end: range.end };
  return { ...verdict, state: 'partial', rule: few ? 'too-few' : 'too-many', evidence };
}

/** The start of the first surplus row of a table, below the two lines of its head. */
function rowAt({ starts }: Document, start: number, most: number): number {
  return starts[positionAt(starts, start).line + 1 + most] ?? start;
}

/** The message about a wrong number of rows or items. */
function countMessage({ count: limits, kind }: Slot, value: Value | null): string {
  const many = Array.isArray(value) ? value.length : 0;
  const things = kind === 'table' ? 'row' : 'item';
  const limit = limits && many < limits.min ? `at least ${limits.min}` : `at most ${limits?.max}`;
  return `has ${quantity(many, things)}, where the flow takes ${limit}`;
}

/** The problem with the number of rows or items in an answer; as many as there are now are never wrong. */
export function countProblem({ count, kind }: Slot, value: Value, current: Value | null): string | null {
  if (!count || !Array.isArray(value)) return null;
  const most = Math.max(count.max, Array.isArray(current) ? current.length : 0);
  return value.length > most ? `at most ${count.max} ${kind === 'table' ? 'rows' : 'items'} are allowed` : null;
}
