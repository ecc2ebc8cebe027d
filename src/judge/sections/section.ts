import type { Document } from '../../markdown/document.ts';
import { plainTitle } from '../../markdown/inline.ts';
import type { Shape, ShapedSlot } from '../../template/slot.ts';
import type { TemplateSection } from '../../template/template.ts';
import { matchesPattern, namesIn, patternOf } from '../../template/title.ts';
import { fold, words } from '../../text/fold.ts';
import { groupBy } from '../../text/group.ts';
import { indexIn } from '../../text/range.ts';
import type { Verdict } from '../reading.ts';
import { notApplicableReason } from '../rules/author-text.ts';
import { judgeText } from '../rules/index.ts';
import { judgeInHeading } from './at-the-top.ts';
import { judgeBlocks } from './blocks.ts';
import type { Body } from './body.ts';
import { contentBlocks, type SectionContent } from './content-blocks.ts';
import { judgeLabel } from './label.ts';
import { type FoundLabel, labelsOf, pairLabels } from './labels.ts';
import { firstSentenceLeft } from './leftovers.ts';
import { sectionIndex } from './section-index.ts';
import { blocksSite, verdictOnAll } from './site.ts';

/** Judges every slot of a template section by the spec's section; `isOriginal` recognises older wordings. */
export function judgeSection(
  section: TemplateSection,
  body: Body,
  document: Document,
  isOriginal: (text: string) => boolean,
): Map<ShapedSlot, Verdict> {
  const index = sectionIndex(section);
  const { slots } = index;
  const reason = wholeReason(body);
  const { text } = document;
  const only = body.parts[0]!;
  // The template's own "N/A, or describe …" is not the author's reason.
  if (reason !== null && (reason === '' || index.leftovers(only.text).all.length === 0)) {
    return verdictOnAll(slots, {
      state: 'not-applicable',
      rule: 'not-applicable',
      site: blocksSite(text, only),
      evidence: only,
      value: null,
      reason,
    });
  }
  const inHeading = judgeInHeading(section, slots, body, document);
  if (inHeading) return verdictOnAll(slots, inHeading);
  const allLabels = index.named.length > 0 ? labelsOf(body.parts, index) : NO_LABELS;
  const labels = pairLabels(index, allLabels);
  const claimed = new Set<FoundLabel['label']>();
  for (const { label } of labels.values()) claimed.add(label);
  const blocks = contentBlocks(body, index, claimed, isOriginal);
  const bySlot = groupBy(blocks, ({ slot }) => slot);
  const nobodys = bySlot.get(null) ?? [];
  const content: SectionContent = {
    text,
    body,
    labels,
    allLabels,
    blocks,
    bySlot,
    loose: nobodys.filter(({ left }) => !left),
    stray: nobodys.filter(({ left }) => left),
    byUnder: index.named.length > 0 ? groupBy(blocks, ({ under }) => under) : NOTHING_BELOW,
    own: blocks.filter(({ left }) => !left),
    claimed: [...claimed, ...body.fixedParts].sort((a, b) => a.start - b.start),
    labelsAsked: index.labelsAsked,
    heads: index.heads.size,
    isOriginal,
  };
  const verdicts = new Map<ShapedSlot, Verdict>();
  for (const slot of slots) verdicts.set(slot, withBeside(slot, judgeSlot(slot, content), content));
  const filled = index.inRows ? withOwnRows(withFilledRows(verdicts, content), content) : verdicts;
  const chosen = index.inItems ? withOwnItems(filled) : filled;
  return index.slotsByBlock.has('prose') ? chosen : withStrays(chosen, content);
}

const NO_LABELS: readonly FoundLabel[] = [];
const NOTHING_BELOW: SectionContent['byUnder'] = new Map();

/**
 * Text of the template from another section, or at the beginning of the author's paragraph, if no slot takes
 * paragraphs: it is left over beside the first answer.
 */
