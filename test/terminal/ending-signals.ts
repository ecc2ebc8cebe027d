/** The signals that end the program, each with its exit status. */
const STATUSES = { SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143 } as const;

type Signal = keyof typeof STATUSES;

/**
 * The signals by which a front is ended, with their statuses: those given, or all with SOAK=1. The wizard and the
 * questions line by line share the four; test/host/signals.test.ts has every one of what both are built on.
 */
export function signalsDue(...due: Signal[]): [Signal, number][] {
  const all = Object.entries(STATUSES) as [Signal, number][];
  return all.filter(([signal]) => process.env.SOAK || due.includes(signal));
}
