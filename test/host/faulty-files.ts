import { type Files, realFiles } from '../../src/host/files.ts';

/** What happens at the Nth call: the system's error, the end of everything, or whatever `stop` does. */
export type Fault = 'ENOSPC' | 'EIO' | 'EACCES' | 'frozen' | (() => never);

/** A file layer whose Nth call goes wrong; `calls` are the names of those made so far. */
export interface FaultyFiles extends Files {
  calls: string[];
}

/**
 * The real file system with a fault at the Nth call (from 1; 0 for none). An error code fails that call alone; a write
 * that fails has written half before. `frozen` stands for a process that stopped there: neither that call nor any later
 * one has an effect. A function is called instead, and does not return.
 */
export function faultyFiles(at: number, fault: Fault, real: Files = realFiles): FaultyFiles {
  const calls: string[] = [];
  const wrapped = Object.entries(real).map(([name, call]) => [
    name,
    (...args: unknown[]) => {
      calls.push(name);
      const now = calls.length === at;
      if (now && name === 'write') real.write(args[0] as number, half(args[1] as Uint8Array));
      if (now && typeof fault === 'function') fault();
      if (fault === 'frozen' ? at > 0 && calls.length >= at : now) {
        if (name === 'writable') return false;
        throw Object.assign(new Error(`${String(fault)} by the test`), {
          code: fault === 'frozen' ? 'EIO' : fault,
        });
      }
      return (call as (...args: unknown[]) => unknown)(...args);
    },
  ]);
  return { ...Object.fromEntries(wrapped), calls } as FaultyFiles;
}

function half(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.length >> 1);
}
