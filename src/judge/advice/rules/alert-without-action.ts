import type { AdviceRule } from '../advice.ts';
import { missingWord } from '../checks/missing-word.ts';
import { titled } from '../titled.ts';

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
