import { instructionsIn } from '../../judge/guidance-left.ts';
import { linePrefix } from '../../judge/item-text.ts';
import { readSpec } from '../../judge/read.ts';
import type { Reading, Site, SlotReading } from '../../judge/reading.ts';
import { countProblem } from '../../judge/slot-reading.ts';
import { isEmptyValue, problemWith, sameValue } from '../../judge/values.ts';
import { type Document, readDocument } from '../../markdown/document.ts';
import { readFrontMatter } from '../../markdown/front-matter.ts';
import { Problem } from '../../problem.ts';
import { isRepeatable } from '../../template/series.ts';
import type { Answer, Value } from '../../template/slot.ts';
import { readTitle } from '../../template/title.ts';
import { FORMS, inForm } from '../../text/casing.ts';
import { nearest } from '../../text/nearest.ts';
import { onOneLine } from '../../text/printable.ts';
import { applySplices, composeSplices, type Range, type Splice } from '../../text/range.ts';
import { eolNear, lineStartAt } from '../../text/source.ts';
import * as messages from '../messages.ts';
import { insertSection, sectionToInsert } from './insert-section.ts';
import { keepSplices, pairFromAnswer, refuseDuplicateSection, rememberPairs } from './mark.ts';
import { changedParts, toMarkdown } from './markdown.ts';
import { besideLabels, withLabel } from './missing-label.ts';
import { nameSplices, writeName } from './names.ts';
import { addKey, inlineText, replaceKey, setApart, withPrefix } from './placement.ts';
import { repeatSection, writeGroupNotApplicable } from './whole-section.ts';

/**
 * The splices of an answer into `reading.document.text`, ascending; empty if nothing changes (an empty value, or the
 * present one). A name replaces all of its placeholders or, if none is left, the older name; "does not apply" for the
 * only section of a group goes below the group's heading. Raises Problem `bad-answers` for an unknown id and for a
 * value that the slot does not take, `breaks-document` if there is no place for it.
 */
export function answerSplices(reading: Reading, id: string, answer: Answer): Splice[] {
  const slot = slotById(reading, id);
  if (slot.slot.shape.form === 'pairing') return rememberPairs(reading, [pairFromAnswer(slot, answer)]);
  if (answer.kind === 'keep') return keepSplices(reading, slot);
  if (answer.kind === 'value' && (isEmptyValue(answer.value) || isWritten(slot, answer.value))) return [];
  const group = answer.kind === 'not-applicable' && writeGroupNotApplicable(reading, id, answer.reason);
  if (group) return group;
  const entry = writtenAnswer(slot, answer);
  const { text } = reading.document;
  const beside = [...slot.beside, ...usageBeside(reading, slot)];
  return withoutBeside(text, beside, splicesFor(reading, slot, entry))
    .filter((splice) => text.slice(splice.start, splice.end) !== splice.text)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The splices, and those that remove the template's text beside the answer. */
function withoutBeside(text: string, beside: readonly Range[], splices: Splice[]): Splice[] {
  const gone = beside.map(({ start, end }) => {
    const blank = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(end))![0];
    return { start: lineStartAt(text, start), end: end + blank.length, text: '' };
  });
  const apart = gone.filter(
    ({ start, end }) => !splices.some((splice) => start <= splice.end && splice.start <= end - 1),
  );
  return [...splices, ...apart];
}

/**
 * The template's instructions above the first section, which the answer to the first question there removes, or to the
 * first of all where nothing is asked there.
 */
function usageBeside(reading: Reading, { id }: SlotReading): readonly Range[] {
  const [title, next] = reading.sections;
  const isAsked = ({ slot }: SlotReading) => !slot.boilerplate;
  const first = title?.slots.find(isAsked) ?? reading.slots.find(isAsked);
  if (first?.id !== id) return [];
  const end = title?.found?.own.end ?? 0;
  return instructionsIn(reading).filter((place) => place.end <= end || place.start === next?.found?.start);
}

/** The slot of a reading by its id. Raises Problem `bad-answers` that names the nearest id. */
export function slotById(reading: Reading, id: string): SlotReading {
  const slot = reading.slots.find((other) => other.id === id);
  if (slot) return slot;
  const near = nearest(
    id,
    reading.slots.map((other) => other.id),
  );
  throw new Problem('bad-answers', messages.noQuestion(id), {
    place: { key: id },
    hints: near ? [messages.didYouMean(near)] : [],
  });
}

/** The content of an answer; `typed` is false for a text instead of a value of the slot's kind. */
interface WrittenAnswer {
  value: Value;
  typed: boolean;
}

function writtenAnswer(
  { slot, id, value: current }: SlotReading,
  answer: Exclude<Answer, { kind: 'keep' }>,
): WrittenAnswer {
  const refuse = (message: string) => new Problem('bad-answers', message, { place: { key: id } });
  if (answer.kind === 'value') {
    const wrong = problemWith(slot, answer.value) ?? countProblem(slot, answer.value, current);
    if (wrong) throw refuse(wrong);
    return { value: answer.value, typed: true };
  }
  if (slot.kind === 'variable' || slot.shape.form === 'heading') throw refuse(messages.nameIsNeeded);
  const reason = onOneLine(answer.reason.trim());
  return { value: reason === '' ? 'Not applicable' : `Not applicable: ${reason}`, typed: false };
}

/** Whether a slot already has a value, and nothing else. */
function isWritten({ slot, state, value }: SlotReading, given: Value): boolean {
  const isAnswered = state === 'answered' || state === 'pending';
  return isAnswered && value !== null && sameValue(slot, value, given);
}

