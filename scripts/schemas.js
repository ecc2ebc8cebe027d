import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The published schemas: file name → source and export. */
const SCHEMAS = {
  settings: { from: './src/template/schemas.ts', name: 'settingsSchema', title: 'spec-wizard.yaml' },
  flow: { from: './src/template/schemas.ts', name: 'flowSchema', title: 'A flow of spec-wizard' },
};

/**
 * Writes the JSON Schemas of settings and flows into a folder.
 *
 * @param {string} folder
 */
export async function writeSchemas(folder) {
  const exports = Object.values(SCHEMAS).map(({ from, name }) => `export { ${name} } from '${from}';`);
  const { outputFiles } = await build({
    stdin: {
      contents: [...exports, "export { toJSONSchema } from 'zod';"].join('\n'),
      resolveDir: '.',
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'warning',
  });
  const [bundle] = outputFiles;
  if (!bundle) throw new Error('esbuild wrote no bundle of the schemas');
  const source = await import(`data:text/javascript;base64,${Buffer.from(bundle.contents).toString('base64')}`);
  await mkdir(folder, { recursive: true });
  for (const [file, { name, title }] of Object.entries(SCHEMAS)) {
    const schema = { title, ...source.toJSONSchema(source[name], { io: 'input', unrepresentable: 'any' }) };
    await writeFile(join(folder, `${file}.json`), `${JSON.stringify(schema, null, 2)}\n`);
  }
}
