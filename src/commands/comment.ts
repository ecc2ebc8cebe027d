import type { Io } from '../host/io.ts';
import { commentText, readCheckReport } from '../project/comment/comment-text.ts';
import { pullRequestIn, putComment } from '../project/comment/pull-request.ts';
import { type Args, flag, option } from './args.ts';
import * as messages from './messages.ts';

/** Writes one comment on the pull request that is being checked, or prints it. A refusal by GitHub is not an error. */
export async function run(args: Args, io: Io): Promise<number> {
  const [path = ''] = args.words;
  const base = option(args, 'base');
  const text = commentText(readCheckReport(path, io.cwd), base === undefined ? null : readCheckReport(base, io.cwd));
  if (flag(args, 'print')) {
    io.stdout.write(text);
    return 0;
  }
  const pull = pullRequestIn(io.env);
  const outcome = typeof pull === 'string' ? messages.noComment(pull) : await putComment(pull, text);
  io.stderr.write(messages.fromProgram(outcome));
  return 0;
}
