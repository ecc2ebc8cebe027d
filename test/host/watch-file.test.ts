import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { onFileChange } from '../../src/host/watch.ts';

it('tells at once after the call of a file that was written, and of one that was replaced', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'spec-wizard-test-')), 'a.md');
  writeFileSync(path, 'one');
  let told: () => void = () => {};
  const stop = onFileChange(path, () => told());
  const change = (make: () => void) =>
    new Promise<void>((resolve) => {
      told = resolve;
      make();
    });
  await expect(change(() => writeFileSync(path, 'longer than before'))).resolves.toBeUndefined();
  const replace = () => {
    writeFileSync(`${path}.new`, 'replaced');
    renameSync(`${path}.new`, path);
  };
  await expect(change(replace)).resolves.toBeUndefined();
  stop();
});
