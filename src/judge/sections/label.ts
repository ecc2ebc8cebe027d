import { nestedItems, type Part, visibleText } from '../../markdown/parts.ts';
import { isNone } from '../../template/default.ts';
import { Phrases } from '../../template/languages/index.ts';
import { commentsIn, nestedText } from '../../template/make-slot.ts';
import { isQuestion, sentences } from '../../template/phrasing.ts';
import type { ShapedSlot } from '../../template/slot.ts';
import { likenessOf, SAME_IDEA, termsOf } from '../../template/terms.ts';
import { matchesPattern, nameKey } from '../../template/title.ts';
import { fold } from '../../text/fold.ts';
import { sum } from '../../text/group.ts';
import { type Range, rangeOf } from '../../text/range.ts';
import { asksForSummary } from '../align/titles.ts';
import { linePrefix } from '../item-text.ts';
import { isAuthors, type Verdict } from '../reading.ts';
import { notApplicableReason } from '../rules/author-text.ts';
import { judgeText } from '../rules/index.ts';
import { isDescription } from './at-the-top.ts';
import { ownWords } from './blocks.ts';
import type { ContentBlock, SectionContent } from './content-blocks.ts';
import type { FoundLabel } from './labels.ts';
import { nestedLeft, speaksOfCode } from './leftovers.ts';
import { insertSite, missingPart, siteOf, valueAt, valueOfText } from './site.ts';
import { isNameIn } from './table.ts';

/** Judges a labelled value: only the text after the label counts (judgement, rule 14). */
export function judgeLabel(
  slot: ShapedSlot,
  shape: ShapedSlot['shape'] & { form: 'label' },
  content: SectionContent,
): Verdict {
  const { text } = content;
  const found = content.labels.get(slot);
  if (!found) return judgeMissingLabel(slot, content);
  const { label, item, part } = found;
  const nested = item !== null && item.item.children.length > 1;
  // A hyphen in a cell means none.
  const written = part.form === 'table' && label.text === '-' ? '–' : label.text;
  const value = (item && nestedText(label, item)) || written;
  // What answers another question below a value is not the value.
  const answersAnother = (other: ShapedSlot | null) =>
    other !== null && other !== slot && shape.unit.pattern.text !== '';
  const under = value === '' ? content.byUnder.get(nameKey(label.name)) : undefined;
  const below = (under ?? []).filter((block) => !block.left && !answersAnother(block.slot) && !isLabelOnly(block));
  if (below.length > 0) return judgeBelow(slot, below, content);
  const same = value !== '' && (matchesPattern(shape.unit.pattern, value) || content.isOriginal(value));
  const read = judgeText({ text: value, unit: shape.unit, same, slot });
  const isName = part.form === 'table' && read.rule === 'pending' && isNameIn(text, value);
  const judged = isName ? { state: 'answered' as const, rule: 'answered' } : read;
  // What asks for the value may be in the paragraphs below.
  const requests = (content.bySlot.get(slot) ?? []).filter(
    ({ left, form, start }) => form === 'prose' && left && !left.aside && start >= label.end,
  );
  const [request] = requests;
  if (request && value === '') {
    const asked = judgeText({ text: request.text, unit: request.left!, same: true, slot });
    return { ...asked, site: siteOf(requests, content), evidence: request, value: null };
  }
  // An instruction to paste something may stay above it.
  if (judged.state !== 'answered' && same && isPasted(part, value, content))
    return { state: 'answered', rule: 'own-words', site: null, evidence: null, value: null };
  const beside = request ? { state: 'partial' as const, rule: 'left-beside' } : null;
  const kept = judged.state !== 'answered' ? null : ((item && nestedLeft(shape.unit.nested, item, text)) ?? beside);
  // The author's text nested below an unchanged value is a partial answer.
  const finding =
    kept ??
    (judged.state === 'untouched' && nested && value === label.text && label.text !== ''
      ? { ...judged, state: 'partial' as const }
      : judged);
  const place = shownValue(text, label.value, value === '' ? '' : shape.comment);
  const raw = text.slice(place.start, place.end);
  const prefix = linePrefix(text, item ? item.start : label.start) + (item ? ' '.repeat(item.item.indent) : '');
  // Of what is nested, a value takes the place of the template's, and of comments alone.
  const takesNested = item !== null && (value === '' ? nested : same && value !== label.text);
  return {
    ...finding,
    site: {
      form: 'value',
      range: takesNested ? { start: label.value.start, end: item.end } : place,
      prefix,
    },
    evidence:
      kept && (request ?? item)
        ? rangeOf((request ?? item)!)
        : label.value.start < label.value.end
          ? label.value
          : rangeOf(label),
    value:
      isAuthors(finding.state) && raw !== ''
        ? valueOfText(slot, asTyped(withoutPrefix(raw, prefix, slot.kind), part))
        : null,
    reason: finding.state === 'not-applicable' ? notApplicableReason(value) : null,
    ...besideLabel(slot, shape.unit.nested, found, text),
  };
}

/** The verdict on a label that the section lacks. */
function judgeMissingLabel(slot: ShapedSlot, content: SectionContent): Verdict {
  const { labels, blocks, body } = content;
  if (isOtherKind(slot, content))
    return { state: 'answered', rule: 'own-words', site: insertSite(body), evidence: null, value: null };
  const mayAnswer = (labels.size === 0 && speaksForLabels(content)) || isSummarised(slot, content);
  return (
    (mayAnswer ? ownWords(slot, content, []) : null) ?? missingPart(body, labels.size === 0 && blocks.length === 0)
  );
}

