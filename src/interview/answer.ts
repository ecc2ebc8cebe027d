import { judgeSpec } from '../judge/read.ts';
import type { Reading } from '../judge/reading.ts';
import type { Document } from '../markdown/document.ts';
import { type GuardFinding, guardedEdit } from '../markdown/guard.ts';
import type { Answer } from '../template/slot.ts';
import { applySplices, type Splice } from '../text/range.ts';
import { answerSplices, slotById } from './answer/splices.ts';

/** A change of a spec's text: splices into the text before it, and the text after it. */
export interface Edit {
  splices: readonly Splice[];
  text: string;
}

/** What an answer makes of a spec. `splices` is empty where it changes nothing. */
export interface Candidate extends Edit {
  /** The text after the answer, scanned. */
  document: Document;
  /** What the answer would break in the document around it, one line for people; null if it is safe. */
  broken: string | null;
  /** A change that says the same and breaks nothing, where one is known; `label` is what it does, for people. */
  repair: (Edit & { label: string }) | null;
}

/**
 * The candidate that an answer makes of a spec. It is scanned once: readSpec of its text costs no more. Raises Problem
 * `bad-answers` for an unknown id and for a value that the slot does not take, `breaks-document` where no place could
 * take it, and `too-deep`.
 */
export function answer(reading: Reading, id: string, given: Answer): Candidate {
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

/** The document that the splices of answers make, and what they break in it. An answer may bring its missing section. */
export function guardAnswers(reading: Reading, ids: readonly string[], splices: readonly Splice[]) {
  const missing = ids.some((id) => slotById(reading, id).site === null);
  return guardedEdit(reading.document, splices, missing ? { minLevel: 1 } : { allowHeadings: true });
}

function repairOf(text: string, { repairs: [repair] }: GuardFinding): Candidate['repair'] {
  return repair
    ? { label: repair.label, splices: repair.splices, text: applySplices(text, repair.splices) }
    : null;
}
