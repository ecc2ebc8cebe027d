import { readdirSync, readFileSync } from 'node:fs';

/**
 * Whether a process waits for something, such as a key or a timer: none of its threads runs, or would run on a machine
 * with more processors. True for one that has ended, and on a system without /proc, which does not tell.
 */
export function isAsleep(pid: number): boolean {
  return namesIn(`/proc/${pid}/task`).every((task) => !/[RD]/.test(statOf(`${pid}/task/${task}`)[0] ?? ''));
}

/** The same for all processes of a terminal: those of the session that a process leads. */
export function isSessionAsleep(leader: number): boolean {
  return namesIn('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(statOf(name)[3]) === leader)
    .every((name) => isAsleep(Number(name)));
}

/** What /proc says of a process or thread from its state on; its name, before that, stands in parentheses. */
function statOf(task: string): string[] {
  try {
    return readFileSync(`/proc/${task}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
  } catch {
    return [];
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
