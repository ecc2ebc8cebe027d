import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the program where a source is younger than the build, so that no test meets a stale one. */
export default function freshBuild(): void {
  const built = `${root}dist/LICENSES.txt`;
  const time = existsSync(built) ? statSync(built).mtimeMs : 0;
  const sources = globSync(['scripts/*.js', 'src/**/*.{ts,tsx}', 'flows/*.yaml', 'package-lock.json'], {
    cwd: root,
  });
  if (sources.some((path) => statSync(root + path).mtimeMs > time)) {
    execFileSync(process.execPath, ['scripts/build.js'], { cwd: root, stdio: 'inherit' });
  }
}
