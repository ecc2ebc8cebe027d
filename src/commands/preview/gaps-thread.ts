import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { withoutHistory } from '../../project/history-state.ts';
import { readyForSettings } from '../../project/projects.ts';
import { type GapsRequest, gapsFound } from './gaps.ts';

// A thread that looks for gaps: it takes what is wanted at its start, tells what it found, and ends.
const wanted = workerData as GapsRequest;
if (!wanted.request.history) withoutHistory();
await readyForSettings(new Set([wanted.cwd, dirname(wanted.spec.absolutePath)]));
parentPort?.postMessage(gapsFound(wanted));
