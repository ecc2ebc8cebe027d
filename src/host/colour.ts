import type { Io, Output } from './io.ts';

/** Whether text for `stream` may be coloured: FORCE_COLOR decides where set, then NO_COLOR, TERM=dumb and pipes forbid. */
export function wantsColour(stream: Output, env: Io['env']): boolean {
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return !env.NO_COLOR && env.TERM !== 'dumb' && stream.isTTY === true;
}
