import { basename, dirname } from 'node:path';
import { stringify } from 'yaml';
import type { Settings } from '../../template/schemas.ts';
import { slug } from '../../text/casing.ts';
import { groupBy, pushTo, sum } from '../../text/group.ts';
import { commonStart } from '../../text/range.ts';
import { hasTemplateWord, isAboutFolder, isDated, seriesNumber, stemOf, withoutTemplateWord } from '../file-names.ts';
import type { OwnTemplate, Sighting } from './sightings.ts';

/** Where a project keeps the specs of one template. */
interface Layout {
  template: string;
  folder: string;
  /** The places that check searches: a folder, or files. */
  specs: string[];
  /** The files that follow the template, as patterns of .gitignore; empty if their structure suffices. */
  use: string[];
  /** The path of a new spec, as in a flow. */
  path: string;
  /** The form of its name: with a number, a date, or unchanged. */
  numbered: string | null;
  count: number;
}

/** The layouts of the specs found: a folder of documents, or a folder for each spec with files of one name. */
export function layoutsOf(specs: readonly Sighting[]): Layout[] {
  const grouped = [...folderEach(specs)];
  const isRest = (one: Sighting) => !grouped.some(({ of }) => of.includes(one));
  grouped.push(...yearly(specs.filter(isRest)));
  return [...grouped.map(({ layout }) => layout), ...specs.filter(isRest).map((one) => flat(one, specs))];
}

/** Documents of one template in a folder for each year. Next year's will be of that template, too. */
function yearly(specs: readonly Sighting[]): { layout: Layout; of: Sighting[] }[] {
  const dated = specs.filter(({ folder, names, documents }) => YEAR.test(folder) && names.length * 2 > documents);
  const groups = groupBy(dated, ({ folder, template }) => `${template}\n${dirname(folder)}`);
  return [...groups.values()].flatMap((of) => {
    const [{ folder, template }] = of as [Sighting];
    const above = dirname(folder);
    const isShared = specs.some((other) => !of.includes(other) && dirname(other.folder) === above);
    if (isShared) return [];
    const layout: Layout = {
      template,
      folder: above,
      specs: [above],
      use: [`/${above}/*/*.md`],
      path: `${above}/{year}/{name}.md`,
      numbered: formOf(of.flatMap(({ names }) => names)),
      count: sum(of.map(({ names }) => names.length)),
    };
    return [{ layout, of }];
  });
}

const YEAR = /[^/]\/(?:19|20)\d\d$/;

/** Documents of one template and one name in sibling folders: `specs/001-login/spec.md`, `rfcs/012-x/README.md`. */
function folderEach(specs: readonly Sighting[]): { layout: Layout; of: Sighting[] }[] {
  const groups = new Map<string, Sighting[]>();
  for (const one of specs) {
    const [name, another] = one.names;
    if (another !== undefined || one.folder === '.') continue;
    pushTo(groups, `${one.template}\n${name}`, one);
  }
  return [...groups.values()].flatMap((of) => {
    const above = commonFolder(of.map(({ folder }) => dirname(folder)));
    if (of.length < 2 || above === '.') return [];
    const [{ template, names }] = of as [Sighting];
    const folders = of.map(({ folder }) => folder.split('/').at(-1)!);
    const layout: Layout = {
      template,
      folder: above,
      specs: [above],
      // The README of the folder above is about that folder.
      use: [`/${above}/${isAboutFolder(names[0]!) ? '*/' : ''}**/${names[0]}`],
      path: `${above}/{name}/${names[0]}`,
      numbered: formOf(folders),
      count: of.length,
    };
    return [{ layout, of }];
  });
}

function flat({ folder, template, names, isAmbiguous, documents }: Sighting, all: readonly Sighting[]): Layout {
  const isAlone = all.filter((other) => other.folder === folder).length === 1;
  const isMost = names.length * 2 > documents;
  const below = folder === '.' ? '' : `${folder}/`;
  const files = names.map((name) => `${below}${name}`);
  const isWide = isMost && (isAlone || isAmbiguous) && folder !== '.';
  return {
    template,
    folder,
    specs: isMost || !isAlone ? [folder] : files,
    use: isWide ? [`/${folder}/*.md`] : isMost && !isAmbiguous ? [] : files.map((file) => `/${file}`),
    path: `${below}{name}.md`,
    numbered: formOf(names),
    count: names.length,
  };
}