/** Whether a paragraph is a bold label that heads what is below it. */
function isLabelOnly({ form, text }: ContentBlock): boolean {
  return form === 'prose' && /^(\*\*|__)[^*_]+(?:[:：]\1|\1\s*[:：])$/.test(text);
}

/** The template's aside in front of a label, or its items nested in the label's, which an answer removes. */
function besideLabel(
  { units }: ShapedSlot,
  expected: readonly string[] = [],
  { label, item, part }: FoundLabel,
  text: string,
): Partial<Verdict> {
  const lead = { start: part.start, end: label.start };
  const above = fold(text.slice(lead.start, lead.end));
  if (part.form === 'prose' && units.some((unit) => unit.aside && unit.pattern.text === above))
    return { beside: [lead] };
  if (!item || expected.length === 0) return {};
  const left = nestedItems(item.item).filter((inner) => {
    const shown = visibleText(text, inner);
    return expected.includes(shown) && !isQuestion(shown);
  });
  return left.length > 0 ? { beside: left } : {};
}

/** Whether a label that asks for output or code has the author's directly below it. */
function isPasted(part: Part, value: string, { blocks }: SectionContent): boolean {
  const next = blocks.find(({ start }) => start >= part.end);
  return next?.form === 'fence' && !next.left && (speaksOfCode(value) || PASTE.isIn(value));
}

const PASTE = new Phrases('pastes');

/** An entry of a list ("Component — purpose") rather than a value: several words with a dash between them. */
const ENTRY = /^\S.*?\s[—–-]\s(.*\S)$/;

/**
 * Whether a label only distinguishes kinds of entries ("Inbound: Service — purpose", "Outbound: Service — purpose"):
 * the author has entries of another kind, or denies all after one of the labels.
 */
function isOtherKind(slot: ShapedSlot, { labels, allLabels }: SectionContent): boolean {
  const { shape } = slot;
  if (shape.form !== 'label' || shape.place !== 'item' || shape.group === null) return false;
  const form = ENTRY.exec(shape.unit.pattern.text)?.[1];
  if (form === undefined) return false;
  const isKind = (other: ShapedSlot['shape']) =>
    other.form === 'label' && other.group === shape.group && ENTRY.exec(other.unit.pattern.text)?.[1] === form;
  if ([...labels.keys()].some((other) => other !== slot && isKind(other.shape))) return true;
  const heading = termsOf(nameKey(shape.group));
  return allLabels.some(
    ({ label }) => label.text !== '' && likenessOf(heading, termsOf(nameKey(label.name))).shared >= SAME_IDEA,
  );
}

const SEE_ELSEWHERE = new Phrases('seeElsewhere');

/**
 * Whether the section's own text is enough to answer its labels without them: one sentence answers one; "none" and "see
 * above" answer all.
 */
function speaksForLabels({ own, labelsAsked, text }: SectionContent): boolean {
  const [only] = own;
  if (only && own.length === 1 && (isNone(only.text) || SEE_ELSEWHERE.isWhole(only.text))) return true;
  const count = sum(own.map((block) => statementsIn(block, text)));
  return count >= Math.min(labelsAsked, ENOUGH);
}

/** The number of statements in a block: its sentences, rows or lines of code. */
function statementsIn({ form, part, text, start, end }: ContentBlock, document: string): number {
  if (form === 'prose') return sentences(text).length;
  if (part?.form === 'table') return Math.max(1, part.rows.length);
  return form === 'fence'
    ? document
        .slice(start, end)
        .trim()
        .split(/\r\n|\n|\r/).length
    : 1;
}

/** Whether a label asks for a summary, and the author has a paragraph beside the labels. */
function isSummarised({ label }: ShapedSlot, { own }: SectionContent): boolean {
  return asksForSummary(label ?? '') && own.some(({ form, text }) => form === 'prose' && isDescription(text));
}

/** A text with this many sentences, items, rows or lines may answer any number of labels. */
const ENOUGH = 2;

/** A value without the template's comment on it, which an answer keeps. */
function shownValue(text: string, { start, end }: Range, comment: string): Range {
  const at = comment === '' ? -1 : text.lastIndexOf('<!--', end);
  const isLast = at > start && text.slice(start, end).endsWith('-->');
  if (!isLast || commentsIn(text, { start: at, end }) !== comment) return { start, end };
  return { start, end: start + text.slice(start, at).trimEnd().length };
}

/** A value without the escapes of its table cell. */
function asTyped(raw: string, part: Part): string {
  return part.form === 'table' ? raw.replaceAll('\\|', '|') : raw;
}

/** Judges a label whose value is the block directly below it: a list, a paragraph, code. */
function judgeBelow(slot: ShapedSlot, below: readonly ContentBlock[], content: SectionContent): Verdict {
  const { text, body } = content;
  const findings = below.map((block) => judgeText({ text: block.text, unit: null, same: false, slot }));
  const verdict = findings.find(({ state }) => state === 'pending') ?? {
    state: 'answered' as const,
    rule: 'answered',
  };
  const evidence = verdict.state === 'pending' ? below[0]! : null;
  const site = siteOf(below, content) ?? insertSite(body);
  return {
    ...verdict,
    site,
    evidence,
    value: valueAt({ ...slot, kind: 'paragraph' }, site, below, [], text),
  };
}

/** A value of several lines without the prefixes of its place; on one line for kinds with one line. */
function withoutPrefix(raw: string, prefix: string, kind: ShapedSlot['kind']): string {
  const lines = raw
    .split(/\r\n|\n|\r/)
    .map((line, index) => (index > 0 && line.startsWith(prefix) ? line.slice(prefix.length) : line));
  return kind === 'paragraph' || kind === 'list' ? lines.join('\n') : lines.map((line) => line.trim()).join(' ');
}
