import { remainingGuidance } from '../interview/guidance.ts';
import { gapsOf, isOptional, pathOf, questionsOf, sectionOf, sectionPath } from '../interview/questions.ts';
import type { Reading, SlotReading, State } from '../judge/reading.ts';
import type { Value } from '../template/slot.ts';
import { foldCase } from '../text/fold.ts';
import { textIn } from '../text/range.ts';
import * as messages from './messages.ts';

/** The lines before a question, in the order that helps a listener: section, number, question, help, present answer. */
export function questionLines(reading: Reading, slot: SlotReading): string[] {
  const { slot: asked, value, message } = slot;
  const section = sectionOf(reading, slot.id);
  const current = currentText(reading, slot);
  return [
    ...(section ? [sectionPath(section).join(' › ')] : []),
    (isOptional(slot) ? messages.optionalNumber : messages.questionNumber)(
      numberOf(reading, slot),
      questionsOf(reading).length,
    ),
    asked.ask,
    ...part('', prose(asked.help)),
    ...(current !== '' && current.includes(asked.guidance.trim())
      ? []
      : part(messages.templateSays, prose(remainingGuidance(asked)))),
    ...(current === '' ? part(messages.exampleTitle, prose(asked.example)) : []),
    ...(current === '' ? [] : part(messages.exampleToKeep, prose(current))),
    ...(value === null ? [] : part(messages.currentAnswer, shown(value))),
    ...(slot.state === 'not-applicable'
      ? part(messages.currentAnswer, [messages.doesNotApply, ...prose(slot.reason ?? '')])
      : []),
    ...(value !== null && message ? [messages.whatIsWrong(message)] : []),
  ];
}

/** The number of a question among all questions, from 1. */
export function numberOf(reading: Reading, { id }: SlotReading): number {
  return questionsOf(reading).findIndex((one) => one.id === id) + 1;
}

/** The titles that lead to a question. */
export function titlesOf(reading: Reading, slot: SlotReading): string {
  return pathOf(reading, slot).join(' › ');
}

/** The questions as lines, with number, titles and state. */
export function listLines(reading: Reading, slots: readonly SlotReading[] = questionsOf(reading)): string[] {
  return slots.map((slot) => `  ${numberOf(reading, slot)}. ${titlesOf(reading, slot)}: ${STATE_WORDS[slot.state]}`);
}

/** The states as shown to authors. */
const STATE_WORDS: Readonly<Record<State, string>> = {
  missing: messages.sectionMissing,
  empty: messages.toAnswer,
  untouched: messages.toAnswer,
  partial: messages.answeredInPart,
  pending: messages.putOff,
  unconfirmed: messages.toKeepOrChange,
  answered: 'answered',
  'not-applicable': messages.doesNotApply,
  boilerplate: messages.toTick,
};

/** The questions that are still to be answered, as lines. */
export function leftLines(reading: Reading): string[] {
  const gaps = gapsOf(reading);
  return gaps.length === 0 ? [messages.nothingLeft] : listLines(reading, gaps);
}

/** The question with a number, or those whose words, titles or id contain all the given words. */
export function questionsFor(reading: Reading, text: string): SlotReading[] {
  const questions = questionsOf(reading);
  if (/^\d{1,5}$/.test(text)) return questions.slice(Math.max(0, Number(text) - 1), Number(text));
  const words = foldCase(text).split(/\s+/).filter(Boolean);
  return questions.filter((slot) => {
    const place = foldCase(`${titlesOf(reading, slot)} ${slot.slot.ask} ${slot.id}`);
    return words.length > 0 && words.every((word) => place.includes(word));
  });
}

/** The text in the spec that the author may keep as it is, or ''. */
export function currentText({ document }: Reading, { state, range }: SlotReading): string {
  return state === 'unconfirmed' ? textIn(document.text, range) : '';
}

/** Why a slot's text cannot be kept; null if it can: an example, or the author's own incomplete text. */
export function keepRefusal({ state }: SlotReading): string | null {
  if (state === 'unconfirmed' || state === 'partial') return null;
  if (state === 'answered' || state === 'not-applicable') return messages.answeredAlready;
  if (state === 'untouched') return messages.onlyPlaceholder;
  return messages.nothingToKeep;
}

/** A value as indented lines. */
export function valueLines(value: Value): string[] {
  return part('', shown(value));
}

function part(title: string, lines: readonly string[]): string[] {
  if (lines.every((line) => line.trim() === '')) return [];
  const indented = lines.map((line) => `  ${line}`.trimEnd());
  return title === '' ? indented : [title, ...indented];
}

/** A value as lines of text. */
function shown(value: Value): string[] {
  if (typeof value === 'string') return value.split('\n');
  return value.flatMap((one) => {
    if (typeof one === 'string') return `- ${one}`.split('\n');
    if (Array.isArray(one)) return [one.join(' | ')];
    return [`[${one.done ? 'x' : ' '}] ${one.text}`];
  });
}

const FENCE = /^\s*(?:```|~~~)/;
/** A line that starts a block of its own rather than continuing the line before. */
const OWN_LINE = /^(?:\s*$|\s*(?:[-*+]|\d{1,9}[.)])\s|\s*[|#>]|\s{4})/;

/** Markdown as lines to read: each paragraph in one line, so that it can be wrapped, and code without its fence. */
function prose(text: string): string[] {
  const lines: string[] = [];
  let isCode = false;
  let isOpen = false;
  for (const line of text.trim().split(/\r\n|\n|\r/)) {
    if (FENCE.test(line)) {
      isCode = !isCode;
      isOpen = false;
      continue;
    }
    if (isOpen && !isCode && !OWN_LINE.test(line)) lines[lines.length - 1] += ` ${line.trim()}`;
    else lines.push(isCode ? line : line.trimEnd());
    isOpen = !isCode && line.trim() !== '' && !/^\s*[|#]|^\s{4}/.test(line);
  }
  return lines;
}
