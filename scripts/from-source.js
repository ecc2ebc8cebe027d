import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * Runs a module that imports from the sources, and returns its exports. The working directory is the repository.
 *
 * @param {string} contents TypeScript
 * @returns {Promise<any>}
 */
export async function fromSource(contents) {
  const outfile = resolve(`node_modules/.cache/from-source-${randomUUID()}.mjs`);
  await mkdir(resolve('node_modules/.cache'), { recursive: true });
  await build({
    stdin: { contents, resolveDir: '.', loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile);
  }
}
