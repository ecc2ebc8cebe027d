import { writeDraftSync } from '../../../src/host/drafts.ts';

/** Keeps one draft in a run of its own: `draft PATH VALUE`. */
const [path, value] = process.argv.slice(2);
console.log(writeDraftSync({ path: path!, baseHash: '', slotId: 'purpose/paragraph', value })?.id);
