import { basename, dirname } from 'node:path';
import { openSpec } from '../../host/spec-file.ts';
import { readMark } from '../../judge/mark.ts';
import { matchTemplates } from '../../judge/match.ts';
import { readDocument } from '../../markdown/outline.ts';
import type { Catalogue } from '../catalogue.ts';
import type { OwnTemplate } from './own-templates.ts';

/** The specs of a template in a folder, by their files' names. */
export interface Sighting {
  folder: string;
  template: string;
  names: string[];
}

/** Where specs were met, by folder and template, the project's own templates first where two fit alike. */
export function sightings(
  paths: readonly string[],
  own: readonly OwnTemplate[],
  catalogue: Catalogue,
  cwd: string,
): Sighting[] {
  const templates = [...own.map(({ template }) => template), ...catalogue.all()];
  const files = new Set(own.map(({ file }) => file));
  const found = new Map<string, Sighting>();
  for (const path of paths) {
    if (files.has(path)) continue;
    let id: string | undefined;
    try {
      const { text } = openSpec(path, { folder: cwd }).source;
      const marked = readMark(text)?.template;
      id = templates.some((template) => template.id === marked)
        ? marked!
        : matchTemplates(readDocument(text), templates)[0]?.template.id;
    } catch {
      // What cannot be read is said by check.
    }
    if (id === undefined) continue;
    const folder = dirname(path);
    const key = `${folder}\n${id}`;
    const known = found.get(key) ?? { folder, template: id, names: [] };
    known.names.push(basename(path));
    found.set(key, known);
  }
  return [...found.values()];
}
