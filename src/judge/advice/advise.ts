import type { Reading } from '../reading.ts';
import type { Advice } from './advice.ts';
import { flowAdvice } from './flow-advice.ts';
import { ADVICE_RULES } from './rules/index.ts';

/** All that is worth saying about a spec beyond its gaps, by its flow's rules and the general ones, by line. */
export function adviceFor(reading: Reading): Advice[] {
  const general = ADVICE_RULES.flatMap(({ id, severity, fix, find }) =>
    find(reading).map((found): Advice => ({ id, severity, fix, ...found })),
  );
  return [...flowAdvice(reading), ...general].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
