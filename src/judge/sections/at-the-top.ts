import type { Document, Section } from '../../markdown/document.ts';
import { type FrontMatterEntry, hiddenValue, readFrontMatter } from '../../markdown/front-matter.ts';
import { plainTitle } from '../../markdown/inline.ts';
import { partsOf } from '../../markdown/parts.ts';
import { isTitleStub } from '../../template/heading-slot.ts';
import { conceptsOf, Phrases } from '../../template/languages/index.ts';
import { opensAsNote } from '../../template/phrasing.ts';
import type { ShapedSlot, Value } from '../../template/slot.ts';
import type { TemplateSection } from '../../template/template.ts';
import { matchesPattern, readTitle } from '../../template/title.ts';
import { fold, withoutQuotes, words } from '../../text/fold.ts';
import { groupBy } from '../../text/group.ts';
import { asksForShortAnswer, asksForSummary } from '../align/titles.ts';
import type { Alignment } from '../align.ts';
import { isAuthors, type Verdict } from '../reading.ts';
import { judgeText } from '../rules/index.ts';
import type { Body } from './body.ts';
import { verdictOnAll } from './site.ts';

/** The verdict on a section whose heading is its answer ("## Status: Accepted"), with nothing below it; else null. */
export function judgeInHeading(
  section: TemplateSection,
  slots: readonly ShapedSlot[],
  body: Body,
  { text }: Document,
): Verdict | null {
  const { heading } = body.section;
  const [slot] = slots;
  if (!heading || !slot || body.parts.length > 0 || body.subsections.length > 0) return null;
  const written = text.slice(heading.content.start, heading.content.end);
  const lead = /^[^:：]*[:：]\s*(?=\S)/.exec(written)?.[0];
  if (lead === undefined || !asksForShortAnswer(section.title) || /[:：]/.test(section.title)) return null;
  const range = { start: heading.content.start + lead.length, end: heading.content.end };
  const value = fold(plainTitle(text.slice(range.start, range.end)));
  const finding = judgeText({ text: value, unit: null, same: false, slot });
  return { ...finding, site: { form: 'value', range, prefix: '' }, evidence: range, value };
}

const TITLE = new Phrases('titleWords');

/**
 * A template may have its title in a line above all headings ("ADR: Title") or in a key. The heading with the title of
 * the spec answers it.
 */
export function judgeTitleLine(
  section: TemplateSection,
  verdicts: ReadonlyMap<ShapedSlot, Verdict>,
  { title }: Alignment,
): ReadonlyMap<ShapedSlot, Verdict> {
  const open = section.slots.filter((slot) => asksForTitle(slot, section) && isOpen(verdicts.get(slot)));
  if (!title.heading || open.length === 0) return verdicts;
  const evidence = title.heading.content;
  const verdict: Verdict = { state: 'answered', rule: 'own-words', site: null, evidence, value: null };
  return new Map([...verdicts, ...open.map((slot) => [slot, verdict] as const)]);
}

function isOpen(verdict: Verdict | undefined): boolean {
  return !verdict || verdict.state === 'missing' || (verdict.state === 'empty' && verdict.rule !== 'empty-value');
}

function asksForTitle({ shape, units }: ShapedSlot, { found }: TemplateSection): boolean {
  if (shape.form === 'key') return TITLE.isWhole(shape.key);
  return !found.heading && shape.form === 'prose' && units.some(({ pattern }) => isTitleStub(pattern.text));
}

/**
 * The author's heading for the metadata that a template has right below its title ("# Metadata"): the first heading of a
 * spec that has no text below its title.
 */
export function metadataBelow({ title, extra }: Alignment): readonly Section[] {
  const first = extra[0];
  const isFirst =
    first !== undefined &&
    title.blocks.every(({ kind }) => kind === 'rule' || kind === 'html') &&
    (first.parent === title ? title.children[0] === first : first.start === title.end);
  return isFirst && conceptsOf(plainTitle(first.title)).includes('metadata') ? [first] : [];
}

/** A text with this many words tells what a document is about. */
const TELLING_WORDS = 12;

export function isDescription(text: string): boolean {
  return words(text, TELLING_WORDS).length >= TELLING_WORDS;
}

/**
 * The verdicts on a missing summary from the author's text below the title; null if there is none, or if the template
 * asks for text there.
 */
