import { judgeSpec, readSpec } from '../judge/read.ts';
import type { Reading } from '../judge/reading.ts';
import type { Document } from '../markdown/document.ts';
import { type GuardFinding, guardedEdit } from '../markdown/guard.ts';
import { Problem } from '../problem.ts';
import type { Answer } from '../template/slot.ts';
import type { Template } from '../template/template.ts';
import { applySplices, type Splice } from '../text/range.ts';
import { pairFromAnswer, rememberPairs } from './answer/mark.ts';
import { answerSplices, slotById } from './answer/splices.ts';
import { answerKey, answersOf, type LineOf } from './form.ts';
import * as messages from './messages.ts';

/** A change of a spec's text: its splices, and the resulting text. */
export interface Edit {
  splices: readonly Splice[];
  text: string;
}

/** The result of an answer. `splices` is empty if nothing changes. */
export interface Candidate extends Edit {
  /** The text after the answer, scanned. */
  document: Document;
  /** What the answer would break in the document around it, in one line for people; null if it is safe. */
  broken: string | null;
  /** A change with the same meaning that breaks nothing, if one is known; `label` describes it for people. */
  repair: (Edit & { label: string }) | null;
}

/**
 * The candidate for an answer. It is scanned once: readSpec of its text costs no more. Raises Problem `bad-answers` for
 * an unknown id and for a value that the slot does not take, `breaks-document` if there is no place for it, and
 * `too-deep`.
 */
export function candidateFor(reading: Reading, id: string, given: Answer): Candidate {
  const splices = answerSplices(reading, id, given);
  const { document } = reading;
  if (splices.length === 0) return { splices, text: document.text, document, broken: null, repair: null };
  const guarded = guardAnswers(reading, [id], splices);
  if (!guarded.finding) judgeSpec(guarded.document, reading.template);
  return {
    splices,
    text: guarded.document.text,
    document: guarded.document,
    broken: guarded.finding?.message ?? null,
    repair: guarded.finding ? repairOf(document.text, guarded.finding) : null,
  };
}

/** The document after the splices of answers, and what they break in it. An answer may add its missing section. */
function guardAnswers(reading: Reading, ids: readonly string[], splices: readonly Splice[]) {
  const missing = ids.some((id) => slotById(reading, id).site === null);
  return guardedEdit(reading.document, splices, missing ? { minLevel: 1 } : { allowHeadings: true });
}

function repairOf(text: string, { repairs: [repair] }: GuardFinding): Candidate['repair'] {
  return repair ? { label: repair.label, splices: repair.splices, text: applySplices(text, repair.splices) } : null;
}

/** Answers as data, the path for errors, and the line of each key. */
export interface AnswersFile {
  path: string;
  data: unknown;
  lineOf: LineOf;
}

/**
 * A spec's text with every answer of a file in it. Raises Problem `bad-answers` with path, line and key, and
 * `breaks-document` for an answer that would remove or add sections.
 */
export function fillText(text: string, template: Template, file: AnswersFile): string {
  try {
    return answerAll(text, template, answersOf(file.data, readSpec(text, template), file.lineOf));
  } catch (error) {
    if (!(error instanceof Problem) || error.place.path !== undefined) throw error;
    const { key } = error.place;
    const line = error.place.line ?? (key === undefined ? undefined : file.lineOf(answerKey(file.data, key)));
    throw error.at({ ...error.place, line, path: file.path });
  }
}

/** An answer's splices, and which other answers they may be written with. */
interface Written {
  id: string;
  splices: Splice[];
  /** The section or front matter that it stays within; null if it may reach further, so that it is written alone. */
  part: string | null;
  /** Whether it stays in the line of its label, so that the rest of its section is read as before. */
  inline: boolean;
}

/**
 * A spec's text with all answers, by slot id, in order. Answers that cannot affect each other are written together, so
 * that the spec is read only a few times. Raises Problem `bad-answers` as answerSplices does, and `breaks-document` for
 * an answer that would remove or add sections; `place.key` is the id.
 */
export function answerAll(text: string, template: Template, answers: ReadonlyMap<string, Answer>): string {
  let reading = readSpec(text, template);
  let together: Written[] = [];
  const finish = () => {
    if (together.length === 0) return;
    reading = judgeSpec(unbroken(reading, together), template);
    together = [];
  };
  // Which section is which decides what is missing.
  const isPairing = ([id]: [string, Answer]) => slotById(reading, id).slot.shape.form === 'pairing';
  const pairings = [...answers].filter(isPairing);
  const others = [...answers].filter((entry) => !isPairing(entry));
  const pairs = pairings.map(([id, answer]) => pairFromAnswer(slotById(reading, id), answer));
  reading = readSpec(applySplices(text, rememberPairs(reading, pairs)), template);
  for (const [id, answer] of others) {
    let written = write(reading, id, answer);
    if (!together.every((other) => goTogether(other, written))) {
      finish();
      written = write(reading, id, answer);
    }
    if (written.splices.length > 0) together.push(written);
  }
  finish();
  return reading.document.text;
}

function write(reading: Reading, id: string, answer: Answer): Written {
  const splices = answerSplices(reading, id, answer);
  const { slot, site } = slotById(reading, id);
  const { form } = slot.shape;
  const alone =
    answer.kind === 'keep' ||
    site === null ||
    form === 'variable' ||
    form === 'heading' ||
    splices.some((splice) => mayDivide(splice.text));
  const section = reading.sections.find(({ slots }) => slots.some((other) => other.id === id))!;
  const inline = site?.form === 'value' && !splices.some((splice) => /[\r\n]/.test(splice.text));
  const part = form === 'key' ? 'front matter' : `section ${section.id}`;
  return { id, splices, part: alone ? null : part, inline };
}

function goTogether(one: Written, other: Written): boolean {
  if (one.part === null || other.part === null) return other.splices.length === 0;
  return one.part !== other.part || one.inline;
}

/** Whether a text may contain a heading, so that the sections must be read again. */
function mayDivide(text: string): boolean {
  return /^[ \t]*(?:#|=+[ \t]*$|-+[ \t]*$)/m.test(text);
}

/** The document after the answers. Raises Problem for the answer that breaks it. */
function unbroken(reading: Reading, together: readonly Written[]): Document {
  const { document, finding } = guarded(reading, together);
  if (!finding) return document;
  const culprit = together.find((written) => guarded(reading, [written]).finding) ?? together.at(-1)!;
  const { message, repairs } = guarded(reading, [culprit]).finding ?? finding;
  throw new Problem('breaks-document', message, {
    place: { key: culprit.id },
    hints: repairs.map((repair) => messages.repairHint(repair.label)),
  });
}

function guarded(reading: Reading, together: readonly Written[]) {
  const ids = together.map(({ id }) => id);
  return guardAnswers(
    reading,
    ids,
    together.flatMap((written) => written.splices),
  );
}