function withStrays(verdicts: Map<ShapedSlot, Verdict>, content: SectionContent): Map<ShapedSlot, Verdict> {
  const first = [...verdicts.keys()].find((slot) => !slot.boilerplate && verdicts.get(slot)!.state === 'answered');
  if (!first) return verdicts;
  for (const block of content.bySlot.get(null) ?? []) {
    if (block.form !== 'prose') continue;
    const left = block.left ? { state: 'partial' as const, rule: 'left-beside' } : firstSentenceLeft(block, content);
    if (left) return verdicts.set(first, { ...verdicts.get(first)!, ...left, evidence: block });
  }
  return verdicts;
}

/** The least rows that must pair before others may stand for missing ones. */
const ENOUGH_ROWS = 2;

/** The words of a row's name without plural endings. */
function wordsOf(name: string): string[] {
  return words(name.replaceAll('_', ' ')).map((word) => word.replace(/s$/, ''));
}

/**
 * In a table of names and values, renamed rows stand for the missing rows of the template if there are as many of them,
 * and at least half share a word with a missing name or have its value.
 */
function withOwnRows(verdicts: Map<ShapedSlot, Verdict>, { labels }: SectionContent): Map<ShapedSlot, Verdict> {
  const rows = [...verdicts].filter(([{ shape }]) => shape.form === 'label' && shape.place === 'row');
  const missing = rows.filter(([, { rule }]) => rule === 'missing-part');
  if (missing.length === 0 || rows.length - missing.length < ENOUGH_ROWS) return verdicts;
  const claimed = new Set([...labels.values()].map(({ label }) => label));
  const tables = new Set([...labels.values()].map(({ part }) => part));
  const own = [...tables].flatMap((part) =>
    part.form === 'table' ? part.labels.filter((label) => !claimed.has(label) && label.text !== '') : [],
  );
  const names = own.map(({ name }) => wordsOf(name));
  const renamed = missing.filter(([slot]) => {
    const asked = wordsOf(slot.label ?? '');
    return (
      names.some((words) => words.some((word) => asked.includes(word))) ||
      own.some(({ text }) => slot.shape.form === 'label' && text === slot.shape.unit.pattern.text)
    );
  });
  if (own.length < missing.length || renamed.length * 2 < missing.length) return verdicts;
  for (const [slot, verdict] of missing) verdicts.set(slot, { ...verdict, state: 'answered', rule: 'own-words' });
  return verdicts;
}

/** In a table of names and values that the author has filled in, an unchanged value is the author's as well. */
function withFilledRows(verdicts: Map<ShapedSlot, Verdict>, { labels }: SectionContent): Map<ShapedSlot, Verdict> {
  const rows = [...verdicts].filter(([{ shape }]) => shape.form === 'label' && shape.place === 'row');
  const tableOf = (slot: ShapedSlot) => labels.get(slot)?.part;
  const filled = new Set(
    rows.flatMap(([slot, { rule }]) => (rule === 'answered' ? [tableOf(slot)] : [])).filter(Boolean),
  );
  for (const [slot, verdict] of rows)
    if (verdict.state === 'unconfirmed' && filled.has(tableOf(slot)) && !isInBrackets(slot))
      verdicts.set(slot, { ...verdict, state: 'answered', rule: 'filled-row' });
  return verdicts;
}

/** Whether the template's value is completely in parentheses or italics, so that it describes the value. */
function isInBrackets({ shape }: ShapedSlot): boolean {
  return shape.form === 'label' && /^[(（［【〔].*[)）］】〕]$|^([*_])[^*_]+\1$/u.test(shape.unit.pattern.text);
}

/** The least items of a list that the author must have edited. */
const ENOUGH_ITEMS = 2;

/** A value with this many words is a statement rather than a setting. */
const TELLING_WORDS = 4;

/**
 * In a list of labelled items from which the author removed some, the remaining examples are the author's: all of a
 * list of examples ("- **404 Not Found**: no such thing"), and the sentences in any other. If codes name the items, the
 * removed ones do not occur.
 */
