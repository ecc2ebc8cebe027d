import type { Gate } from './gate.ts';

/** Every spec is complete. */
export function noGaps(): Gate {
  let gaps = 0;
  return {
    take(_result, open) {
      gaps += open.length;
    },
    verdict: () => ({ passes: gaps === 0, lines: [] }),
  };
}
