import { type SpawnSyncOptions } from 'node:child_process';
/** A program of test/host/children as one JavaScript file that plain Node runs; removed after the tests of the file. */
export declare function childProgram(name: string): string;
/** Runs a program with Node to its end: what it printed, and how it ended. */
export declare function runChild(
  program: string,
  args: string[],
  options?: SpawnSyncOptions,
): {
  stdout: string;
  stderr: string;
  status: number | null;
  signal: NodeJS.Signals | null;
};
