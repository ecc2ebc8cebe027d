import type { Value } from '../../template/slot.ts';
import type { Range } from '../../text/range.ts';
import type { Site, State } from '../reading.ts';

/** What is found out about one slot in one section of a spec. */
export interface Verdict {
  state: State;
  rule: string;
  site: Site | null;
  /** What gave it away, inside the spec. */
  evidence: Range | null;
  /** The exact text in question, where it is only a part of the evidence. */
  needle?: string;
  /** What the author has there. */
  value: Value | null;
  /** Other blocks of the template's beside it, which an answer takes out. */
  beside?: readonly Range[];
  reason?: string | null;
  /** A table's columns as the spec has them, where they are not the template's. */
  columns?: string[];
}
