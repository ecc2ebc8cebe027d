import type { Reading } from '../reading.ts';

/** The ids of the general advice, apart from the rules themselves, which are large. */
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

/** How much an advice matters. */
export type Severity = 'info' | 'warning' | 'error';

/** Something worth saying to the author that is no gap: it never changes completeness. */
export interface Advice {
  /** The id of the rule; settings switch it off by this. */
  id: string;
  severity: Severity;
  /** The id of the template section or slot it is about; '' for the whole spec. */
  place: string;
  /** The line it is about, from 1; null for what is missing. */
  line: number | null;
  message: string;
  fix: string;
}

/** One general rule, for specs of any template. */
export interface AdviceRule {
  id: (typeof ADVICE_IDS)[number];
  severity: Severity;
  fix: string;
  /** What it has to say about a spec: the places, each with its message. */
  find(reading: Reading): Pick<Advice, 'place' | 'line' | 'message'>[];
}
