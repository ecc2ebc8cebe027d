import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { languageTables } from './language-tables.js';
import { bundleLateParts, lateParts } from './late-parts.js';
import { buildOptions, mergeParts } from './merge-parts.js';
import { packagePatches } from './package-patches.js';

/**
 * Bundles the program in memory: the entries, without heavy imports, one part for each command, which is loaded when it
 * runs, and shared parts. The working directory is the repository.
 *
 * @param {{ without?: string[] }} options names of package patches to leave out, to measure what they gain
 */
export async function bundle({ without = [] } = {}) {
  const common = buildOptions();
  const bundled = await build({
    ...common,
    entryPoints: {
      cli: 'src/cli.ts',
      index: 'src/api.ts',
      'gaps-thread': 'src/commands/preview/gaps-thread.ts',
    },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    chunkNames: 'part-[name]-[hash]',
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.SPEC_WIZARD_BUILD': JSON.stringify(await buildId()),
    },
    // gray-matter gets a YAML reader, so its own one would be loaded and never used.
    alias: { 'js-yaml': './scripts/no-yaml.cjs' },
    // CommonJS packages load Node's own modules through require, and the parts load late modules with it.
    banner: {
      js: "const require=(name)=>process.getBuiltinModule(name)??process.getBuiltinModule('module').createRequire(import.meta.url)(name);",
    },
    plugins: [packagePatches(without), languageTables(), lateParts()],
    metafile: true,
    write: false,
  });
  const [parts, late] = await Promise.all([mergeParts(bundled), bundleLateParts(common)]);
  return {
    outputFiles: [...parts.outputFiles, ...late.outputFiles],
    metafile: {
      inputs: { ...parts.metafile.inputs, ...late.metafile.inputs },
      outputs: { ...parts.metafile.outputs, ...late.metafile.outputs },
    },
  };
}

/** A hash of the sources and the lockfile: cached results of `check` are valid for one build only. */
async function buildId() {
  const hash = createHash('sha256').update(await readFile('package-lock.json'));
  for (const name of (await readdir('src', { recursive: true })).sort())
    if (/\.tsx?$/.test(name)) hash.update(await readFile(join('src', name)));
  return hash.digest('hex').slice(0, 16);
}
