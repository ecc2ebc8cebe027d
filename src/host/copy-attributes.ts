import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';

/**
 * Gives `to` the extended attributes and the access list of `from`. Node can do neither: macOS copies them with the file
 * (copyfile(3)); on Linux the cp of the GNU tools and those like it does, by the options of its own that only it has.
 * Elsewhere there are none of this kind, or they follow the folder; so it is taken to be where no such cp is. Raises
 * ENOTSUP, or the system's error, where some of them could not be given.
 */
export function copyAttributes(from: string, to: string): void {
  if (process.platform === 'darwin') copyFileSync(from, to);
  if (process.platform !== 'linux') return;
  const { status, stderr } = cp('--attributes-only', '--preserve=mode,xattr', '--', from, to);
  if (status === 0 || !isCapable()) return;
  throw Object.assign(new Error(stderr?.trim() || 'cp does not end'), { code: 'ENOTSUP' });
}

/** Whether the cp there is knows of attributes: that of BusyBox, for one, does not. */
function isCapable(): boolean {
  return /coreutils/i.test(cp('--version').stdout ?? '');
}

function cp(...args: string[]) {
  return spawnSync('cp', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 2000 });
}
