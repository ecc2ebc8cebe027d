import { readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { errorCode } from './platform.ts';
import { hashOf } from './read-file.ts';

/** Identifies a running process, and distinguishes it from a later one with the same number. */
export interface ProcessMark {
  pid: number;
  /** When it started, in the system's own format; '' if the system does not tell. */
  started: string;
  host: string;
}

export function ownMark(): ProcessMark {
  return { pid: process.pid, started: startOf(process.pid), host: hostname() };
}

/** Whether the process is running: true, false, or null if it is on another machine, where it cannot be seen. */
export function isAlive(mark: ProcessMark): boolean | null {
  if (mark.host !== hostname()) return null;
  if (!isRunning(mark.pid)) return false;
  const started = startOf(mark.pid);
  return started === '' || mark.started === '' || started === mark.started;
}

/** A name for this process that fits into a file's name: its number, and hashes of its start and machine. */
export function nameOfProcess({ pid, started, host }: ProcessMark = ownMark()): string {
  return `${pid}-${hashOf(started).slice(0, 8)}-${hashOf(host).slice(0, 8)}`;
}

/** As isAlive, for a name from nameOfProcess; false for any other name. */
function isAliveByName(name: string): boolean | null {
  const [pid, started, host] = name.split('-');
  if (started === undefined || host === undefined) return false;
  if (host !== hashOf(hostname()).slice(0, 8)) return null;
  if (!isRunning(Number(pid))) return false;
  const now = startOf(Number(pid));
  return now === '' || started === hashOf('').slice(0, 8) || started === hashOf(now).slice(0, 8);
}

/**
 * Whether the process named in a file's name (by nameOfProcess) is taken as running. A process on another machine
 * cannot be seen; it is taken as running for `foreign` milliseconds after the file was written.
 */
export function belongsToLiveProcess(file: string, process: string, foreign: number): boolean {
  const alive = isAliveByName(process);
  if (alive !== null) return alive;
  try {
    return Date.now() - statSync(file).mtimeMs < foreign;
  } catch {
    return false;
  }
}

/** Whether a process with this number runs on this machine. */
export function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Linux: field 22 of /proc/PID/stat (proc(5)), after the closing bracket of the name, with the id of the boot. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${ticks}`;
  } catch {
    return '';
  }
}
