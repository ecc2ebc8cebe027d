import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The package of the programs that the benchmark compares with. */
export const RIVALS = resolve('test/bench/rivals');

/** Installs the rivals from their lockfile if needed. Without a registry it prints that and continues. */
export function installRivals(): void {
  if (existsSync(join(RIVALS, 'node_modules'))) return;
  try {
    // npm ci refuses a lockfile without the programs of other platforms, which registries do not all have.
    execFileSync('npm', ['install', '--prefix', RIVALS, '--ignore-scripts', '--no-save'], {
      stdio: 'ignore',
    });
  } catch {
    console.log('the rivals could not be installed: npm install --no-save --prefix test/bench/rivals');
  }
}

/** The path of a program of the rivals' packages, or in the PATH; null, with a message, if there is none. */
export function rival(name: string, path?: string): string | null {
  const found = path
    ? [join(RIVALS, 'node_modules', path)].find((one) => existsSync(one))
    : spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
  if (found) return found;
  console.log(`${name} is not installed`);
  return null;
}
