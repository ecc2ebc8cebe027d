import { resolve } from 'node:path';
import { printableName, shellWord } from '../../text/printable.ts';
import { findOwnTemplates } from '../init/sightings.ts';
import { type ProjectSettings, SETTINGS_FILE } from '../project-settings.ts';
import type { Found } from './spec-paths.ts';

/** Templates that are named, at most. */
const MOST_NAMED = 3;

/**
 * What to do next where a run met no spec, a line each: how to begin where there is no document, and how to make a
 * template known where the documents follow one of the project's own.
 */
export function nextSteps(found: readonly Found[], project: ProjectSettings | null, cwd: string): string[] {
  const paths = found.map(({ path }) => path);
  const start = 'Start a spec: spec-wizard';
  if (paths.length === 0) return [start, 'See in two minutes how it works: spec-wizard demo'];
  const templates = unknownTemplates(paths, project, cwd);
  const [first] = templates;
  if (first === undefined) {
    const files = paths.length === 1 ? 'The one Markdown file' : `None of the ${paths.length} Markdown files`;
    const fits = paths.length === 1 ? 'fits none of the templates' : 'fits a template';
    return [
      `${files} here ${fits} that spec-wizard templates lists.`,
      start,
      'Check a file by a template of yours: spec-wizard check FILE --template TEMPLATE.md',
    ];
  }
  const named = templates.slice(0, MOST_NAMED).map(printableName).join(', ');
  const isOne = templates.length === 1;
  const them = isOne ? 'it' : 'them';
  const register = project === null ? 'spec-wizard init' : `name ${them} in ${SETTINGS_FILE}`;
  return [
    `${isOne ? 'This looks like a template of yours' : 'These look like templates of yours'}: ${named}${
      templates.length > MOST_NAMED ? ', …' : ''
    }`,
    `Make ${them} known, with the specs that follow ${them}: ${register}`,
    `Start a spec from ${isOne ? 'it' : 'one'}: spec-wizard new ${shellWord(first)} NAME.md`,
  ];
}

/** The files that look like templates, and that the settings do not name. */
export function unknownTemplates(
  paths: readonly string[],
  project: ProjectSettings | null,
  cwd: string,
): string[] {
  const known = new Set(
    Object.values(project?.settings.templates ?? {}).map(({ file }) => resolve(project!.folder, file)),
  );
  return findOwnTemplates(paths, cwd)
    .map(({ file }) => file)
    .filter((file) => !known.has(resolve(cwd, file)));
}
