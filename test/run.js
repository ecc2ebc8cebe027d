// Runs a TypeScript script of the tests: node test/run.js test/render/figures.ts [WORDS]
import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const outfile = resolve(`node_modules/.cache/script-${process.pid}.mjs`);
await mkdir(resolve('node_modules/.cache'), { recursive: true });
await build({
  entryPoints: [process.argv[2]],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
try {
  await import(pathToFileURL(outfile).href);
} finally {
  await rm(outfile);
}
