import type { RecordedPair } from '../../judge/mark.ts';
import { NO } from '../../judge/pairings.ts';
import type { Reading, SlotReading } from '../../judge/reading.ts';
import { problemWith } from '../../judge/values.ts';
import { Problem } from '../../problem.ts';
import { bare } from '../../template/pattern.ts';
import type { Answer } from '../../template/slot.ts';
import type { TemplateSection } from '../../template/template.ts';
import type { Splice } from '../../text/range.ts';
import * as messages from '../messages.ts';
import { markSplices } from './keep.ts';

/**
 * What an answer says of a section: which heading of the author's it is, or that none is. Raises Problem `bad-answers`
 * for anything but one of the options, or the title of a heading that is offered.
 */
export function pairOf({ slot, id }: SlotReading, answer: Answer): RecordedPair {
  if (slot.shape.form !== 'pairing') throw new TypeError(messages.pairingExpected);
  const wrong =
    answer.kind === 'value'
      ? problemWith(slot, answer.value)
      : messages.oneOfExpected(slot.options.join(', '));
  if (answer.kind !== 'value' || wrong) throw new Problem('bad-answers', wrong ?? '', { place: { key: id } });
  const answered = bare(String(answer.value));
  const at = slot.allow.findIndex((title) => bare(title) === answered);
  const title = answered === bare(NO) ? null : (slot.shape.titles[Math.max(0, at)] ?? null);
  return { section: slot.section, title };
}

/** The splices that record in the mark which headings are which sections; none if it has them already. */
export function rememberPairs(reading: Reading, pairs: readonly RecordedPair[]): Splice[] {
  const known = new Map((reading.mark?.headings ?? []).map(({ section, title }) => [section, title]));
  const headings = pairs.filter(({ section, title }) => !known.has(section) || known.get(section) !== title);
  return headings.length === 0 ? [] : markSplices(reading, { headings });
}

/**
 * Raises Problem `bad-answers` where a section is about to be put in although a heading of the author's may be it, and
 * the author has not said whether it is.
 */
export function refuseSecond(reading: Reading, sections: readonly TemplateSection[], key: string): void {
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
