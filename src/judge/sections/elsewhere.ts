import type { Document, Section } from '../../markdown/document.ts';
import { readFrontMatter } from '../../markdown/front-matter.ts';
import { plainTitle } from '../../markdown/inline.ts';
import type { Label } from '../../markdown/labels.ts';
import { type Part, partsOf } from '../../markdown/parts.ts';
import { partLabels } from '../../template/labels.ts';
import type { ShapedSlot } from '../../template/slot.ts';
import type { TemplateSection } from '../../template/template.ts';
import { likenessOf, SAME_IDEA, shareMost, termsOf } from '../../template/terms.ts';
import { bare, matchesPattern, nameKey, readTitle } from '../../template/title.ts';
import { fold, foldCase, withoutQuotes, words } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import { type Range, rangeOf } from '../../text/range.ts';
import type { Alignment } from '../align.ts';
import { isAuthors, type Verdict } from '../reading.ts';
import { notApplicableReason } from '../rules/author-text.ts';
import { judgeText } from '../rules/index.ts';
import { verdictOnAll } from './site.ts';

/** A value with its name in any form: a label, a table row, a front-matter key, a heading. */
export interface NamedValue {
  key: string;
  text: string;
  value: Range;
  /** The heading with the name, or null. */
  heading: Section | null;
}

/** The metadata of a spec that no slot has used yet. */
interface Metadata {
  /** The named values at its top, and the author's headings that may be names of values. */
  values: NamedValue[];
  /** The named values in the author's own sections, which few specs need and which may be most of a large one. */
  below: () => NamedValue[];
}

/** The metadata of a spec. */
export function metadataOf(document: Document, alignment: Alignment): Metadata {
  const { root, text } = document;
  const tops = alignment.title === root ? [root] : [root, alignment.title];
  const parts = tops.flatMap(({ blocks }) => partsOf(text, blocks));
  const labels = parts.flatMap((part) => [...partLabels(part), ...headRow(part)]);
  const entries = readFrontMatter(document)?.entries ?? [];
  const values: NamedValue[] = [
    ...labels.map(named),
    ...entries.map(({ key, raw, valueRange }) => ({
      key: nameKey(key),
      text: withoutQuotes(fold(raw)),
      value: valueRange,
      heading: null,
    })),
    ...alignment.extra.flatMap((heading) => headingValue(heading, text)),
  ];
  let below: NamedValue[] | null = null;
  return {
    values,
    below: () => {
      below ??= alignment.extra
        .flatMap(({ blocks }) => partsOf(text, blocks))
        .flatMap(partLabels)
        .map(named);
      return below;
    },
  };
}

function named({ name, value, text }: Label): NamedValue {
  return { key: nameKey(name), text, value, heading: null };
}

function isGiven({ text }: NamedValue): boolean {
  return text !== '';
}

/** The head of a two-column table is a name with its value, too, unless a column has that name. */
function headRow(part: Part): Label[] {
  return part.form === 'table' && part.headLabel ? [part.headLabel] : [];
}

/** "## Author: Mira", or "## Status" with the value below. */
function headingValue(heading: Section, text: string): NamedValue[] {
  // An underlined line may be YAML outside of a front matter.
  if (heading.heading?.setext) return [];
  const title = plainTitle(heading.title).trim();
  const colon = /^([^:：]{2,40})[:：]\s*(?=\S)/.exec(title);
  const content = heading.heading?.content;
  if (colon && content) {
    const at = text.slice(content.start, content.end).search(/[:：]/);
    const start = at < 0 ? content.start : content.start + at + 1;
    const rest = title.slice(colon[0].length);
    return [{ key: nameKey(colon[1]!), text: fold(rest), value: { start, end: content.end }, heading }];
  }
  const [first] = heading.blocks;
  if (!first || title.length > 40) return [];
  const value = { start: first.start, end: heading.blocks.at(-1)!.end };
  return [
    {
      key: nameKey(title),
      // The text may be long, and few headings are names of values.
      get text() {
        return fold(text.slice(value.start, value.end));
      },
      value,
      heading,
    },
  ];
}

/**
 * The verdicts on values that are not in their own section but among the spec's metadata: a label answered in the front
 * matter, a key answered in a table, either answered as a heading. Removes used values from `free`.
 */
export function judgeElsewhere(
  section: TemplateSection,
  verdicts: ReadonlyMap<ShapedSlot, Verdict>,
  free: Metadata,
): ReadonlyMap<ShapedSlot, Verdict> {
  const open = valueSlotsOf(section).filter((slot) => {
    const verdict = verdicts.get(slot);
    return !verdict || verdict.rule.startsWith('missing-') || verdict.rule === 'empty-section';
  });
  if (open.length === 0) return verdicts;
  const judged = new Map(verdicts);
  const isMetadata = holdsMetadata(section);
  const known = new Set(section.slots.map(keyOfSlot));
  for (const byIdea of [false, true]) {
    for (const slot of open) {
      if (judged.get(slot)?.state === 'answered') continue;
      const key = keyOfSlot(slot);
      const isTelling = verdicts.get(slot)?.rule === 'missing-section' && termsOf(key).length > 1;
      const terms = byIdea ? termsOf(foldCase(key)) : [];
      const isMeant = (value: NamedValue) =>
        (byIdea ? !known.has(value.key) && shareMost(terms, termsOf(value.key)) : value.key === key) && isGiven(value);
      const value =
        (isTelling || isMetadata ? takeFirst(free.values, isMeant) : null) ??
        (isTelling ? takeFirst(free.below(), isMeant) : null);
      if (value) judged.set(slot, verdictOn(slot, value));
    }
  }
  return judged;
}

