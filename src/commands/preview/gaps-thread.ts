import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { readyForSettings } from '../../host/projects.ts';
import { withoutHistory } from '../history-state.ts';
import { type GapsWanted, gapsFound } from './gaps.ts';

// A thread that looks for gaps: it takes what is wanted at its start, tells what it found, and ends.
const wanted = workerData as GapsWanted;
if (!wanted.request.history) withoutHistory();
await readyForSettings(new Set([wanted.cwd, dirname(wanted.spec.absolutePath)]));
parentPort?.postMessage(gapsFound(wanted));
