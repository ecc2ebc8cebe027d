import { Problem } from '../problem.ts';
import type { Answer, Column, Slot, Task, Value } from '../template/slot.ts';
import { isGap, type Reading } from './reading.ts';
import { isEmptyValue, problemWith } from './values.ts';

/** One question of `questions --json`: what `fill` takes back with its `value` filled in. */
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

/** The questions that a spec leaves: its gaps, or with `all` every slot that is asked at all, with what stands there. */
export function questionsOf(reading: Reading, all: boolean): Question[] {
  const asked = reading.sections.flatMap((section) =>
    section.slots
      .filter((slot) => slot.state !== 'boilerplate' && (all || isGap(slot)))
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

/** Where a key of an answers file stands, for messages. */
export type LineOf = (key: readonly (string | number)[]) => number | undefined;

/**
 * The answers of a parsed answers file, by id: either an object by id, or the form that questionsOf gives. Null, absent
 * and empty values say nothing. Raises Problem `bad-answers` with key and line for an unknown id, a wrong type, and an
 * option that does not exist.
 */
export function answersOf(
  data: unknown,
  reading: Reading,
  lineOf: LineOf = () => undefined,
): Map<string, Answer> {
  const slots = new Map(reading.slots.map((slot) => [slot.id, slot.slot]));
  const answers = new Map<string, Answer>();
  for (const { id, entry, key } of entriesOf(data, (id) => slots.has(id))) {
    const fail = (message: string, hints: string[] = []): never => {
      throw new Problem('bad-answers', message, { place: { key: id, line: lineOf(key) }, hints });
    };
    const slot =
      slots.get(id) ??
      fail(`there is no question “${id}”`, ['`spec-wizard questions FILE --all` lists them.']);
    const answer = answerOf(entry, slot, fail);
    if (answer) answers.set(id, answer);
  }
  return answers;
}

function entriesOf(
  data: unknown,
  isSlot: (id: string) => boolean,
): { id: string; entry: unknown; key: (string | number)[] }[] {
  const listed =
    isObject(data) && Array.isArray(data.questions) ? data.questions : Array.isArray(data) ? data : null;
  const base = isObject(data) && listed ? ['questions'] : [];
  if (listed) {
    return listed.map((entry: unknown, index) => {
      if (!isObject(entry) || typeof entry.id !== 'string') {
        throw new Problem('bad-answers', `question ${index + 1} has no id`, {
          hints: ['Each needs the id that `questions --json` gives.'],
        });
      }
      return {
        id: entry.id,
        entry: 'notApplicable' in entry || 'keep' in entry ? entry : entry.value,
        key: [...base, index],
      };
    });
  }
  if (data === null || data === undefined) return [];
  if (!isObject(data))
    throw new Problem(
      'bad-answers',
      'answers are an object by question id, or the form that `questions --json` prints',
    );
  return (
    Object.entries(data)
      // The version of the form, unless the spec itself is asked for one.
      .filter(([id]) => id !== 'version' || isSlot(id))
      .map(([id, entry]) => ({ id, entry, key: [id] }))
  );
}

type Fail = (message: string, hints?: string[]) => never;

function answerOf(entry: unknown, slot: Slot, fail: Fail): Answer | null {
  if (entry === null || entry === undefined) return null;
  if (isObject(entry) && ('notApplicable' in entry || 'keep' in entry || 'value' in entry)) {
    if (entry.keep === true) return { kind: 'keep' };
    if (typeof entry.notApplicable === 'string')
      return { kind: 'not-applicable', reason: entry.notApplicable };
    if (entry.notApplicable === true) return { kind: 'not-applicable', reason: '' };
    return 'value' in entry ? answerOf(entry.value, slot, fail) : null;
  }
  const value = asValue(entry, slot);
  if (value === null) return fail(`${kindWanted(slot)} is wanted here`);
  if (isEmptyValue(value)) return null;
  const wrong = problemWith(slot, value);
  return wrong ? fail(wrong) : { kind: 'value', value };
}

function kindWanted(slot: Slot): string {
  if (slot.kind === 'table') return 'a list of rows';
  return slot.kind === 'list' || slot.kind === 'choices' || slot.kind === 'checklist' ? 'a list' : 'a text';
}

/** A value as an answers file may write it, in the shape the slot takes; null where it cannot be that. */
function asValue(entry: unknown, slot: Slot): Value | null {
  switch (slot.kind) {
    case 'list':
    case 'choices':
      if (typeof entry === 'string') return listItems(entry);
      return Array.isArray(entry) && entry.every(isScalar) ? entry.map(String) : null;
    case 'checklist':
      if (typeof entry === 'string') return listItems(entry).map(taskOf);
      return Array.isArray(entry) ? everyOf(entry, asTask) : null;
    case 'table':
      if (typeof entry === 'string') return csvRows(entry, slot.columns);
      return Array.isArray(entry) ? everyOf(entry, (row) => asRow(row, slot.columns)) : null;
    case 'date':
      return entry instanceof Date
        ? entry.toISOString().slice(0, 10)
        : isScalar(entry)
          ? String(entry)
          : null;
    default:
      return isScalar(entry) ? String(entry) : null;
  }
}

function everyOf<Result>(list: readonly unknown[], read: (item: unknown) => Result | null): Result[] | null {
  const results = list.map(read);
  return results.every((result) => result !== null) ? (results as Result[]) : null;
}

function asTask(item: unknown): Task | null {
  if (typeof item === 'string') return taskOf(item);
  return isObject(item) && typeof item.text === 'string'
    ? { text: item.text, done: item.done === true }
    : null;
}

function taskOf(text: string): Task {
  const box = /^\[([ xX])\]\s+/.exec(text);
  return { text: box ? text.slice(box[0].length) : text, done: box !== null && box[1] !== ' ' };
}

function asRow(row: unknown, columns: readonly Column[]): string[] | null {
  if (Array.isArray(row))
    return row.every((cell) => isScalar(cell) || cell === null)
      ? row.map((cell) => (cell === null ? '' : String(cell)))
      : null;
  if (!isObject(row)) return null;
  const titles = columns.map((column) => column.title);
  if (Object.keys(row).some((key) => !titles.includes(key))) return null;
  return titles.map((title) => (isScalar(row[title]) ? String(row[title]) : ''));
}

/** The items of a Markdown list, or the lines of a text. */
function listItems(text: string): string[] {
  const lines = text.replace(/\r\n?/g, '\n').trim().split('\n');
  if (!lines.some((line) => /^(?:[-*+]|\d{1,9}[.)])\s/.test(line)))
    return lines.filter((line) => line.trim() !== '');
  const items: string[] = [];
  for (const line of lines) {
    const start = /^(?:[-*+]|\d{1,9}[.)])\s+/.exec(line);
    if (start) items.push(line.slice(start[0].length));
    else if (items.length > 0) items.push(`${items.pop()}\n${line.replace(/^ {1,4}/, '')}`);
  }
  return items;
}

/** Rows of CSV or TSV (RFC 4180: quotes double inside quotes); a first row that repeats the column titles is left out. */
export function csvRows(text: string, columns: readonly Column[]): string[][] {
  const separator = text.includes('\t') ? '\t' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = () => {
    row.push(cell);
    if (row.some((known) => known.trim() !== '')) rows.push(row.map((known) => known.trim()));
    row = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (char === separator) {
      row.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[at + 1] === '\n') at++;
      endRow();
    } else cell += char;
  }
  endRow();
  const titles = columns.map((column) => column.title.toLowerCase());
  const isHead =
    rows[0] !== undefined &&
    rows[0].length === titles.length &&
    rows[0].every((known, index) => known.toLowerCase() === titles[index]);
  return isHead ? rows.slice(1) : rows;
}

function isScalar(entry: unknown): entry is string | number | boolean {
  return typeof entry === 'string' || typeof entry === 'number' || typeof entry === 'boolean';
}

function isObject(entry: unknown): entry is Record<string, unknown> {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry) && !(entry instanceof Date);
}
