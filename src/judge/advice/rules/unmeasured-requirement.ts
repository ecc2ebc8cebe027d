import type { AdviceRule } from '../advice.ts';
import { noNumber } from '../checks/no-number.ts';
import { titled } from '../titled.ts';

const MEASURED = [
  'performance',
  'latency',
  'throughput',
  'availability',
  'scalability',
  'capacity',
  'slo',
  'slos',
  'sla',
  'slas',
  'nfr',
  'nfrs',
];

/** A section on what can be measured has no number. A flow's own rule for the same place speaks instead. */
export const unmeasuredRequirement: AdviceRule = {
  id: 'unmeasured-requirement',
  severity: 'warning',
  fix: 'Give an amount with its unit, measured or aimed at.',
  find(reading) {
    const own = (reading.template.flow?.advice ?? [])
      .filter(({ check }) => check === 'no-number')
      .map(({ section }) => section ?? '');
    return titled(reading, MEASURED)
      .filter(
        ([first]) =>
          !own.some(
            (id) =>
              `${id}/`.startsWith(`${first!.section.id}/`) || `${first!.section.id}/`.startsWith(`${id}/`),
          ),
      )
      .filter((sections) => noNumber(reading, sections, []))
      .map(([first]) => ({
        place: first!.section.id,
        line: first!.line,
        message: `“${first!.section.path.at(-1)}” has no number, so nobody can tell whether it is met`,
      }));
  },
};
