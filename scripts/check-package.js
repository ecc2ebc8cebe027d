// Checks what would be published (files, size, publint, are-the-types-wrong): npm run check:package
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { BUDGET } from './budget.js';

/** Run by npx and not a dependency: it brings a TypeScript of its own. The package is ES modules only. */
const ATTW = ['--yes', '@arethetypeswrong/cli@0.18.5'];

const folder = mkdtempSync(join(tmpdir(), 'spec-wizard-package-'));
/** @type {string[]} */
const faults = [];
try {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    }),
  );
  for (const [name, most] of Object.entries(BUDGET)) {
    const line = `${name}: ${packed[name]} of at most ${most}`;
    console.log(line);
    if (packed[name] > most) faults.push(line);
  }

  const { messages, pkg } = await publint({ pkgDir: process.cwd(), strict: true });
  for (const message of messages) faults.push(`publint: ${formatMessage(message, pkg)}`);
  console.log(`publint: ${messages.length} messages`);

  execFileSync('npx', [...ATTW, join(folder, packed.filename), '--profile', 'esm-only'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
} finally {
  rmSync(folder, { recursive: true });
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
