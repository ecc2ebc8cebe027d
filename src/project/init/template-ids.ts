import { basename, dirname } from 'node:path';
import { slug } from '../../text/casing.ts';
import { hasTemplateWord, isAboutFolder, stemOf, withoutTemplateWord } from '../file-names.ts';
import type { OwnTemplate } from './own-templates.ts';
import type { Sighting } from './sightings.ts';

/** Folders whose names say nothing of the documents in them. */
const TELLS_NOTHING = /^(?:docs?|documentation|\.[\w-]+|src|meta|resources?|assets|text|active|files)$/i;
/** What stands for a number or a title in a template's name. */
const STANDS_FOR = /(?:^|(?<=[-_. ]))(?:\d+|n{2,}|x{2,}|y{4}|m{2}|d{2}|title|name|short|slug)(?=$|[-_. ])/giu;

/**
 * Gives templates the ids under which their project chooses them: by their file's name, else by the folder above one
 * named "templates", else by the folder of their documents; in the singular. The specs that were met follow.
 */
export function giveIds(templates: readonly OwnTemplate[], specs: readonly Sighting[]): void {
  const taken = new Set<string>();
  for (const one of templates) {
    const fullest = specs
      .filter(({ template }) => template === one.id)
      .reduce<Sighting | null>(
        (most, other) => (most && most.names.length >= other.names.length ? most : other),
        null,
      );
    const base =
      ofFile(one.file) || ofFolders(dirname(one.file)) || ofFolders(fullest?.folder ?? '.') || 'template';
    let id = base;
    for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
    taken.add(id);
    for (const spec of specs) if (spec.template === one.id) spec.template = id;
    one.id = id;
  }
}

function ofFile(file: string): string {
  if (isAboutFolder(file)) {
    const folder = basename(dirname(file));
    return hasTemplateWord(folder) ? named(folder) : '';
  }
  return named(stemOf(basename(file)));
}

function named(name: string): string {
  return slug(withoutTemplateWord(name).replace(STANDS_FOR, ' '));
}

function ofFolders(path: string): string {
  const folder = path
    .split('/')
    .reverse()
    .find((part) => part !== '.' && !hasTemplateWord(part) && !TELLS_NOTHING.test(part));
  return folder === undefined ? '' : singular(slug(folder));
}

function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
}
