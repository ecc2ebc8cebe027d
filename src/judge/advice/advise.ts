import type { Flow } from '../../template/flow.ts';
import type { Reading } from '../reading.ts';
import type { Advice } from './advice.ts';
import { CHECKS, readingsBelow } from './checks.ts';
import { ADVICE_RULES } from './rules/index.ts';

/** All that is worth saying about a spec beyond its gaps, by its flow's rules and the general ones, by line. */
export function adviceFor(reading: Reading): Advice[] {
  const general = ADVICE_RULES.flatMap(({ id, severity, fix, find }) =>
    find(reading).map((found): Advice => ({ id, severity, fix, ...found })),
  );
  return [...flowAdvice(reading), ...general].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** What a flow's own rules have to say about a spec. */
function flowAdvice(reading: Reading): Advice[] {
  const rules: NonNullable<Flow['advice']> = reading.template.flow?.advice ?? [];
  return rules.flatMap((rule) => {
    const place = rule.section === undefined || rule.section === '/' ? '' : rule.section;
    const sections = readingsBelow(reading, place);
    const [first] = sections;
    if (
      !first ||
      first.state === 'not-applicable' ||
      !CHECKS[rule.check](reading, sections, rule.words ?? [])
    )
      return [];
    const { id, severity, message, fix } = rule;
    return [{ id, severity, place, line: place === '' ? null : first.line, message, fix }];
  });
}
