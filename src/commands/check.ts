import type { Io } from '../host/io.ts';
import { checkAll } from '../project/check/run.ts';
import type { Args } from './args.ts';
import { checkOptions } from './check-args.ts';

/** Says what is missing in the given specs, or in all that are found here; 1 where there are gaps, 2 with problems. */
export async function run(args: Args, io: Io): Promise<number> {
  const options = checkOptions(args);
  const pass = () => checkAll(args.words, options, io);
  if (!options.watch) return pass();
  const { watching } = await import('../project/check/watch.ts');
  const written = options.targets.flatMap(({ file }) => file ?? []);
  return watching({ words: args.words, written }, pass, io);
}
