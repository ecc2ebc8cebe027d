import { saveSpec } from '../../../src/host/save-spec.ts';
import { openSpec } from '../../../src/host/spec-file.ts';
import { Problem } from '../../../src/problem.ts';
import { faultyFiles } from '../faulty-files.ts';

/**
 * Saves a text in a process of its own: `save PATH TEXT CALL CONFIRM`. It is killed at that file call (0 for none); prints the
 * number of calls made, or the problem's code.
 */
const [path, text, call, confirm] = process.argv.slice(2);
const files = faultyFiles(Number(call), () => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('killed processes do not come here');
});
process.on('SIGXFSZ', () => {});
try {
  const options = { files, confirmReadOnly: confirm === 'confirm' };
  saveSpec(openSpec(path!), { text: text!.repeat(50_000), bom: false }, options);
  console.log(files.calls.length);
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.log(error.code, error.message);
}
