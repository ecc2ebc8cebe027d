import { exitStatus, Problem } from '../problem.ts';
import { isGap } from '../spec/reading.ts';
import { reportOf, type SpecReport } from '../spec/report.ts';
import { type Args, flag, option } from './args.ts';
import { Catalogue } from './catalogue.ts';
import { checkOne } from './check/check-one.ts';
import { prettyReport, prettySummary } from './check/pretty.ts';
import { specPaths } from './check/spec-paths.ts';
import type { Io } from './io.ts';
import { reportProblem } from './report-problem.ts';

/** What is wrong with a file that could not be checked, in `check --json`. */
interface ProblemReport {
  path: string;
  code: string;
  message: string;
}

/** Says what is missing in the given specs, or in all that are found here; 1 where there are gaps, 2 with problems. */
export async function run(args: Args, io: Io): Promise<number> {
  const catalogue = new Catalogue(io.cwd);
  const json = flag(args, 'json');
  const specs: ({ path: string; match: { by: string; score: number } } & SpecReport & { advice: never[] })[] =
    [];
  const problems: ProblemReport[] = [];
  const totals = { specs: 0, gaps: 0, worst: 0 };
  let first: string | null = null;
  if (option(args, 'template') !== undefined) catalogue.get(option(args, 'template')!);

  for (const found of specPaths(args.words, io.cwd)) {
    try {
      const checked = checkOne(found, catalogue, io.cwd, option(args, 'template'));
      if (!checked) continue;
      const gaps = checked.reading.slots.filter(isGap).length;
      totals.specs++;
      totals.gaps += gaps;
      if (gaps > 0) first ??= checked.path;
      if (json)
        specs.push({
          path: checked.path,
          match: { by: checked.matched.by, score: checked.matched.score },
          ...reportOf(checked.reading),
          advice: [],
        });
      else io.stdout.write(prettyReport(checked, io));
    } catch (error) {
      totals.worst = Math.max(totals.worst, exitStatus(error));
      if (json && error instanceof Problem)
        problems.push({ path: error.place.path ?? found.path, code: error.code, message: error.message });
      if (!json || !(error instanceof Problem)) reportProblem(error, io);
    }
  }
  if (json) io.stdout.write(`${JSON.stringify({ version: 1, specs, problems }, null, 2)}\n`);
  else if (totals.specs > 0 || totals.worst === 0) io.stdout.write(prettySummary(totals, first));
  return totals.worst || (totals.gaps > 0 ? 1 : 0);
}
