import type { Io } from '../host/io.ts';
import { Problem } from '../problem.ts';
import { start } from '../session/start.ts';
import { type Args, option, sessionMode } from './args.ts';
import * as messages from './messages.ts';

/** Opens the wizard: the home screen, or a spec at its first gap. */
export async function run(args: Args, io: Io): Promise<number> {
  const [path] = args.words;
  const mode = sessionMode(args);
  if (path === undefined) return start({ kind: 'home' }, mode, io);
  const spec = { kind: 'open', path, template: option(args, 'template'), section: option(args, 'section') } as const;
  try {
    return await start(spec, mode, io);
  } catch (error) {
    throw withWayOut(error, path);
  }
}

/** A problem with the spec's path, with the command that was probably meant. */
function withWayOut(error: unknown, path: string): unknown {
  if (!(error instanceof Problem) || error.place.path !== path || error.hints.length > 0) return error;
  const { code, message, place, cause } = error;
  if (code === 'no-file') return new Problem(code, message, { place, hints: [messages.startHint(path)], cause });
  if (code === 'not-a-file') return new Problem(code, message, { place, hints: [messages.folderHint(path)], cause });
  return error;
}
