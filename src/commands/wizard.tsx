import { Problem } from '../problem.ts';

/** Stands in until the command is there. */
export async function run(): Promise<number> {
  throw new Problem('internal', 'this command is not there yet');
}
