import type { Baseline } from '../baseline-file.ts';
import { FewLines, type Gate } from './gate.ts';

/**
 * No gap is new: each stands in the baseline. A gap of the baseline that is filled since is named; with `update` it is
 * taken out of the baseline, and a baseline that is not there yet takes in every gap.
 */
export function noNewGaps(baseline: Baseline, update: boolean): Gate {
  const fresh = new FewLines();
  const filled = new FewLines();
  let added = 0;
  let gone = 0;
  const settle = (path: string, open: ReadonlySet<string>) => {
    for (const id of baseline.of(path)) {
      if (open.has(id)) continue;
      gone++;
      filled.add(`filled since the baseline: ${path} ${id}`);
      if (update) baseline.remove(path, id);
    }
  };
  return {
    take({ path, gaps }, open) {
      settle(path, new Set(gaps.map(({ id }) => id)));
      const known = new Set(baseline.of(path));
      for (const { id, name, line } of open) {
        if (known.has(id)) continue;
        if (update && baseline.isNew) {
          baseline.add(path, id);
          continue;
        }
        added++;
        fresh.add(`new since the baseline: ${path}${line === null ? '' : `:${line}`} ${name} (${id})`);
      }
    },
    verdict() {
      for (const path of baseline.vanished()) settle(path, new Set());
      if (update) baseline.save();
      const hint = gone > 0 && !update ? ['--update-baseline takes what is filled out of it'] : [];
      return { passes: added === 0, lines: [...fresh.all(), ...filled.all(), ...hint] };
    },
  };
}
