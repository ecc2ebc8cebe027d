import { basename, dirname } from 'node:path';
import { stringify } from 'yaml';
import type { Settings } from '../../template/settings.ts';
import { slug } from '../../text/casing.ts';
import { hasTemplateWord, isAboutFolder, stemOf, withoutTemplateWord } from '../file-names.ts';
import { type Layout, layoutsOf } from './layout.ts';
import type { OwnTemplate, Sighting } from './sightings.ts';

const NEW = (id: string) => `# new:
#   ${id}:
#     path: docs/${id}/{name}.md     # where spec-wizard new ${id} NAME goes
#     numbered: ${id}-{number}-{name} # where such specs are numbered
`;
const LATER = `# gates:
#   min: 80               # each spec passes from this percentage on
#   pendingIn: [Draft]    # what is put off may stay so in these
# rules:
#   no-related-specs: off # by id of an advice
`;

/** The settings file for what was found, with what may be added later as comments. */
export function settingsText(
  specs: readonly Sighting[],
  templates: readonly OwnTemplate[],
  schema: string | null,
): string {
  const layouts = layoutsOf(specs);
  const places = placesOf(layouts);
  const uses = layouts.filter(({ use }) => use.length > 0);
  const settings: Settings = {
    ...(specs.length > 0 ? { specs: outermost(layouts.flatMap((one) => one.specs)) } : {}),
    ...(templates.length > 0
      ? { templates: Object.fromEntries(templates.map(({ id, file }) => [id, { file }])) }
      : {}),
    ...(specs.length > 0
      ? { use: uses.sort(narrowerFirst).map(({ use, template }) => ({ files: use, template })) }
      : {}),
    ...(Object.keys(places).length > 0 ? { new: places } : {}),
  };
  const head = schema === null ? '' : `# yaml-language-server: $schema=${schema}\n`;
  const body = Object.keys(settings).length === 0 ? '' : `${stringify(settings, { lineWidth: 0 })}\n`;
  const homeless = templates.find(({ id }) => places[id] === undefined);
  return `${head}${body}${homeless ? NEW(homeless.id) : ''}${LATER}`;
}

/** Where a new spec of each template goes: where most of that template are. Those of which there is nothing are left out. */
function placesOf(layouts: readonly Layout[]): NonNullable<Settings['new']> {
  const fullest = new Map<string, Layout>();
  for (const one of layouts) {
    const known = fullest.get(one.template);
    if (!known || known.count < one.count) fullest.set(one.template, one);
  }
  return Object.fromEntries(
    [...fullest].map(([template, { path, numbered }]) => [
      template,
      numbered === null ? { path } : { path, numbered },
    ]),
  );
}

/** The folders and files that are in none of the others. */
function outermost(places: readonly string[]): string[] {
  const all = [...new Set(places)].sort();
  return all.filter(
    (place) => !all.some((other) => other !== place && (other === '.' || place.startsWith(`${other}/`))),
  );
}

/** The first entry that fits a file counts: deeper folders go before those above, and named files before patterns. */
function narrowerFirst({ use: [a] }: Layout, { use: [b] }: Layout): number {
  return b!.split('/').length - a!.split('/').length || Number(a!.includes('*')) - Number(b!.includes('*'));
}

/** Folders whose names say nothing of the documents in them. */
const TELLS_NOTHING = /^(?:docs?|documentation|\.[\w-]+|src|meta|resources?|assets|text|active|files)$/i;
/** The placeholder for a number or a title in a template's name. */
const STANDS_FOR = /(?:^|(?<=[-_. ]))(?:\d+|n{2,}|x{2,}|y{4}|m{2}|d{2}|title|name|short|slug)(?=$|[-_. ])/giu;

/**
 * Chooses the ids of a project's templates: by their file's name, else by the folder above one
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
