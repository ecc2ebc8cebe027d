import { Problem } from '../src/problem.ts';

/** The Problem that a call raises. Fails if it raises nothing; any other error is raised as it is. */
export function raised(run: () => unknown): Problem {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('nothing was raised');
}
