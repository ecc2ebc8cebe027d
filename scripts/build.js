// Builds the package's dist/: the bundled program, its types, the flows as JSON, the schemas and the licences.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { bundle } from './bundle.js';
import { bundleDeclarations } from './declarations.js';
import { heavyImports } from './heavy-imports.js';
import { licences } from './licences.js';
import { writeSchemas } from './schemas.js';
import { shownTemplates } from './shown-templates.js';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const { metafile, outputFiles } = await bundle().catch(() => process.exit(1));

const heavy = heavyImports(metafile);
if (heavy.length > 0) throw new Error(heavy.join('\n'));

// Writes the parts before the entries, each by rename, so that a program started meanwhile finds a complete build, old
// or new.
await mkdir('dist', { recursive: true });
const kept = new Set([
  'LICENSES.txt',
  'flows',
  'schemas',
  'index.d.ts',
  'templates.json',
  'first-walks.json',
  'outlines.json',
  'read-templates',
]);
await writeFlows();
const shown = await shownTemplates();
await writeFile('dist/templates.json', JSON.stringify(shown.choices));
await writeFile('dist/first-walks.json', JSON.stringify(shown.walks));
await writeFile('dist/outlines.json', JSON.stringify(shown.outlines));
await mkdir('dist/read-templates', { recursive: true });
for (const [id, template] of Object.entries(shown.read))
  await writeFile(`dist/read-templates/${id}.json`, JSON.stringify(template));
await writeSchemas('dist/schemas');
await writeFile('dist/index.d.ts', bundleDeclarations('src/api.ts'));
const parts = outputFiles.map(({ path, contents }) => ({ name: basename(path), contents }));
for (const { name, contents } of parts.sort(
  (a, b) => Number(b.name.startsWith('part-')) - Number(a.name.startsWith('part-')),
)) {
  kept.add(name);
  await writeFile(join('dist', `.${name}`), contents);
  await rename(join('dist', `.${name}`), join('dist', name));
}
await writeFile('dist/LICENSES.txt', await licences(metafile));
for (const name of await readdir('dist')) if (!kept.has(name)) await rm(join('dist', name), { recursive: true });

/** Writes the flows as JSON, which the program reads faster than YAML. */
async function writeFlows() {
  await mkdir('dist/flows', { recursive: true });
  for (const name of await readdir('flows')) {
    const flow = parse(await readFile(join('flows', name), 'utf8'));
    await writeFile(join('dist/flows', name.replace(/\.yaml$/, '.json')), JSON.stringify(flow));
  }
}
