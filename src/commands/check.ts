import type { Io } from '../host/io.ts';
import { Problem } from '../problem.ts';
import type { CheckOptions, ReportTarget } from '../project/check/gates.ts';
import { checkAll } from '../project/check/run.ts';
import { FORMATS, type FormatName, isFormat } from '../project/report/formats.ts';
import { reportUnfinishedSaves } from '../session/unfinished-saves.ts';
import { nearest } from '../text/nearest.ts';
import { type Args, flag, option, optionList, SECONDS_PER_FILE } from './args.ts';
import * as messages from './messages.ts';

/** Reports what is missing in the given specs, or in all found here. Returns 1 if there are gaps, 2 after problems. */
export async function run(args: Args, io: Io): Promise<number> {
  const options = checkOptions(args);
  const pass = async () => {
    const status = await checkAll(args.words, options, io);
    if (status < 128) reportUnfinishedSaves(args.words, io);
    return status;
  };
  if (!options.watch) return pass();
  const { watching } = await import('../project/check/watch.ts');
  const written = options.targets.flatMap(({ file }) => file ?? []);
  return watching({ words: args.words, written }, pass, io);
}

/** The options of `check` in a command line. Raises Problem `usage`. */
function checkOptions(args: Args): CheckOptions {
  const updateBaseline = flag(args, 'updateBaseline');
  const changed = args.options.changed;
  return {
    template: option(args, 'template'),
    targets: targets(args),
    quiet: flag(args, 'quiet'),
    summary: flag(args, 'summary'),
    min: percentage(args, 'min', '--min'),
    minOverall: percentage(args, 'minOverall', '--min-overall'),
    baseline: option(args, 'baseline'),
    updateBaseline,
    strict: flag(args, 'strict'),
    drift: flag(args, 'drift'),
    changed: changed === true ? 'HEAD' : typeof changed === 'string' ? changed : undefined,
    cache: args.options.cache !== false,
    history: args.options.history !== false,
    watch: flag(args, 'watch'),
    budget: seconds(option(args, 'budget')) * 1000,
  };
}

function targets(args: Args): ReportTarget[] {
  const words = [...(flag(args, 'json') ? ['json'] : []), ...optionList(args, 'format')];
  const found = words.flatMap((word) => word.split(',')).map(target);
  const toStdout = found.filter(({ file }) => file === null);
  if (toStdout.length > 1) {
    const names = toStdout.map(({ format }) => format).join(' and ');
    throw new Problem('usage', messages.bothToStdout(names), {
      hints: [messages.giveOneAFile(toStdout[1]!.format)],
    });
  }
  return toStdout.length === 0 ? [...found, { format: null, file: null }] : found;
}

function target(word: string): ReportTarget & { format: FormatName } {
  const [name = '', ...file] = word.split('=');
  if (!isFormat(name)) {
    const near = nearest(name, Object.keys(FORMATS));
    throw new Problem('usage', messages.noFormat(name, near), {
      hints: [messages.formatsAre(Object.keys(FORMATS).join(', '))],
    });
  }
  if (file.length > 0 && file.join('=') === '') throw new Problem('usage', messages.formatNeedsFile(name));
  return { format: name, file: file.length === 0 ? null : file.join('=') };
}

function percentage(args: Args, name: string, shown: string): number | undefined {
  const value = option(args, name);
  if (value === undefined) return undefined;
  const number = /^(\d{1,3}(?:\.\d{1,2})?)%?$/.exec(value)?.[1];
  if (number === undefined || Number(number) > 100) throw new Problem('usage', messages.percentage(shown, value));
  return Number(number);
}

function seconds(value: string | undefined): number {
  if (value === undefined) return SECONDS_PER_FILE;
  if (!/^\d{1,5}(?:\.\d{1,3})?$/.test(value) || Number(value) === 0)
    throw new Problem('usage', messages.budgetInSeconds(value));
  return Number(value);
}
