import { Problem } from '../problem.ts';
import type { Beginning } from './beginning.ts';
import type { Io } from './io.ts';

/** Stands in until the wizard is there. Called by start.ts, in a terminal only. */
export async function run(_beginning: Beginning, _io: Io): Promise<number> {
  throw new Problem('internal', 'the wizard is not there yet');
}