export function judgeSummaryAbove(
  { title, slots }: TemplateSection,
  top: TemplateSection,
  document: Document,
  alignment: Alignment,
): Map<ShapedSlot, Verdict> | null {
  const asksAbove = top.slots.some(({ shape, boilerplate }) => shape.form === 'prose' && !boilerplate);
  if (!asksForSummary(readTitle(title).key) || asksAbove || slots.some(({ shape }) => shape.form === 'label'))
    return null;
  const summary = partsOf(document.text, alignment.title.blocks).find(
    (part) => part.form === 'prose' && part.labels.length === 0 && !opensAsNote(part.text) && isDescription(part.text),
  );
  if (!summary) return null;
  return verdictOnAll(slots, { state: 'answered', rule: 'own-words', site: null, evidence: summary, value: null });
}

/**
 * Judges the front-matter keys of a spec as text, so that `date: {YYYY-MM-DD}` is a placeholder. Of a repeated key the
 * last one with a value of the author's counts, but none may still be the template's.
 */
export function judgeKeys(slots: readonly ShapedSlot[], document: Document): Map<ShapedSlot, Verdict> {
  const keys = slots.filter((slot): slot is KeySlot => slot.shape.form === 'key');
  if (keys.length === 0) return new Map();
  const entries = groupBy(readFrontMatter(document)?.entries ?? [], ({ key }) => key.toLowerCase());
  const bySlot = groupBy(keys, keyOf);
  return new Map(
    keys.map((slot): [ShapedSlot, Verdict] => {
      const all = entries.get(keyOf(slot)) ?? [];
      const slots = bySlot.get(keyOf(slot))!;
      // If the template has a key twice, too, each stands for itself.
      const own = slots.length > 1 ? all.slice(slots.indexOf(slot), slots.indexOf(slot) + 1) : all;
      const verdicts = own.map((entry) => judgeEntry(slot, entry, document));
      const verdict = verdicts.findLast(({ value }) => value !== null) ?? verdicts.at(-1);
      if (!verdict) return [slot, { state: 'missing', rule: 'missing-part', site: null, evidence: null, value: null }];
      const left = verdicts.find(({ state }) => state === 'untouched');
      return [slot, left && verdict.state === 'answered' ? { ...verdict, ...leftOver(left) } : verdict];
    }),
  );
}

function leftOver({ rule, evidence, needle }: Verdict): Partial<Verdict> {
  return { state: 'partial', rule, evidence, needle };
}

type KeySlot = ShapedSlot & { shape: { form: 'key' } };

function keyOf({ shape }: KeySlot): string {
  return shape.key.toLowerCase();
}

function judgeEntry(slot: KeySlot, entry: FrontMatterEntry, document: Document): Verdict {
  const { shape } = slot;
  const hidden = entry.raw === '' ? hiddenValue(entry, shape.comment, document.text) : null;
  const range = hidden ?? entry.valueRange;
  const verdict = fold(document.text.slice(range.start, range.end));
  const value = withoutQuotes(verdict);
  const isNone = /^\[\s*\]$/.test(value) && LIST_OF_TOKENS.test(shape.unit.pattern.text);
  const quiet = !isNone && /^(?:|~|null|\[\s*\]|\{\s*\})$/i.test(value) ? '' : value;
  const finding = judgeText({
    text: quiet,
    unit: shape.unit,
    same: quiet !== '' && matchesPattern(shape.unit.pattern, verdict),
    slot,
  });
  return {
    ...finding,
    site: { form: 'value', range, prefix: '' },
    evidence: entry.range,
    value: isAuthors(finding.state) ? valueFor(slot, hidden ? value : entry.value, value) : null,
  };
}

/** A list in which a template names its items; an empty one in its place says that there are none. "[Name]" is a blank. */
const LIST_OF_TOKENS = /^\[\s*(?!\[)(?:.*,|["']|[^\s\]]*[\d_{<-]|.*NN).*\]$/s;

/** A YAML list as strings if the slot takes several values; else the text of the value. */
function valueFor(slot: ShapedSlot, read: unknown, text: string): Value {
  const several = slot.kind === 'list' || slot.kind === 'choices';
  if (!several) return text;
  return Array.isArray(read) ? read.map(String) : [text];
}
