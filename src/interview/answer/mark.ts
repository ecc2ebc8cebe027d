import { type MarkContent, type RecordedPair, writeMark } from '../../judge/mark.ts';
import { NO } from '../../judge/pairings.ts';
import type { Reading, SectionReading, SlotReading } from '../../judge/reading.ts';
import { problemWith } from '../../judge/values.ts';
import { Problem } from '../../problem.ts';
import type { Answer } from '../../template/slot.ts';
import type { TemplateSection } from '../../template/template.ts';
import { bare } from '../../template/title.ts';
import type { Splice } from '../../text/range.ts';
import { endsInBlankLine, eolNear } from '../../text/source.ts';
import * as messages from '../messages.ts';

/**
 * The decision in an answer: which of the author's headings is a section, or that none is. Raises Problem `bad-answers`
 * unless the answer is one of the options or the title of an offered heading.
 */
export function pairFromAnswer({ slot, id }: SlotReading, answer: Answer): RecordedPair {
  if (slot.shape.form !== 'pairing') throw new TypeError(messages.pairingExpected);
  const wrong =
    answer.kind === 'value' ? problemWith(slot, answer.value) : messages.oneOfExpected(slot.options.join(', '));
  if (answer.kind !== 'value' || wrong) throw new Problem('bad-answers', wrong ?? '', { place: { key: id } });
  const answered = bare(String(answer.value));
  const at = slot.allow.findIndex((title) => bare(title) === answered);
  const title = answered === bare(NO) ? null : (slot.shape.titles[Math.max(0, at)] ?? null);
  return { section: slot.section, title };
}

/** The splices that record in the mark which headings are which sections; empty if it has them already. */
export function rememberPairs(reading: Reading, pairs: readonly RecordedPair[]): Splice[] {
  const known = new Map((reading.mark?.headings ?? []).map(({ section, title }) => [section, title]));
  const headings = pairs.filter(({ section, title }) => !known.has(section) || known.get(section) !== title);
  return headings.length === 0 ? [] : markSplices(reading, { headings });
}

/**
 * Raises Problem `bad-answers` if a section is about to be inserted although one of the author's headings may be it,
 * and the author has not decided.
 */
export function refuseDuplicateSection(reading: Reading, sections: readonly TemplateSection[], key: string): void {
  const open = reading.slots.find(
    ({ slot, state }) =>
      slot.shape.form === 'pairing' && state !== 'answered' && sections.some(({ id }) => id === slot.section),
  );
  if (!open) return;
  const section = sections.find(({ id }) => id === open.slot.section)!;
  throw new Problem('bad-answers', messages.sectionBlocked(section.title, open.message), {
    place: { key },
    hints: [messages.answerFirst(open.id, open.slot.options.join(' or '))],
  });
}

/** The mark records "accept as is", because the text itself cannot. */
export function keepSplices(reading: Reading, slot: SlotReading): Splice[] {
  if (slot.state === 'missing' || slot.state === 'empty') {
    throw new Problem('bad-answers', messages.nothingToKeep, { place: { key: slot.id } });
  }
  if (reading.mark?.keep.includes(slot.id)) return [];
  return markSplices(reading, { keep: [slot.id] });
}

/** The splices that add to a spec's mark, which is created at the end of the file if needed. */
export function markSplices(
  { mark, template, document: { text } }: Reading,
  add: Partial<Pick<MarkContent, 'keep' | 'omit' | 'headings'>>,
): Splice[] {
  const joined = (field: 'keep' | 'omit') => [...new Set([...(mark?.[field] ?? []), ...(add[field] ?? [])])];
  const next = writeMark({
    template: mark?.template ?? template.id,
    keep: joined('keep'),
    omit: joined('omit'),
    headings: [
      ...(mark?.headings ?? []).filter(({ section }) => !add.headings?.some((one) => one.section === section)),
      ...(add.headings ?? []),
    ],
  });
  if (mark) return [{ start: mark.start, end: mark.end, text: next }];
  const eol = eolNear(text, text.length);
  const ended = /[\r\n]$/.test(text);
  const apart = endsInBlankLine(text) || text === '' ? '' : ended ? eol : eol + eol;
  return [{ start: text.length, end: text.length, text: apart + next + (ended ? eol : '') }];
}

/**
 * The splices that remove a section with everything below it and record that in the mark. Null for a missing section,
 * for the title section, and if the template or its flow does not allow it.
 */
export function omitSection(reading: Reading, { section, found }: SectionReading): Splice[] | null {
  const mayGo = section.optional || reading.template.flow?.notApplicable === 'delete';
  if (!found?.heading || section.id === '' || !mayGo) return null;
  const end = Math.min(found.end, reading.mark?.start ?? found.end);
  return [{ start: found.start, end, text: '' }, ...markSplices(reading, { omit: [section.id] })];
}
