// Bundles the program to dist/: one entry without heavy imports and one lazily loaded part for each command.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { licences } from './build/licences.js';
import { heavyParts } from './build/parts.js';
import { writeSchemas } from './build/schemas.js';
import { startUp } from './build/start-up.js';

const root = fileURLToPath(new URL('.', import.meta.url));
process.chdir(root);

const { metafile, outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: {
    cli: 'src/cli.ts',
    index: 'src/api.ts',
    'gaps-thread': 'src/commands/preview/gaps-thread.ts',
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  minifySyntax: true,
  minifyWhitespace: true,
  charset: 'utf8',
  legalComments: 'none',
  chunkNames: 'part-[name]-[hash]',
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.SPEC_WIZARD_BUILD': JSON.stringify(await buildId()),
  },
  // Packages in CommonJS ask for Node's own modules through require.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  plugins: [startUp],
  metafile: true,
  write: false,
  logLevel: 'warning',
}).catch(() => process.exit(1));

const heavy = heavyParts(metafile);
if (heavy.length > 0) throw new Error(heavy.join('\n'));

// Parts first, entries last and by rename, so that a program started meanwhile finds a whole.
await mkdir('dist', { recursive: true });
const kept = new Set(['LICENSES.txt', 'flows', 'schemas', 'index.d.ts']);
await writeFlows();
await writeSchemas('dist/schemas');
await copyFile('types/index.d.ts', 'dist/index.d.ts');
const parts = outputFiles.map(({ path, contents }) => ({ name: path.split(/[\\/]/).at(-1), contents }));
for (const { name, contents } of parts.sort(
  (a, b) => Number(b.name.startsWith('part-')) - Number(a.name.startsWith('part-')),
)) {
  kept.add(name);
  await writeFile(join('dist', `.${name}`), contents);
  await rename(join('dist', `.${name}`), join('dist', name));
}
await writeFile('dist/LICENSES.txt', await licences(metafile));
for (const name of await readdir('dist'))
  if (!kept.has(name)) await rm(join('dist', name), { recursive: true });

/** A hash of all that the program is made from: what it finds out is kept from run to run under this. */
async function buildId() {
  const hash = createHash('sha256').update(await readFile('package-lock.json'));
  for (const name of (await readdir('src', { recursive: true })).sort())
    if (/\.tsx?$/.test(name)) hash.update(await readFile(join('src', name)));
  return hash.digest('hex').slice(0, 16);
}

/** The flows as JSON beside the program. */
async function writeFlows() {
  await mkdir('dist/flows', { recursive: true });
  for (const name of await readdir('flows')) {
    const flow = parse(await readFile(join('flows', name), 'utf8'));
    await writeFile(join('dist/flows', name.replace(/\.yaml$/, '.json')), JSON.stringify(flow));
  }
}
