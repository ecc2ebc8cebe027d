import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { fromSource } from './from-source.js';

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
  const { BUILT_IN, templateChoice, firstWalksOf, outlineOf, plainOutline, readTemplate } = await fromSource(
    `export { readTemplate } from './src/template/read-template.ts';
     export { outlineOf, plainOutline } from './src/judge/align/titles.ts';
     export { templateChoice } from './src/session/files-here.ts';
     export { firstWalksOf } from './src/session/first-walks.ts';
     export { BUILT_IN } from './src/project/project.ts';`,
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
}
