import { resolve } from 'node:path';
import { printableName, shellWord } from '../../text/printable.ts';
import { findOwnTemplates } from '../init/sightings.ts';
import * as messages from '../messages.ts';
import { type ProjectSettings, SETTINGS_FILE } from '../project-settings.ts';
import type { Found } from './spec-paths.ts';

/** The most templates that are named. */
const MOST_NAMED = 3;

/** What to do next when no spec was found, in lines: how to start a document, or how to name the project's template. */
export function nextSteps(found: readonly Found[], project: ProjectSettings | null, cwd: string): string[] {
  const paths = found.map(({ path }) => path);
  const start = messages.startASpec;
  if (paths.length === 0) return [start, messages.demoHint];
  const templates = unknownTemplates(paths, project, cwd);
  const [first] = templates;
  if (first === undefined) {
    return [messages.noTemplateFits(paths.length), start, messages.ownTemplateHint];
  }
  const named = templates.slice(0, MOST_NAMED).map(printableName).join(', ');
  const isOne = templates.length === 1;
  return [
    messages.ownTemplates(templates.length > MOST_NAMED ? `${named}, …` : named, isOne),
    messages.makeKnown(isOne, project === null ? null : SETTINGS_FILE),
    messages.startFrom(shellWord(first), isOne),
  ];
}

/** The files that look like templates but are not named by the settings. */
export function unknownTemplates(paths: readonly string[], project: ProjectSettings | null, cwd: string): string[] {
  const known = new Set(
    Object.values(project?.settings.templates ?? {}).map(({ file }) => resolve(project!.folder, file)),
  );
  return findOwnTemplates(paths, cwd)
    .map(({ file }) => file)
    .filter((file) => !known.has(resolve(cwd, file)));
}
