import type { Io } from '../host/io.ts';
import { start } from '../session/start.ts';
import { type Args, flag, option } from './args.ts';

/** Opens the wizard: the home screen, or a spec at its first gap. */
export function run(args: Args, io: Io): Promise<number> {
  const [path] = args.words;
  const mode = {
    plain: flag(args, 'plain'),
    history: args.options.history !== false,
    ascii: flag(args, 'ascii'),
  };
  if (path === undefined) return start({ kind: 'home' }, mode, io);
  return start({ kind: 'open', path, template: option(args, 'template'), section: option(args, 'section') }, mode, io);
}