/** The slots of a section that ask for values with names. */
const valueSlotsOf = memo(({ slots }: TemplateSection): readonly ShapedSlot[] =>
  slots.filter(({ shape }) => shape.form === 'label' || shape.form === 'key'),
);

/** Removes the first fitting item from a list and returns it; null if there is none. */
function takeFirst<Item>(items: Item[], fits: (item: Item) => boolean): Item | null {
  const at = items.findIndex(fits);
  return at < 0 ? null : items.splice(at, 1)[0]!;
}

/** Whether a section has names and values about the document: the title section, or one that only has labels. */
function holdsMetadata({ id, level, slots }: TemplateSection): boolean {
  const asked = slots.filter(({ boilerplate, kind }) => !boilerplate && kind !== 'variable');
  return id === '' || (level <= 2 && asked.length > 1 && asked.every(({ shape }) => shape.form === 'label'));
}

function keyOfSlot({ shape }: ShapedSlot): string {
  if (shape.form === 'key') return nameKey(shape.key);
  return shape.form === 'label' ? nameKey(shape.name) : '';
}

function verdictOn(slot: ShapedSlot, { text, value }: NamedValue): Verdict {
  const unit = slot.shape.form === 'label' || slot.shape.form === 'key' ? slot.shape.unit : null;
  const finding = judgeText({
    text,
    unit,
    same: unit !== null && matchesPattern(unit.pattern, text),
    slot,
  });
  return valueVerdict(finding, text, value);
}

/** A finding on a text with its place: the author's value, or the reason why it does not apply. */
function valueVerdict(finding: ReturnType<typeof judgeText>, text: string, value: Range): Verdict {
  const { state } = finding;
  return {
    ...finding,
    site: { form: 'value', range: rangeOf(value), prefix: '' },
    evidence: rangeOf(value),
    value: isAuthors(state) ? text : null,
    reason: state === 'not-applicable' ? notApplicableReason(text) : null,
  };
}

/** The least number of columns that tell what a table is about. */
const TELLING_COLUMNS = 3;

/**
 * The author's own section that answers a missing one which asks for a table: it has a table with the same columns, and
 * a title with a word of the missing one ("Constructor parameters"). Null if there is none.
 */
export function sectionWithSameTable(
  { slots, title }: TemplateSection,
  at: Alignment,
  { text }: Document,
): Section | null {
  const asked = slots.filter(({ required }) => required);
  const [head] = asked.map(({ shape }) => (shape.form === 'table' ? shape.head : []));
  if (asked.length !== 1 || !head || head.length < TELLING_COLUMNS) return null;
  const columns = head.map(bare).join('|');
  const titleWords = new Set(words(readTitle(title).key));
  const isSame = (heading: Section) =>
    words(readTitle(heading.title).key).some((word) => titleWords.has(word)) &&
    partsOf(text, heading.blocks).some((part) => part.form === 'table' && part.head.map(bare).join('|') === columns);
  const find = (headings: readonly Section[]): Section | null => {
    for (const heading of headings) {
      if (at.owner.has(heading)) continue;
      const found = isSame(heading) ? heading : find(heading.children);
      if (found) return found;
    }
    return null;
  };
  return find(at.extra);
}

/**
 * The verdicts on a subsection that the author turned into a label in the section above: "**Pros:**" for a heading
 * "Pros". Null if there is none.
 */
export function judgeAsLabel(
  section: TemplateSection,
  above: readonly Part[],
  labels: ReadonlySet<string>,
): Map<ShapedSlot, Verdict> | null {
  const leads = leadsAmong(above);
  if (leads.length === 0) return null;
  const asked = section.slots.filter(({ boilerplate, kind }) => !boilerplate && kind !== 'variable');
  if (asked.length === 0) return null;
  const { key } = readTitle(section.title);
  const terms = termsOf(key);
  const titleWords = new Set(words(key));
  const parent = new Set(termsOf(readTitle(section.parent?.title ?? '').key).flatMap(({ ideas }) => ideas));
  for (const { name, text, value, below } of leads) {
    if (labels.has(nameKey(name))) continue;
    // Among the metadata of a document a synonym means something else: "Tracking issue" is not an open question.
    if (!section.parent && !words(name).some((word) => titleWords.has(word))) continue;
    const own = termsOf(foldCase(name)).filter(({ ideas }) => !ideas.some((idea) => parent.has(idea)));
    const { shared, contained } = likenessOf(terms, own);
    if (own.length === 0 || !(shared >= SAME_IDEA || (contained && own.length <= terms.length))) continue;
    const range = text !== '' ? value : below;
    if (!range || (text === '' && below?.form === 'prose' && leadsIn(below).length > 0)) continue;
    const finding = judgeText({ text: text || 'x', unit: null, same: false, slot: asked[0]! });
    const verdict: Verdict =
      text === ''
        ? { ...finding, site: null, evidence: rangeOf(range), value: null }
        : valueVerdict(finding, text, value);
    return verdictOnAll(asked, verdict);
  }
  return null;
}

/** The leads of a section's parts, each with the part below it. */
const leadsAmong = memo((parts: readonly Part[]) =>
  parts.flatMap((part, index) => leadsIn(part).map((lead) => ({ ...lead, below: parts[index + 1] }))),
);

/** The labels of a part, and a line that is completely bold. */
function leadsIn(part: Part): { name: string; text: string; value: Range }[] {
  const labels = partLabels(part);
  if (labels.length > 0 || part.form !== 'prose') return labels;
  const bold = /^(?:\*\*|__)([^*_]{2,60}?)[:：]?(?:\*\*|__)[:：]?$/.exec(part.text);
  return bold ? [{ name: bold[1]!, text: '', value: { start: part.end, end: part.end } }] : [];
}
