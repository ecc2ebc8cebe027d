import type { AdviceRule } from '../advice.ts';
import { missingWord } from '../checks/missing-word.ts';
import { titled } from '../titled.ts';

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