function splicesFor(reading: Reading, slot: SlotReading, entry: WrittenAnswer): Splice[] {
  const { document } = reading;
  const { site } = slot;
  switch (slot.slot.shape.form) {
    case 'variable':
      return nameEverywhere(reading, slot, String(entry.value).trim());
    case 'key':
      return [keySplice(document, slot, entry)];
    default:
  }
  switch (site?.form) {
    case 'value':
      return [valueSplice(document, slot, site, entry)];
    case 'blocks': {
      const parts = entry.typed ? changedParts(slot.slot, entry.value, document, site.range) : null;
      return parts ?? blocksSplices(document, slot, site, entry);
    }
    case 'insert':
      return [insertion(reading, slot, site.at, entry)];
    default:
      return throughSection(reading, slot, entry);
  }
}

function nameEverywhere(reading: Reading, slot: SlotReading, name: string): Splice[] {
  const variable = reading.template.variables.find((known) => known.slot.id === slot.slot.id)!;
  const splices = writeName(reading, variable, name);
  if (splices.length > 0) return splices;
  // A name from a heading includes the number before it, or not.
  const known = typeof slot.value === 'string' ? slot.value : null;
  const isWritten =
    known === null
      ? FORMS.some((form) => reading.document.text.includes(inForm(name, form)))
      : known.slice(readTitle(known).number.length) === name;
  if (isWritten) return [];
  throw new Problem('bad-answers', messages.noPlaceholderLeft, {
    place: { key: slot.id },
    hints: [messages.changeNameInText],
  });
}

function keySplice(document: Document, { slot, site }: SlotReading, { value, typed }: WrittenAnswer): Splice {
  const listed = typed && slot.kind !== 'line' && Array.isArray(value);
  const written = listed ? (value as string[]) : toText(slot, value, typed, document, null);
  const key = slot.shape.form === 'key' ? slot.shape.key : '';
  const splice = site?.form === 'value' ? replaceKey(document, site.range, written) : addKey(document, key, written);
  const end = (document.frontMatter?.end ?? 0) + splice.text.length - (splice.end - splice.start);
  const after = readDocument(applySplices(document.text, [splice]), { start: 0, end });
  if (readFrontMatter(document)?.valid !== false && readFrontMatter(after)?.valid === false)
    throw new Problem('breaks-document', messages.noPlaceForKey(key), {
      place: { key: slot.id },
    });
  return splice;
}

function toText(
  slot: SlotReading['slot'],
  value: Value,
  typed: boolean,
  document: Document,
  range: Range | null,
): string {
  return typed ? toMarkdown(slot, value, document, range) : String(value);
}

/** The splice that replaces a value in the line of its label, or adds it after a blank. */
function valueSplice(
  document: Document,
  { slot }: SlotReading,
  { range, prefix }: Site & { form: 'value' },
  { value, typed }: WrittenAnswer,
): Splice {
  const { text } = document;
  const written = inlineText(text, range, slot.shape, toText(slot, value, typed, document, range));
  const isApart = range.start === range.end || /\s/.test(text[range.start] ?? ' ');
  const touching = isApart && /\S/.test(text[range.start - 1] ?? ' ');
  return {
    start: range.start,
    end: range.end,
    text: (touching ? ' ' : '') + withPrefix(written, prefix, eolNear(text, range.start)),
  };
}

function blocksSplices(
  document: Document,
  { slot }: SlotReading,
  { range: { start, end } }: Site & { form: 'blocks' },
  { value, typed }: WrittenAnswer,
): Splice[] {
  const { text } = document;
  const markdown = toText(slot, value, typed, document, { start, end });
  const written = withPrefix(markdown, linePrefix(text, start), eolNear(text, start));
  // A comment at the end of an answer is not part of its place.
  const isWritten = text.startsWith(written, start) && /^[ \t]*(?:[\r\n]|$)/.test(text.slice(start + written.length));
  return isWritten && start + written.length > end ? [] : [{ start, end, text: written }];
}

function insertion(reading: Reading, slot: SlotReading, at: number, { value, typed }: WrittenAnswer): Splice {
  const { document } = reading;
  const above = document.sections.flatMap(({ blocks }) => blocks).find(({ end }) => end === at);
  if (above?.kind === 'fence' && !above.closed)
    throw new Problem('breaks-document', messages.openFence, {
      place: { key: slot.id },
      hints: [messages.closeFence],
    });
  const written = toText(slot.slot, value, typed, document, null);
  return besideLabels(reading, slot, written) ?? setApart(document.text, at, withLabel(slot, written));
}

/** An answer to a slot of a missing section: inserts the section first. */
function throughSection(reading: Reading, slot: SlotReading, entry: WrittenAnswer): Splice[] {
  const { template, document } = reading;
  const section = template.sections.find((known) => known.id === slot.slot.section)!;
  let splices: Splice[] = [];
  let now = reading;
  const change = (more: readonly Splice[]) => {
    splices = composeSplices(document.text, splices, more);
    now = readSpec(applySplices(document.text, splices), template);
  };
  const tried = new Set<string>();
  for (;;) {
    const here = slotById(now, slot.id);
    if (here.site !== null) return composeSplices(document.text, splices, splicesFor(now, here, entry));
    const within = now.sections.find(({ slots }) => slots.includes(here))?.within ?? null;
    const next = sectionToInsert(now, section, within);
    if (tried.has(next.id))
      throw new Problem('breaks-document', messages.sectionNotAdded(section.title), {
        place: { key: slot.id },
        hints: [messages.addHeading],
      });
    tried.add(next.id);
    refuseDuplicateSection(now, [section, next], slot.id);
    // A section with too few copies gets another one.
    const isCopy =
      next === section && isRepeatable(section) && now.sections.some((one) => one.section === section && one.found);
    change(isCopy && !within ? repeatSection(now, section.id) : [insertSection(now, next, within)]);
    change(nameSplices(reading, now));
  }
}
