import type { Reading } from '../reading.ts';

/** The ids of the general advice, separate from the rules, which are large. */
export const ADVICE_IDS = [
  'unmeasured-requirement',
  'alert-without-action',
  'dependency-without-failure',
  'columns-lost',
  'table-without-rows',
  'barely-changed',
  'brackets-kept',
  'instructions-left',
  'guidance-left',
  'value-in-comment',
  'key-twice',
  'not-closed',
  'older-form',
  'still-open',
] as const;

export type Severity = 'info' | 'warning' | 'error';

/** A remark to the author that is not a gap: it never changes completeness. */
export interface Advice {
  /** The id of the rule, by which settings switch it off. */
  id: string;
  severity: Severity;
  /** The id of its template section or slot; '' for the whole spec. */
  place: string;
  /** Its line, from 1; null for something missing. */
  line: number | null;
  message: string;
  fix: string;
}

/** A general rule, for specs of any template. */
export interface AdviceRule {
  id: (typeof ADVICE_IDS)[number];
  severity: Severity;
  fix: string;
  /** Its findings in a spec: places and messages. */
  find(reading: Reading): Pick<Advice, 'place' | 'line' | 'message'>[];
}
