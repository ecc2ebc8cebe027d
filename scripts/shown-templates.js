import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { fromSource } from './from-source.js';

/** @typedef {import('../src/wizard/state.ts').TemplateChoice} TemplateChoice */
/** @typedef {import('../src/judge/align.ts').PlainOutline} PlainOutline */
/** @typedef {import('../src/template/plain-template.ts').PlainTemplate} PlainTemplate */
/** @typedef {import('../src/session/first-walks.ts').FirstWalks} FirstWalks */

/**
 * Data of the built-in templates, by id: for the home screen, the first frame of a new spec, matching documents, and
 * what reading the template gives.
 *
 * @returns {Promise<{ choices: Record<string, TemplateChoice>, walks: Record<string, FirstWalks>, outlines: Record<string, PlainOutline>, read: Record<string, PlainTemplate> }>}
 */
export async function shownTemplates() {
  const source = await fromSource(
    `export { plainTemplate } from './src/template/plain-template.ts';
     export { readTemplate } from './src/template/read-template.ts';
     export { outlineOf, plainOutline } from './src/judge/align/titles.ts';
     export { templateChoice } from './src/session/files-here.ts';
     export { firstWalksOf } from './src/session/first-walks.ts';
     export { BUILT_IN } from './src/project/project.ts';`,
  );
  /** @type {Awaited<ReturnType<typeof shownTemplates>>} */
  const shown = { choices: {}, walks: {}, outlines: {}, read: {} };
  for (const id of source.BUILT_IN) {
    const text = await readFile(join('templates', `${id}.md`), 'utf8');
    const flow = parse(await readFile(join('flows', `${id}.yaml`), 'utf8'));
    const template = source.readTemplate(text, { id, flow });
    shown.choices[id] = source.templateChoice(template);
    shown.walks[id] = source.firstWalksOf(template);
    shown.read[id] = source.plainTemplate(template);
    shown.outlines[id] = source.plainOutline(source.outlineOf(template));
  }
  return shown;
}
