import { basename, dirname } from 'node:path';
import { openSpec } from '../../host/spec-file.ts';
import { type Outline, outlineOf } from '../../judge/align.ts';
import { readMark } from '../../judge/mark.ts';
import { bestMatches, matchTemplates, scoreTemplates } from '../../judge/match.ts';
import { type Document, readDocument } from '../../markdown/document.ts';
import { readTemplate } from '../../template/read-template.ts';
import type { Template } from '../../template/template.ts';
import type { Catalogue } from '../catalogue.ts';
import { hasTemplateWord, isAboutFolder, seriesNumber, stemOf, withoutTemplateWord } from '../file-names.ts';
import { nearestTemplate } from '../match.ts';

/** The specs of a template in a folder, by file name. */
export interface Sighting {
  folder: string;
  template: string;
  names: string[];
  /** Whether one of them fits another template as well, or too few headings, so that only settings can decide. */
  isAmbiguous: boolean;
  /** The number of documents in the folder, except those about the folder. */
  documents: number;
}

/** The specs found, by folder and template. Of equally fitting templates, the project's own precede. */
export function sightings(
  paths: readonly string[],
  own: readonly OwnTemplate[],
  catalogue: Catalogue,
  cwd: string,
): Sighting[] {
  const templates = [...own.map(({ template }) => template), ...catalogue.all()];
  const files = new Map(own.map(({ file, template }) => [template, file]));
  const isTemplate = new Set(own.map(({ file }) => file));
  const wholeMatches = (document: Document, outlines: readonly Outline[], path: string) =>
    bestMatches(
      scoreTemplates(document, outlines).filter(({ id, headings, expected }) => {
        const file = files.get(templates.find((template) => template.id === id)!);
        return headings > 0 && headings === expected && file !== undefined && isBeside(file, path);
      }),
    );
  const documents = new Map<string, number>();
  const found = new Map<string, Sighting>();
  for (const path of paths) {
    if (isTemplate.has(path)) continue;
    const folder = dirname(path);
    // A folder may consist of one document, whose name is README.
    const isPage = isAboutFolder(path) && paths.some((other) => other !== path && dirname(other) === folder);
    if (isPage) continue;
    documents.set(folder, (documents.get(folder) ?? 0) + 1);
    let id: string | undefined;
    let isAmbiguous = false;
    try {
      const { text } = openSpec(path, { folder: cwd }).source;
      const marked = readMark(text)?.template;
      if (templates.some((template) => template.id === marked)) id = marked!;
      else {
        const outlines = templates.map(outlineOf);
        const enough = matchTemplates(readDocument(text), outlines);
        const small = enough.length > 0 ? [] : wholeMatches(readDocument(text), outlines, path);
        const fitting = enough.length > 0 ? enough : small;
        const best = nearestTemplate(
          fitting.map(({ id }) => templates.find((template) => template.id === id)!),
          (template) => files.get(template) ?? null,
          path,
        );
        id = best?.nearest.id;
        isAmbiguous = best?.rival !== undefined || small.length > 0;
      }
    } catch {
      // check reports files that cannot be read.
    }
    if (id === undefined) continue;
    const key = `${folder}\n${id}`;
    const known = found.get(key) ?? { folder, template: id, names: [], isAmbiguous, documents: 0 };
    known.names.push(basename(path));
    known.isAmbiguous ||= isAmbiguous;
    found.set(key, known);
  }
  for (const one of found.values()) one.documents = documents.get(one.folder) ?? one.names.length;
  return [...found.values()];
}

/** Whether a document is in the folder of a template or directly below, where a template with few headings is meant. */
function isBeside(template: string, path: string): boolean {
  const home = dirname(template);
  return home !== '.' && (dirname(path) === home || dirname(dirname(path)) === home);
}

/** A template of the project. */
export interface OwnTemplate {
  /** Its id, set by `giveIds`. */
  id: string;
  file: string;
  template: Template;
}

/**
 * The Markdown files that are templates: by their name or folder's name, with something to answer. Excludes documents
 * of a series that are about templates, and the description of the folder.
 */
export function findOwnTemplates(paths: readonly string[], cwd: string): OwnTemplate[] {
  const found: OwnTemplate[] = [];
  for (const file of paths) {
    const parts = file.split('/').map(stemOf);
    if (!parts.some(hasTemplateWord)) continue;
    if (isAboutFolder(file) && paths.some((other) => other !== file && dirname(other) === dirname(file))) continue;
    try {
      // Until it has an id, its path identifies it.
      const template = readTemplate(openSpec(file, { folder: cwd }).source.text, { id: file });
      if (template.slots.some(({ required, boilerplate }) => required && !boilerplate))
        found.push({ id: file, file, template });
    } catch {
      // It is not a template after all.
    }
  }
  return found.filter((one) => !isDocument(one, found, paths));
}

/** Whether a file is a document of a numbered or dated series whose title mentions templates. */
function isDocument({ file, template }: OwnTemplate, all: readonly OwnTemplate[], paths: readonly string[]): boolean {
  const number = seriesNumber(basename(file));
  if (number === null) return false;
  const fits = (others: readonly OwnTemplate[]) =>
    matchTemplates(
      readDocument(template.text),
      others.map((other) => outlineOf(other.template)),
    ).length > 0;
  const neighbours = paths.filter(
    (path) => dirname(path) === dirname(file) && path !== file && seriesNumber(basename(path)) !== null,
  );
  // A document of a series that fits a template without a number is a document, whatever its title is.
  if (neighbours.length > 1 && fits(all.filter((other) => seriesNumber(basename(other.file)) === null))) return true;
  const words = withoutTemplateWord(number.rest).split(/[-_. ]+/);
  if (words.filter(Boolean).length < 2) return false;
  return neighbours.length > 1 || fits(all.filter((other) => other.file !== file));
}
