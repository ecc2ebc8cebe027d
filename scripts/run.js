// Runs a TypeScript script: node scripts/run.js SCRIPT [ARGUMENT ...]
import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [node, , script, ...args] = process.argv;
if (!script) throw new Error('usage: node scripts/run.js SCRIPT [ARGUMENT ...]');

const outfile = resolve(`node_modules/.cache/script-${process.pid}.mjs`);
await mkdir(resolve('node_modules/.cache'), { recursive: true });
await build({
  entryPoints: [script],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
process.argv = [/** @type {string} */ (node), outfile, ...args];
try {
  await import(pathToFileURL(outfile).href);
} finally {
  await rm(outfile);
}