/** The beginning of most names: a date, a number in a series, or neither. */
function formOf(names: readonly string[]): string | null {
  if (names.filter(isDated).length * 2 > names.length) return '{date}-{name}';
  const counts = new Map<string, number>();
  for (const name of names) {
    const number = seriesNumber(name);
    // One or two digits are a chapter, unless all names have them.
    if (number && (number.digits.length >= 2 || names.length > 1)) {
      const before = number.before.toLowerCase();
      counts.set(before, (counts.get(before) ?? 0) + 1);
    }
  }
  for (const [before, count] of counts) if (count * 2 > names.length) return `${before}{number}-{name}`;
  return null;
}

function commonFolder(folders: readonly string[]): string {
  const parts = folders.map((folder) => folder.split('/'));
  const common = parts.reduce((start, other) => start.slice(0, commonStart(start, other)));
  return common.join('/') || '.';
}

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

/** The settings file for the specs found, with possible additions as comments. */
export function settingsText(
  specs: readonly Sighting[],
  templates: readonly OwnTemplate[],
  schema: string | null,
): string {
  const layouts = layoutsOf(specs);
  // Without specs check looks everywhere, so new ones may go anywhere.
  const places = placesOf(layouts, specs.length > 0 ? templates : []);
  const uses = layouts.filter(({ use }) => use.length > 0);
  const settings: Settings = {
    ...(specs.length > 0 ? { specs: outermost(layouts.flatMap((one) => one.specs)) } : {}),
    ...(templates.length > 0 ? { templates: Object.fromEntries(templates.map(({ id, file }) => [id, { file }])) } : {}),
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

/**
 * The path of a new spec of each template: where most specs of it are, and a folder of its own for an own template
 * without specs. Built-in templates without specs are left out.
 */
function placesOf(layouts: readonly Layout[], templates: readonly OwnTemplate[]): NonNullable<Settings['new']> {
  const fullest = new Map<string, Layout>();
  for (const one of layouts) {
    const known = fullest.get(one.template);
    if (!known || known.count < one.count) fullest.set(one.template, one);
  }
  const known = [...fullest].map(([template, { path, numbered }]) => [
    template,
    numbered === null ? { path } : { path, numbered },
  ]);
  const fresh = templates.filter(({ id }) => !fullest.has(id)).map(({ id }) => [id, { path: `docs/${id}/{name}.md` }]);
  return Object.fromEntries([...known, ...fresh]);
}

/** The folders and files that are not in any of the others. */
function outermost(places: readonly string[]): string[] {
  const all = [...new Set(places)].sort();
  return all.filter(
    (place) => !all.some((other) => other !== place && (other === '.' || place.startsWith(`${other}/`))),
  );
}

/** The first matching entry counts, so deeper folders precede those above, and named files precede patterns. */
function narrowerFirst({ use: [a] }: Layout, { use: [b] }: Layout): number {
  return b!.split('/').length - a!.split('/').length || Number(a!.includes('*')) - Number(b!.includes('*'));
}

/** Folder names that tell nothing about the documents in them. */
const TELLS_NOTHING = /^(?:docs?|documentation|\.[\w-]+|src|meta|resources?|assets|text|active|files)$/i;
/** The placeholder for a number or title in a template's name. */
const STANDS_FOR = /(?:^|(?<=[-_. ]))(?:\d+|n{2,}|x{2,}|y{4}|m{2}|d{2}|title|name|short|slug)(?=$|[-_. ])/giu;

/**
 * Chooses the ids of a project's templates, in the singular: from their file names, else the folder above one named
 * "templates", else the folder of their documents. Updates the specs found.
 */
export function assignIds(templates: readonly OwnTemplate[], specs: readonly Sighting[]): void {
  const taken = new Set<string>();
  for (const one of templates) {
    const fullest = specs
      .filter(({ template }) => template === one.id)
      .reduce<Sighting | null>((most, other) => (most && most.names.length >= other.names.length ? most : other), null);
    const base = ofFile(one.file) || ofFolders(dirname(one.file)) || ofFolders(fullest?.folder ?? '.') || 'template';
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
