import { writeMark } from '../judge/mark.ts';
import { isGap, type Reading, type SlotReading } from '../judge/reading.ts';
import { countProblem } from '../judge/slot-reading.ts';
import { isEmptyValue, problemWith, sameValue } from '../judge/values.ts';
import { Problem } from '../problem.ts';
import type { Answer, Slot, Value } from '../template/slot.ts';
import type { Template } from '../template/template.ts';
import { slug } from '../text/casing.ts';
import { applySplices } from '../text/range.ts';
import { eolNear } from '../text/source.ts';
import { controlProblem, type Fail, givenValue, isObject, isScalar } from './given-value.ts';
import * as messages from './messages.ts';
import { isAsked, isOpenPairing } from './questions.ts';

/** A question of `questions --json`, which `fill` accepts with `value` filled in. */
export interface Question {
  id: string;
  section: string[];
  kind: Slot['kind'];
  ask: string;
  help: string;
  required: boolean;
  options?: string[];
  columns?: string[];
  value?: Value | null;
}

/** The questions of a spec: its gaps, or with `all` every question, with its present value. */
export function formQuestions(reading: Reading, all: boolean): Question[] {
  const asked = reading.sections.flatMap((section) =>
    section.slots
      .filter(all ? isAsked : (slot) => isGap(slot) || isOpenPairing(slot))
      .map((slot) => ({ section, slot })),
  );
  return asked.map(({ section, slot: { slot, id, required, value } }) => ({
    id,
    section: section.section.path,
    kind: slot.kind,
    ask: slot.ask,
    help: [slot.help, slot.help === '' ? slot.guidance : ''].filter(Boolean).join('\n\n'),
    required,
    ...(slot.options.length > 0 ? { options: slot.options } : {}),
    ...(slot.kind === 'table' ? { columns: slot.columns.map((column) => column.title) } : {}),
    value,
  }));
}

/** The place of a key of an answers file, for messages. */
export type LineOf = (key: readonly (string | number)[]) => number | undefined;

/**
 * The answers of a parsed answers file, by id: either an object by id, or the form that formQuestions returns. Null,
 * absent and empty values are ignored. Raises Problem `bad-answers` with key and line for an unknown id, a repeated
 * answer, a wrong type, an unknown option, and a control character.
 */
export function answersOf(data: unknown, reading: Reading, lineOf: LineOf = () => undefined): Map<string, Answer> {
  const slots = new Map(reading.slots.map((slot) => [slot.id, slot]));
  const others = otherIds(reading);
  const answers = new Map<string, Answer>();
  const seen = new Set<string>();
  for (const { id: given, entry, key } of entriesOf(data, (id) => slots.has(id))) {
    const id = slots.has(given) ? given : (others.get(given)?.id ?? given);
    const fail = (message: string, hints: string[] = []): never => {
      throw new Problem('bad-answers', message, { place: { key: given, line: lineOf(key) }, hints });
    };
    if (seen.has(id)) fail(messages.answeredTwice);
    seen.add(id);
    const slot = slots.get(id) ?? fail(messages.noQuestion(given), [messages.questionsHint]);
    const answer = answerOf(entry, slot, fail);
    if (answer) answers.set(id, answer);
  }
  return answers;
}

/** The key of the answer to a question in the data of an answers file. */
export function answerKey(data: unknown, id: string): (string | number)[] {
  const form = formOf(data);
  const index = form?.entries.findIndex((entry) => isObject(entry) && entry.id === id) ?? -1;
  return form && index >= 0 ? [...form.at, index] : [id];
}

/** The entries of data in the form of formQuestions, with their keys; null for other data. */
function formOf(data: unknown): { entries: unknown[]; at: string[] } | null {
  if (Array.isArray(data)) return { entries: data, at: [] };
  return isObject(data) && Array.isArray(data.questions) ? { entries: data.questions, at: ['questions'] } : null;
}

