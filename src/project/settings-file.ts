import { dirname } from 'node:path';
import type * as z from 'zod';
import { readablePath } from '../host/data-path.ts';
import { realFiles } from '../host/files.ts';
import { relativePath } from '../host/platform.ts';
import { readBytes, withPlace } from '../host/read-file.ts';
import { type PositionedYaml, readYaml as parseYaml } from '../host/yaml-positions.ts';
import { Problem } from '../problem.ts';
import { type Flow, flowSchema, settingsSchema } from '../template/schemas.ts';
import { nearest } from '../text/nearest.ts';
import { decodeSource } from '../text/source.ts';
import * as messages from './messages.ts';
import { type ProjectSettings, projectRoot, type SettingPlace, settingsOf } from './project-settings.ts';
import { cacheYaml, keyString } from './yaml-cache.ts';

/** Settings and flows are written by hand, so larger files are not read. */
const MOST_BYTES = 1024 * 1024;

/** Reads a settings file (absolute); problems, which name it relative to `cwd`, become part of the result. */
export function readProject(file: string, cwd: string): ProjectSettings {
  const path = relativePath(cwd, file) || file;
  try {
    const { yaml, bytes } = readYaml(file, path, 'bad-settings', dirname(file));
    const found = settingsSchema.safeParse(yaml.data ?? {});
    if (!found.success) throw fault(found.error, yaml, path, 'bad-settings', Object.keys(settingsSchema.shape));
    const read = { data: found.data, lines: Object.fromEntries(linesOf(yaml, yaml.data, [])) };
    cacheYaml(file, bytes, read);
    return settingsOf(file, cwd, read);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ...settingsOf(file, cwd, { data: {}, lines: {} }), problem: error };
  }
}

/** Reads a project's flow (absolute), which a key of the settings in `folder` names. Raises Problem `bad-flow`. */
export function readFlow(file: string, place: SettingPlace, folder: string): Flow {
  const path = relativePath(dirname(place.path), file);
  const shown = place.path.includes('/') ? `${dirname(place.path)}/${path}` : relativePath('.', file);
  let read: { yaml: PositionedYaml; bytes: Uint8Array };
  try {
    read = readYaml(file, shown, 'bad-flow', folder);
  } catch (error) {
    if (error instanceof Problem && error.cause && !error.place.line)
      throw new Problem('bad-flow', messages.inFlow(shown, error.message), { place, cause: error });
    throw error;
  }
  const found = flowSchema.safeParse(read.yaml.data);
  if (!found.success) throw fault(found.error, read.yaml, shown, 'bad-flow', Object.keys(flowSchema.shape));
  cacheYaml(file, read.bytes, { data: found.data, lines: {} });
  return found.data;
}

/** The lines of all keys in a value, whose own key is `above`. */
function* linesOf(
  yaml: PositionedYaml,
  value: unknown,
  above: readonly (string | number)[],
): Generator<[string, number]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, below] of Object.entries(value)) {
    const key = [...above, Array.isArray(value) ? Number(name) : name];
    const line = yaml.lineOf(key);
    if (line !== undefined) yield [keyString(key), line];
    yield* linesOf(yaml, below, key);
  }
}

function readYaml(
  file: string,
  path: string,
  code: 'bad-settings' | 'bad-flow',
  folder: string,
): { yaml: PositionedYaml; bytes: Uint8Array } {
  let bytes: Uint8Array;
  try {
    const real = readablePath(file, { folder, root: projectRoot(folder, folder), code });
    bytes = readBytes(real, path, realFiles).bytes;
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const why = cause instanceof Problem ? cause.message : missing ? messages.isNotThere : messages.cannotBeRead;
    throw new Problem(code, why, { place: { path }, cause });
  }
  if (bytes.length > MOST_BYTES) throw new Problem(code, messages.settingsTooLarge, { place: { path } });
  try {
    return { yaml: parseYaml(decodeSource(bytes).text, path, code), bytes };
  } catch (error) {
    throw withPlace(error, path);
  }
}

/** The first fault that a schema finds in a YAML file, with file, line and key. */
function fault(
  error: z.ZodError,
  yaml: PositionedYaml,
  path: string,
  code: 'bad-settings' | 'bad-flow',
  keys: readonly string[],
): Problem {
  const issue = error.issues[0]!;
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const key = [...issue.path, ...(unknown === undefined ? [] : [unknown])] as (string | number)[];
  const near = unknown !== undefined && issue.path.length === 0 ? nearest(unknown, keys) : null;
  const line = yaml.lineOf(key);
  const reason = issue.message.replace(/^Invalid (?:input|option): /, '').replace(/^expected/, 'it must be');
  const what =
    unknown !== undefined ? messages.noSuchKey : reason.replace(/^.*, received undefined$/, messages.keyMissing);
  return new Problem(code, what, {
    place: { path, key: key.join('.'), ...(line === undefined ? {} : { line }) },
    hints: near ? [messages.didYouMean(near)] : [],
    cause: error,
  });
}
