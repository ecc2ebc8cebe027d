import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';

/**
 * What the home screen shows of each built-in template, by its id, so that no template is read before one is chosen.
 *
 * @returns {Promise<Record<string, import('../src/wizard/state.ts').TemplateChoice>>}
 */
export async function templateChoices() {
  const outfile = resolve(`node_modules/.cache/template-choices-${process.pid}.mjs`);
  await mkdir(resolve('node_modules/.cache'), { recursive: true });
  await build({
    stdin: {
      contents: `export { readTemplate } from './src/template/read-template.ts';
        export { choiceOf } from './src/session/template-choices.ts';`,
      resolveDir: '.',
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  try {
    const { readTemplate, choiceOf } = await import(pathToFileURL(outfile).href);
    const ids = (await readdir('flows')).map((name) => name.replace(/\.yaml$/, ''));
    const choices = ids.map(async (id) => {
      const text = await readFile(join('templates', `${id}.md`), 'utf8');
      const flow = parse(await readFile(join('flows', `${id}.yaml`), 'utf8'));
      return [id, choiceOf(readTemplate(text, { id, flow }))];
    });
    return Object.fromEntries(await Promise.all(choices));
  } finally {
    await rm(outfile);
  }
}