function entriesOf(
  data: unknown,
  isSlot: (id: string) => boolean,
): { id: string; entry: unknown; key: (string | number)[] }[] {
  const form = formOf(data);
  if (form)
    return form.entries.map((entry, index) => {
      if (!isObject(entry) || typeof entry.id !== 'string') {
        throw new Problem('bad-answers', messages.questionHasNoId(index + 1), {
          hints: [messages.idHint],
        });
      }
      return {
        id: entry.id,
        entry: 'notApplicable' in entry || 'keep' in entry ? entry : entry.value,
        key: [...form.at, index],
      };
    });
  if (data === null || data === undefined) return [];
  if (!isObject(data)) throw new Problem('bad-answers', messages.answersShape);
  return (
    Object.entries(data)
      // The key `version` is the form's version, unless the spec has a question with that id.
      .filter(([id]) => id !== 'version' || isSlot(id))
      .map(([id, entry]) => ({ id, entry, key: [id] }))
  );
}

function answerOf(entry: unknown, reading: SlotReading, fail: Fail): Answer | null {
  if (entry === null || entry === undefined) return null;
  if (isObject(entry) && ('notApplicable' in entry || 'keep' in entry || 'value' in entry))
    return answerIn(entry, reading, fail);
  const { slot } = reading;
  const value = givenValue(entry, slot, fail);
  if (isEmptyValue(value)) return null;
  const isCurrent = reading.value !== null && sameValue(slot, reading.value, value);
  const wrong = isCurrent
    ? null
    : (controlProblem(value) ?? problemWith(slot, value) ?? countProblem(slot, value, reading.value));
  return wrong ? fail(wrong) : { kind: 'value', value };
}

/** The answer of an entry that names its kind: a value, "not applicable", or keeping the present text. */
function answerIn(entry: Record<string, unknown>, reading: SlotReading, fail: Fail): Answer | null {
  const { keep = null, notApplicable = null, value = null } = entry;
  if (keep !== null && typeof keep !== 'boolean') fail(messages.keepShape);
  if (notApplicable !== null && typeof notApplicable !== 'boolean' && !isScalar(notApplicable))
    fail(messages.notApplicableShape);
  const given = [keep === true, notApplicable !== null && notApplicable !== false, value !== null];
  if (given.filter(Boolean).length > 1) fail(messages.oneOfThree);
  if (keep === true) return { kind: 'keep' };
  if (given[1]) {
    const reason = notApplicable === true ? '' : String(notApplicable);
    const wrong = controlProblem(reason);
    return wrong ? fail(wrong) : { kind: 'not-applicable', reason };
  }
  return answerOf(value, reading, fail);
}

/** The last parts of ids that only name a kind of block. */
const KINDS = ['paragraph', 'list', 'checklist', 'table', 'code'];

/**
 * Other ids that are accepted for questions: the whole name of a label or key, with its mark (`replaces-optional`), and
 * a section with any kind of block (`status/paragraph`) if that section has one question. So an answers file still
 * works after a template turns a paragraph into a list.
 */
function otherIds({ sections, template }: Reading): Map<string, SlotReading> {
  const ids = new Map<string, SlotReading>();
  for (const { id, slots } of sections) {
    const within = (name: string) => [id, name].filter(Boolean).join('/');
    for (const reading of slots) {
      const name = writtenName(reading, template.text);
      if (name !== '' && !ids.has(within(slug(name)))) ids.set(within(slug(name)), reading);
    }
    const [only, another] = slots.filter(
      ({ slot }) => !slot.boilerplate && slot.shape.form !== 'heading' && slot.kind !== 'variable',
    );
    if (only && !another) for (const kind of KINDS) ids.set(within(kind), only);
  }
  return ids;
}

/** The name of a label or key as the template writes it, with its mark; '' for other slots. */
function writtenName({ slot: { shape, range } }: SlotReading, text: string): string {
  if (shape.form === 'label') return shape.name;
  if (shape.form !== 'key') return '';
  return /^[^\r\n:]*/.exec(text.slice(range.start, range.end))![0];
}

/** The text of a new spec: the template without its instructions and answers, with the mark that names the template. */
export function blankSpec(template: Template, name = template.id): string {
  const { document, text } = template;
  const { start, end } = {
    start: document.frontMatter?.start ?? document.root.start,
    end: document.root.end,
  };
  const dropped = template.instructions.map((range) => {
    const blank = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(range.end))![0];
    return { start: range.start - start, end: range.end + blank.length - start, text: '' };
  });
  const body = applySplices(text.slice(start, end), dropped);
  const eol = eolNear(body, 0);
  const closed = body.trimEnd() + eol;
  return `${closed}${eol}${writeMark({ template: name, keep: [], omit: [], headings: [] })}${eol}`;
}
