import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';

/** @typedef {import('../src/wizard/state.ts').TemplateChoice} TemplateChoice */
/** @typedef {import('../src/judge/align.ts').PlainOutline} PlainOutline */
/** @typedef {import('../src/session/first-walks.ts').FirstWalks} FirstWalks */

/**
 * Data of the built-in templates that is needed before one is read, by id: for the home screen, the first frame of a
 * new spec, and matching documents.
 *
 * @returns {Promise<{ choices: Record<string, TemplateChoice>, walks: Record<string, FirstWalks>, outlines: Record<string, PlainOutline> }>}
 */
export async function shownTemplates() {
  const outfile = resolve(`node_modules/.cache/shown-templates-${process.pid}.mjs`);
  await mkdir(resolve('node_modules/.cache'), { recursive: true });
  await build({
    stdin: {
      contents: `export { readTemplate } from './src/template/read-template.ts';
        export { outlineOf, plainOutline } from './src/judge/align/titles.ts';
        export { templateChoice } from './src/session/files-here.ts';
        export { firstWalksOf } from './src/session/first-walks.ts';
        export { BUILT_IN } from './src/project/project.ts';`,
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
    const { BUILT_IN, templateChoice, firstWalksOf, outlineOf, plainOutline, readTemplate } = await import(
      pathToFileURL(outfile).href
    );
    /** @type {Awaited<ReturnType<typeof shownTemplates>>} */
    const shown = { choices: {}, walks: {}, outlines: {} };
    for (const id of BUILT_IN) {
      const text = await readFile(join('templates', `${id}.md`), 'utf8');
      const flow = parse(await readFile(join('flows', `${id}.yaml`), 'utf8'));
      const template = readTemplate(text, { id, flow });
      shown.choices[id] = templateChoice(template);
      shown.walks[id] = firstWalksOf(template);
      shown.outlines[id] = plainOutline(outlineOf(template));
    }
    return shown;
  } finally {
    await rm(outfile);
  }
}
