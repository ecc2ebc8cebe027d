import { basename, dirname } from 'node:path';
import { openSpec } from '../../host/spec-file.ts';
import { matchTemplates } from '../../judge/match.ts';
import { readDocument } from '../../markdown/outline.ts';
import { readTemplate } from '../../template/read-template.ts';
import type { Template } from '../../template/template.ts';
import { hasTemplateWord, isAboutFolder, seriesNumber, stemOf, withoutTemplateWord } from '../file-names.ts';

/** A template that a project keeps for itself. */
export interface OwnTemplate {
  /** Where the project calls it; put by `giveIds`. */
  id: string;
  file: string;
  template: Template;
}

/**
 * The Markdown files that are templates: named so, or in a folder named so, with something to answer in them. A document
 * of a series that is only about templates is none, nor is what describes the folder of templates.
 */
export function findOwnTemplates(paths: readonly string[], cwd: string): OwnTemplate[] {
  const found: OwnTemplate[] = [];
  for (const file of paths) {
    const parts = file.split('/').map(stemOf);
    if (!parts.some(hasTemplateWord)) continue;
    if (isAboutFolder(file) && paths.some((other) => other !== file && dirname(other) === dirname(file)))
      continue;
    try {
      // Until it has an id, its path tells it from all others.
      const template = readTemplate(openSpec(file, { folder: cwd }).source.text, { id: file });
      if (template.slots.some(({ required, boilerplate }) => required && !boilerplate))
        found.push({ id: file, file, template });
    } catch {
      // No template after all.
    }
  }
  return found.filter((one) => !isDocument(one, found, paths));
}

/** Whether a file is a document of a numbered or dated series whose title speaks of templates. */
function isDocument(
  { file, template }: OwnTemplate,
  all: readonly OwnTemplate[],
  paths: readonly string[],
): boolean {
  const number = seriesNumber(basename(file));
  if (number === null) return false;
  const fits = (others: readonly OwnTemplate[]) =>
    matchTemplates(
      readDocument(template.text),
      others.map((other) => other.template),
    ).length > 0;
  const neighbours = paths.filter(
    (path) => dirname(path) === dirname(file) && path !== file && seriesNumber(basename(path)) !== null,
  );
  // One of a series that fits a template without a number is held to that, whatever its title says.
  if (neighbours.length > 1 && fits(all.filter((other) => seriesNumber(basename(other.file)) === null)))
    return true;
  const words = withoutTemplateWord(number.rest).split(/[-_. ]+/);
  if (words.filter(Boolean).length < 2) return false;
  return neighbours.length > 1 || fits(all.filter((other) => other.file !== file));
}
