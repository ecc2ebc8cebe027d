import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { withoutHistory } from '../../project/history-state.ts';
import { readyForSettings } from '../../project/projects.ts';
import { type GapsRequest, gapsFound } from './gaps.ts';

// A thread that looks for gaps: it takes a request at its start, posts what it found, and ends.
const request = workerData as GapsRequest;
if (!request.request.history) withoutHistory();
await readyForSettings(new Set([request.cwd, dirname(request.spec.absolutePath)]));
parentPort?.postMessage(gapsFound(request));
