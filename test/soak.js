// Runs at length what every test run does in short: node test/soak.js. It takes an hour or so.
import { spawnSync } from 'node:child_process';

const env = { ...process.env, SOAK: '1', CORPUS: 'all' };
const tests = [
  'test/hostile',
  'test/host/open-save.test.ts',
  'test/terminal/killed.test.ts',
  'test/check/many.test.ts',
  'test/wizard/monkey.test.ts',
  'test/corpus',
  'test/judge',
  'test/markdown',
];
const { status } = spawnSync('npx', ['vitest', 'run', ...tests], { env, stdio: 'inherit' });
const figures = ['test/hostile/figures.ts', 'test/host/figures.ts'];
for (const script of figures) spawnSync(process.execPath, ['test/run.js', script], { env, stdio: 'inherit' });
process.exitCode = status ?? 1;
