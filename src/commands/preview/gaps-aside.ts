import { Worker } from 'node:worker_threads';
import { type GapsFound, type GapsRequest, gapsFound } from './gaps.ts';

/**
 * Looks for the gaps of what is previewed in a thread of its own, so that keys need not wait for it; where there can be no
 * thread, at once. Gives a way to stop.
 */
export function gapsAside(request: GapsRequest, found: (found: GapsFound) => void): () => void {
  let worker: Worker | null = null;
  let open = true;
  const tell = (result: GapsFound) => {
    if (open) found(result);
    open = false;
  };
  const here = () => {
    if (open) void gapsFound(request).then(tell);
  };
  try {
    worker = new Worker(new URL('./gaps-thread.js', import.meta.url), { workerData: request });
    worker.on('message', tell).on('error', here).on('exit', here).unref();
  } catch {
    here();
  }
  return () => {
    open = false;
    void worker?.terminate();
  };
}
