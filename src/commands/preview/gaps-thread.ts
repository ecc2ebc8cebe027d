import { parentPort, workerData } from 'node:worker_threads';
import { type GapsRequest, gapsFound } from './gaps.ts';

// A worker thread that finds the gaps of one document, posts them, and ends.
parentPort?.postMessage(await gapsFound(workerData as GapsRequest));
