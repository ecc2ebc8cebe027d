import type { AdviceRule } from '../advice.ts';
import { missingWord, noNumber, titled } from '../checks.ts';

const ACTS =
  'action actions runbook runbooks playbook page pages paged call calls notify notifies escalate restart scale check look investigate roll response respond mitigate mitigation ticket email slack on-call pagerduty →'.split(
    ' ',
  );

/** Alerts are listed, and none says what to do when it is raised. */
export const alertWithoutAction: AdviceRule = {
  id: 'alert-without-action',
  severity: 'info',
  fix: 'Give each alert who acts on it and the first step, or a link to its runbook.',
  find: (reading) =>
    titled(reading, ['alert', 'alerts', 'alerting'])
      .filter((sections) => missingWord(reading, sections, ACTS))
      .map(([first]) => ({
        place: first!.section.id,
        line: first!.line,
        message: 'no alert says what to do when it is raised',
      })),
};

const FAILS =
  'fail fails failed failing failure failures failover unavailable unreachable down downtime outage fallback fallbacks falls timeout timeouts retry retries retried retrying degrade degrades degraded offline circuit cached cache without breaks blocked optional required criticality critical'.split(
    ' ',
  );

/** Dependencies are listed, and nothing says what happens when one of them fails. */
export const dependencyWithoutFailure: AdviceRule = {
  id: 'dependency-without-failure',
  severity: 'info',
  fix: 'Say for each dependency what still works without it, and how it comes back.',
  find: (reading) =>
    titled(reading, ['dependencies', 'dependency'])
      .filter((sections) => missingWord(reading, sections, FAILS))
      .map(([first]) => ({
        place: first!.section.id,
        line: first!.line,
        message: 'nothing says what happens when a dependency fails',
      })),
};

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
