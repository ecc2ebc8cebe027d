import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Mounts a disk of a size, such as `64k`, at a folder until the test ends; skips the test where that is not allowed. */
export function mountDisk(folder: string, size: string, skip: (why: string) => void): void {
  mkdirSync(folder, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  if (mounted.status !== 0) skip('only root may mount a small disk');
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
}

/** Fills the disk of a folder to its last byte; gives the file that does. */
export function fillDisk(folder: string): string {
  const ballast = join(folder, 'ballast');
  spawnSync('sh', ['-c', `cat /dev/zero > "${ballast}"`]);
  return ballast;
}
