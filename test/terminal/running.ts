/** Ends each program that runs in a terminal of the tests; at the end of a file none may write any more. */
export const running = new Set<() => void>();

export function endAll(): void {
  for (const end of running) end();
  running.clear();
}
