import { basename, dirname } from 'node:path';
import { openSpec } from '../../host/spec-file.ts';
import { readMark } from '../../judge/mark.ts';
import { bestMatches, matchTemplates } from '../../judge/match.ts';
import { readDocument } from '../../markdown/outline.ts';
import type { Catalogue } from '../catalogue.ts';
import { isAboutFolder } from '../file-names.ts';
import { nearestOf } from '../match.ts';
import type { OwnTemplate } from './own-templates.ts';

/** The specs of a template in a folder, by their files' names. */
export interface Sighting {
  folder: string;
  template: string;
  names: string[];
  /** How many documents of any kind the folder has, what is about the folder itself aside. */
  documents: number;
}

/** Where specs were met, by folder and template, the project's own templates first where two fit alike, and the nearest. */
export function sightings(
  paths: readonly string[],
  own: readonly OwnTemplate[],
  catalogue: Catalogue,
  cwd: string,
): Sighting[] {
  const templates = [...own.map(({ template }) => template), ...catalogue.all()];
  const files = new Map(own.map(({ file, template }) => [template, file]));
  const isTemplate = new Set(own.map(({ file }) => file));
  const documents = new Map<string, number>();
  const found = new Map<string, Sighting>();
  for (const path of paths) {
    if (isTemplate.has(path)) continue;
    const folder = dirname(path);
    // A folder may hold one document, called README as its page.
    const isPage = isAboutFolder(path) && paths.some((other) => other !== path && dirname(other) === folder);
    if (isPage) continue;
    documents.set(folder, (documents.get(folder) ?? 0) + 1);
    let id: string | undefined;
    try {
      const { text } = openSpec(path, { folder: cwd }).source;
      const marked = readMark(text)?.template;
      id = templates.some((template) => template.id === marked)
        ? marked!
        : nearestOf(
            bestMatches(matchTemplates(readDocument(text), templates)).map(({ template }) => template),
            (template) => files.get(template) ?? null,
            path,
          )?.id;
    } catch {
      // check reports what cannot be read.
    }
    if (id === undefined) continue;
    const key = `${folder}\n${id}`;
    const known = found.get(key) ?? { folder, template: id, names: [], documents: 0 };
    known.names.push(basename(path));
    found.set(key, known);
  }
  for (const one of found.values()) one.documents = documents.get(one.folder) ?? one.names.length;
  return [...found.values()];
}
