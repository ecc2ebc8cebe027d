// Runs a TypeScript script: node scripts/run.js [--as-shipped] SCRIPT [ARGUMENT ...]
// --as-shipped bundles the packages into it as the program has them: patched, and made for production.
import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildOptions } from './merge-parts.js';
import { packagePatches } from './package-patches.js';

const [node, , ...given] = process.argv;
const asShipped = given[0] === '--as-shipped';
const [script, ...args] = asShipped ? given.slice(1) : given;
if (!script) throw new Error('usage: node scripts/run.js [--as-shipped] SCRIPT [ARGUMENT ...]');

/** @type {import('esbuild').BuildOptions} */
const packages = asShipped
  ? {
      ...buildOptions(),
      jsx: 'automatic',
      define: { 'process.env.NODE_ENV': '"production"' },
      banner: {
        js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
      },
      plugins: [packagePatches()],
      metafile: true,
    }
  : { packages: 'external' };
const outfile = resolve(`node_modules/.cache/script-${process.pid}.mjs`);
await mkdir(resolve('node_modules/.cache'), { recursive: true });
await build({
  entryPoints: [script],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
  ...packages,
});
process.argv = [/** @type {string} */ (node), outfile, ...args];
try {
  await import(pathToFileURL(outfile).href);
} finally {
  await rm(outfile);
}
