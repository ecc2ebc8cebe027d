import type { Gate } from './gate.ts';

/** All specs together are answered to so many percent. */
export function minOverall(percent: number): Gate {
  let reached = 0;
  let required = 0;
  return {
    take({ completeness }, open) {
      required += completeness.required;
      reached += completeness.required - open.length;
    },
    verdict() {
      const passes = reached * 100 >= percent * required;
      const overall = required === 0 ? 100 : Math.floor((reached / required) * 100);
      return { passes, lines: passes ? [] : [`all specs together are at ${overall}%, below ${percent}%`] };
    },
  };
}
