import { FewLines, type Gate } from './gate.ts';

/** Every spec is answered to so many percent. */
export function min(percent: number): Gate {
  const lines = new FewLines();
  let below = 0;
  return {
    take({ path, completeness: { required } }, open) {
      const reached = required - open.length;
      if (reached * 100 >= percent * required) return;
      below++;
      lines.add(`${path} is at ${Math.floor((reached / required) * 100)}%, below ${percent}%`);
    },
    verdict: () => ({ passes: below === 0, lines: lines.all() }),
  };
}
