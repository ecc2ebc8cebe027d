import type { Document } from '../markdown/document.ts';
import type { Slot, Value } from '../template/slot.ts';
import { positionAt } from '../text/lines.ts';
import { count } from '../text/meter.ts';
import type { Verdict } from './reading.ts';

/** A verdict on a slot with its rows or items counted, where its flow says how many there are at least and at most. */
export function withCount({ count, kind }: Slot, verdict: Verdict, document: Document | null): Verdict {
  const { value, state, site } = verdict;
  if (!count || state !== 'answered' || !Array.isArray(value) || !document) return verdict;
  const few = value.length < count.min;
  if (!few && value.length <= count.max) return verdict;
  const range = site && 'range' in site ? site.range : verdict.evidence;
  const start = range && (few || kind !== 'table' ? range.start : rowAt(document, range.start, count.max));
  const evidence = range && { start: start! < range.end ? start! : range.start, end: range.end };
  return { ...verdict, state: 'partial', rule: few ? 'too-few' : 'too-many', evidence };
}

/** Where the first row of a table begins that is one too many: below the two lines of its head. */
function rowAt({ starts }: Document, start: number, most: number): number {
  return starts[positionAt(starts, start).line + 1 + most] ?? start;
}

/** The message about a wrong number of rows or items. */
export function countMessage({ count: limits, kind }: Slot, value: Value | null): string {
  const many = Array.isArray(value) ? value.length : 0;
  const things = kind === 'table' ? 'row' : 'item';
  const limit = limits && many < limits.min ? `at least ${limits.min}` : `at most ${limits?.max}`;
  return `has ${count(many, things)}, where the flow takes ${limit}`;
}

/** What is wrong with the number of rows or items in an answer; as many as stand already are never wrong. */
export function countProblem({ count, kind }: Slot, value: Value, standing: Value | null): string | null {
  if (!count || !Array.isArray(value)) return null;
  const most = Math.max(count.max, Array.isArray(standing) ? standing.length : 0);
  return value.length > most
    ? `at most ${count.max} ${kind === 'table' ? 'rows' : 'items'} are allowed`
    : null;
}
