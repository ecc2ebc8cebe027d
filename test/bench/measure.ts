import { spawnSync } from 'node:child_process';

/** The cost of one run; null if unknown. */
export interface Run {
  /** Wall-clock time in milliseconds. */
  wall: number;
  /** CPU time in milliseconds. */
  cpu: number | null;
  /** Peak memory in megabytes. */
  memory: number | null;
}

/** One thing that is measured, and how. */
export interface Contender {
  name: string;
  run: () => Run | Promise<Run>;
}

/** The medians of a contender; null if unknown. */
export interface Figure {
  group: string;
  name: string;
  /** Wall-clock time in milliseconds. */
  wall: number | null;
  /** The 95th percentile of wall-clock time in milliseconds. */
  p95?: number;
  /** CPU time in milliseconds. */
  cpu: number | null;
  /** Megabytes: the peak memory of a process, or the size of a file. */
  memory: number | null;
}

/** Runs a program to its end, with its output discarded or piped to `cat`. Needs GNU `time`. */
export function runToEnd(
  command: readonly string[],
  { cwd, env = {}, piped = false }: { cwd?: string; env?: Record<string, string>; piped?: boolean } = {},
): Run {
  const timed = ['-f', '%U %S %M', ...command];
  const start = performance.now();
  const [file, args] = piped
    ? (['/bin/sh', ['-c', '/usr/bin/time "$@" | cat', 'sh', ...timed]] as const)
    : (['/usr/bin/time', timed] as const);
  const { stderr, error } = spawnSync(file, args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1024 ** 3,
  });
  const wall = performance.now() - start;
  if (error) throw error;
  const last = stderr.trimEnd().split('\n').at(-1)!;
  const [user = 0, system = 0, kilobytes = 0] = last.split(' ').map(Number);
  return { wall, cpu: (user + system) * 1000, memory: kilobytes / 1024 };
}

/** The medians of a number of rounds. Each contender runs once in each round, so that all meet the same conditions. */
export async function inTurns(group: string, contenders: readonly Contender[], rounds: number): Promise<Figure[]> {
  const runs = new Map<Contender, Run[]>(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < rounds; round++)
    for (const contender of contenders) runs.get(contender)!.push(await contender.run());
  return contenders.map((contender) => {
    const own = runs.get(contender)!;
    const of = (field: keyof Run) => medianOf(own.map((run) => run[field]));
    return { group, name: contender.name, wall: of('wall'), cpu: of('cpu'), memory: of('memory') };
  });
}

function medianOf(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null);
  return known.length === 0 ? null : percentile(known, 50);
}

/** A percentile of some numbers. */
export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))]!;
}
