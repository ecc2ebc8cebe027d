import type { Gate } from './gate.ts';

/** There is no advice on any spec. */
export function noAdvice(): Gate {
  let advice = 0;
  return {
    take(result) {
      advice += result.advice.length;
    },
    verdict: () => ({
      passes: advice === 0,
      lines: advice === 0 ? [] : [`there is advice (${advice}), and --strict lets none pass`],
    }),
  };
}