function withOwnItems(verdicts: Map<ShapedSlot, Verdict>): Map<ShapedSlot, Verdict> {
  const items = [...verdicts].filter(([{ shape }]) => shape.form === 'label' && shape.place === 'item');
  const isExample = ({ shape }: ShapedSlot) => shape.form === 'label' && shape.unit.plausible && !shape.unit.standard;
  const isSentence = ({ shape }: ShapedSlot) =>
    shape.form === 'label' && words(shape.unit.pattern.text).length >= TELLING_WORDS;
  const missing = items.filter(([, { rule }]) => rule === 'missing-part');
  const areExamples = items.every(([slot]) => isExample(slot));
  if (missing.length === 0 || items.length - missing.length < ENOUGH_ITEMS) return verdicts;
  const isCatalogue = areExamples && items.every(([{ label }]) => /^[A-Z]{0,4}-?\d/.test(label ?? ''));
  for (const [slot, verdict] of items) {
    if (verdict.state === 'unconfirmed' && isExample(slot) && (areExamples || isSentence(slot)))
      verdicts.set(slot, { ...verdict, state: 'answered', rule: 'filled-row' });
    if (verdict.rule === 'missing-part' && isCatalogue)
      verdicts.set(slot, { ...verdict, state: 'answered', rule: 'own-words' });
  }
  return verdicts;
}

/** A verdict with the template's blocks beside the answer, which an answer removes. */
function withBeside(slot: ShapedSlot, verdict: Verdict, { bySlot }: SectionContent): Verdict {
  const mine = bySlot.get(slot);
  if (!mine) return verdict;
  const site = verdict.site && 'range' in verdict.site ? verdict.site.range : null;
  const takes = (form: string) => form === 'prose' || (form === 'item' && slot.shape.form === 'prose');
  const beside = mine.filter(
    ({ left, form, start, end }) => left && takes(form) && !(site && start < site.end && site.start < end),
  );
  return beside.length > 0 ? { ...verdict, beside } : verdict;
}

function judgeSlot(slot: ShapedSlot, content: SectionContent): Verdict {
  switch (slot.shape.form) {
    case 'heading':
      return judgeHeading(slot, slot.shape, content);
    case 'label':
      return judgeLabel(slot, slot.shape, content);
    default:
      return judgeBlocks(slot, content);
  }
}

function judgeHeading(
  slot: ShapedSlot,
  { unit, blank }: Shape & { form: 'heading' },
  { body, text }: SectionContent,
): Verdict {
  const { heading } = body.section;
  // A document without a heading has its title elsewhere, which is up to the author.
  if (!heading) return { state: 'answered', rule: 'own-words', site: null, evidence: null, value: null };
  const title = fold(plainTitle(body.section.title));
  const { content } = heading;
  const [whole] = (blank === null ? null : namesIn(patternOf(unit.pattern.text, [blank]), title)) ?? [];
  // The placeholder may follow a number that is filled in.
  const name = whole ?? (blank !== null && title.endsWith(blank) ? blank : undefined);
  const start = name ? indexIn(text, name, content) : -1;
  const range = name && start >= 0 ? { start, end: start + name.length } : content;
  const put = range !== content && name !== blank ? name! : null;
  const finding =
    put === null
      ? judgeText({ text: title, unit, same: name === blank || matchesPattern(unit.pattern, title), slot })
      : judgeText({ text: put, unit: null, same: false, slot });
  if (blank !== null && put === null && isCutShort(title, unit.pattern.text, blank))
    return {
      state: 'empty',
      rule: 'empty-value',
      site: { form: 'value', range: content, prefix: '' },
      evidence: content,
      value: null,
    };
  const value = finding.state === 'untouched' ? null : (put ?? body.section.title);
  return { ...finding, site: { form: 'value', range, prefix: '' }, evidence: range, value };
}

/** Whether a title ends with the colon or dash before the name that it lacks: "Step 2:" for "Step 1: [Name]". */
function isCutShort(title: string, pattern: string, blank: string): boolean {
  const lead = pattern.slice(0, pattern.indexOf(blank)).trimEnd();
  const counted = (text: string) => text.replace(/\d+/g, '#').toLowerCase();
  return /[:：–—-]$/.test(title) && pattern.endsWith(blank) && counted(lead) === counted(title);
}

/** The reason of a section that only says that it does not apply; else null. */
function wholeReason(body: Body): string | null {
  const [only, second] = body.parts;
  return only?.form === 'prose' && !second && body.subsections.length === 0 ? notApplicableReason(only.text) : null;
}
