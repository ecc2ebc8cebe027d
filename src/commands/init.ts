import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Io } from '../host/io.ts';
import { relativePath } from '../host/platform.ts';
import { createSpec } from '../host/save-spec.ts';
import { Problem } from '../problem.ts';
import { Catalogue } from '../project/catalogue.ts';
import { pathsBelow } from '../project/check/spec-paths.ts';
import { assignIds, layoutsOf, settingsText } from '../project/init/settings-text.ts';
import { findOwnTemplates, type Sighting, sightings } from '../project/init/sightings.ts';
import { findSettings, SETTINGS_FILE } from '../project/project-settings.ts';
import { printable } from '../text/printable.ts';
import { type Args, openProject } from './args.ts';
import * as messages from './messages.ts';

/** Writes settings for the project as it is: where its specs are, and which templates they follow. */
export async function run(args: Args, io: Io): Promise<number> {
  const there = findSettings(io.cwd);
  if (there !== null)
    throw new Problem('file-exists', messages.settingsExist, {
      place: { path: relativePath(io.cwd, there) || there },
      hints: [messages.settingsExistHint],
    });
  const paths = [...pathsBelow(io.cwd)].map(({ path }) => path);
  const templates = findOwnTemplates(paths, io.cwd);
  const specs = sightings(paths, templates, new Catalogue(await openProject(args, io)), io.cwd);
  assignIds(templates, specs);
  const schema = join('node_modules', 'spec-wizard', 'dist', 'schemas', 'settings.json');
  const text = settingsText(specs, templates, existsSync(join(io.cwd, schema)) ? `./${schema}` : null);
  createSpec(SETTINGS_FILE, { text, bom: false }, { folder: io.cwd });
  io.stdout.write(`${summary(specs, templates.length)}\n`);
  return 0;
}

function summary(specs: readonly Sighting[], templates: number): string {
  const found = layoutsOf(specs).map(
    ({ count, template, folder }) => ` ${messages.specsFound(count, printable(template), printable(folder))}`,
  );
  const own = templates === 0 ? [] : [` ${messages.ownTemplates(templates)}`];
  const none = found.length === 0 ? [` ${messages.noSpecs}`] : [];
  return [` ${SETTINGS_FILE}`, ...found, ...own, ...none].join('\n');
}
