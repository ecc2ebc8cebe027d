import type { Flow } from '../../template/flow.ts';
import type { Reading } from '../reading.ts';
import type { Advice } from './advice.ts';
import { CHECKS } from './checks/index.ts';
import { readingsBelow } from './written.ts';

/** What a flow's own rules have to say about a spec. */
export function flowAdvice(reading: Reading): Advice[] {
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
