import { dirname } from 'node:path';
import { groupBy } from '../../text/group.ts';
import { isAboutFolder, isDated, seriesNumber } from '../file-names.ts';
import type { Sighting } from './sightings.ts';

/** How a project keeps the specs of one template in one place. */
export interface Layout {
  template: string;
  folder: string;
  /** Where check looks for them: a folder, or files. */
  specs: string[];
  /** Which files are of the template, as in .gitignore; none where their structure alone tells. */
  use: string[];
  /** Where a new one goes, as in a flow. */
  path: string;
  /** The form of its name: with a number, a date, or as it is. */
  numbered: string | null;
  count: number;
}

/** The layouts of the specs that were met: a folder of documents, or a folder for each with files of one name. */
export function layoutsOf(specs: readonly Sighting[]): Layout[] {
  const grouped = [...folderEach(specs)];
  const isRest = (one: Sighting) => !grouped.some(({ of }) => of.includes(one));
  grouped.push(...yearly(specs.filter(isRest)));
  return [...grouped.map(({ layout }) => layout), ...specs.filter(isRest).map((one) => flat(one, specs))];
}

/** Documents of one template in a folder for each year: next year's are of that template, too. */
function yearly(specs: readonly Sighting[]): { layout: Layout; of: Sighting[] }[] {
  const dated = specs.filter(
    ({ folder, names, documents }) => YEAR.test(folder) && names.length * 2 > documents,
  );
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
      count: of.reduce((sum, { names }) => sum + names.length, 0),
    };
    return [{ layout, of }];
  });
}

const YEAR = /[^/]\/(?:19|20)\d\d$/;

/** Documents of one template that have one name in sibling folders: `specs/001-login/spec.md`, `rfcs/012-x/README.md`. */
function folderEach(specs: readonly Sighting[]): { layout: Layout; of: Sighting[] }[] {
  const groups = new Map<string, Sighting[]>();
  for (const one of specs) {
    const [name, another] = one.names;
    if (another !== undefined || one.folder === '.') continue;
    const key = `${one.template}\n${name}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
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
      // The README of the folder above is about that one.
      use: [`/${above}/${isAboutFolder(names[0]!) ? '*/' : ''}**/${names[0]}`],
      path: `${above}/{name}/${names[0]}`,
      numbered: formOf(folders),
      count: of.length,
    };
    return [{ layout, of }];
  });
}

function flat(
  { folder, template, names, isAmbiguous, documents }: Sighting,
  all: readonly Sighting[],
): Layout {
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

/** What most of the names begin with: a date, a number in a series, or nothing of the kind. */
function formOf(names: readonly string[]): string | null {
  if (names.filter(isDated).length * 2 > names.length) return '{date}-{name}';
  const counts = new Map<string, number>();
  for (const name of names) {
    const number = seriesNumber(name);
    // One or two digits are a chapter, unless all have so many.
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
  const [first] = parts as [string[]];
  let common = 0;
  while (common < first.length && parts.every((other) => other[common] === first[common])) common++;
  return first.slice(0, common).join('/') || '.';
}
