import type { Io } from '../host/io.ts';
import { start } from '../session/start.ts';
import { type Args, flag, option } from './args.ts';

/** Starts a spec: without answers with --blank, filled with --answers, else in the wizard. */
export async function run(args: Args, io: Io): Promise<number> {
  if (flag(args, 'blank') || option(args, 'answers') !== undefined) {
    const { writeNew } = await import('./new/write.ts');
    return writeNew(args, io);
  }
  const [template, name] = args.words;
  return start(
    { kind: 'new', template, name },
    {
      plain: flag(args, 'plain'),
      history: args.options.history !== false,
      ascii: flag(args, 'ascii'),
    },
    io,
  );
}
