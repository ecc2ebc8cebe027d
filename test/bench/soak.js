// Runs at length what every test run does briefly; it takes some two hours: npm run soak
import { spawnSync } from 'node:child_process';

const env = { ...process.env, SOAK: '1', CORPUS: 'all' };
const tests = [
  'test/hostile',
  'test/host/lock.test.ts',
  'test/host/open-save.test.ts',
  'test/host/spec-file.test.ts',
  'test/terminal/disk-faults.test.ts',
  'test/terminal/endings.test.ts',
  'test/terminal/loss.plain.test.ts',
  'test/terminal/loss.wizard.test.ts',
  'test/terminal/no-state.wizard.test.ts',
  'test/terminal/sessions.wizard.test.ts',
  'test/terminal/two-writers.test.ts',
  'test/check/many.test.ts',
  'test/wizard/monkey.test.ts',
  'test/wizard/reading-keys.test.ts',
  'test/corpus',
  'test/commands/explain.test.ts',
  'test/judge',
  'test/markdown',
  'test/template/languages.test.ts',
  'test/text',
  'test/render',
  'test/view/screens.test.ts',
  'test/host/save-faults.test.ts',
  'test/interview/one-engine.test.ts',
  'test/plain/line-editor.test.ts',
  'test/scripts/package-patches.test.ts',
];
const { status } = spawnSync('npx', ['vitest', 'run', ...tests], { env, stdio: 'inherit' });
const keys = spawnSync('npm', ['run', '--silent', 'any-keys'], { env, stdio: 'inherit' });
for (const script of ['hostile', 'save'])
  spawnSync('npm', ['run', '--silent', `figures:${script}`], { env, stdio: 'inherit' });
process.exitCode = (status ?? 1) || (keys.status ?? 1);
