import { stringify } from 'yaml';
import type { Settings } from '../../template/settings.ts';
import { newPlaces } from './new-places.ts';
import type { OwnTemplate } from './own-templates.ts';
import type { Sighting } from './sightings.ts';

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
  const places = newPlaces(specs);
  const settings: Settings = {
    ...(specs.length > 0 ? { specs: outermost(specs.map(({ folder }) => folder)) } : {}),
    ...(templates.length > 0
      ? { templates: Object.fromEntries(templates.map(({ id, file }) => [id, { file }])) }
      : {}),
    ...(specs.length > 0 ? { use: uses(specs) } : {}),
    ...(Object.keys(places).length > 0 ? { new: places } : {}),
  };
  const head = schema === null ? '' : `# yaml-language-server: $schema=${schema}\n`;
  const said = Object.keys(settings).length === 0 ? '' : `${stringify(settings, { lineWidth: 0 })}\n`;
  const homeless = templates.find(({ id }) => places[id] === undefined);
  return `${head}${said}${homeless ? NEW(homeless.id) : ''}${LATER}`;
}

/** The folders that are in none of the others. */
function outermost(folders: readonly string[]): string[] {
  const all = [...new Set(folders)].sort();
  return all.filter(
    (folder) => !all.some((other) => other !== folder && (other === '.' || folder.startsWith(`${other}/`))),
  );
}

/** One entry for each folder that has specs of one template only, deeper folders first; others are told by their marks. */
function uses(specs: readonly Sighting[]): NonNullable<Settings['use']> {
  const templatesIn = (folder: string) =>
    new Set(specs.filter((one) => one.folder === folder).map(({ template }) => template));
  const alone = specs.filter(({ folder }) => folder !== '.' && templatesIn(folder).size === 1);
  return alone
    .sort((a, b) => b.folder.split('/').length - a.folder.split('/').length)
    .map(({ folder, template }) => ({ files: [`/${folder}/*.md`], template }));
}
