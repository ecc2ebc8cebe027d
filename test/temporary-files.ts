import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = 'spec-wizard-tests-';

/** Keeps all temporary files of a test run in one folder, which goes with it. */
export default function temporaryFiles(): () => void {
  // Each project of the run asks; the first one has it.
  if (tmpdir().includes(NAME)) return () => {};
  const folder = mkdtempSync(join(tmpdir(), NAME));
  // Some tests run a program as another user.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  return () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // What a last process still writes is no reason to fail.
    }
  };
}
