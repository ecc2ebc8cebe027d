import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { readRegular } from '../host/data-path.ts';
import type { Io } from '../host/io.ts';
import { userFolder } from '../host/platform.ts';
import { askBackground, backgroundFrom, needsAscii, wantsColour } from '../host/terminal-support.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../wizard/preferences.ts';

/** How screens are coloured. */
export type ThemeChoice = 'dark' | 'light' | 'none';

/** A person's preferences, with the theme if they chose one. */
interface PersonalSettings extends Preferences {
  theme?: ThemeChoice;
}

/** Larger settings files are ignored by the first frame. */
const MOST_BYTES = 64 * 1024;

/** The file of a person's own settings, by the XDG base directory specification; null if there is no home. */
export function settingsPath(env: Io['env']): string | null {
  const folder = userFolder('config', env, homedir());
  return folder === null ? null : join(folder, 'settings.yaml');
}

/** A person's preferences, with defaults that suit the terminal. Raises Problem `bad-settings`, with file and line. */
export async function readPreferences({ env }: Pick<Io, 'env'>, ascii = false): Promise<PersonalSettings> {
  const path = settingsPath(env);
  const own = path !== null && existsSync(path) ? (await import('./preferences-file.ts')).readFile(path) : {};
  const { marks, ...rest } = own;
  const isAscii = ascii || (marks === undefined ? needsAscii(env) : marks === 'ascii');
  const file = path === null ? '' : shortened(path, env);
  return { ...DEFAULT_PREFERENCES, ...rest, ascii: isAscii, file };
}

/** A setting in a line of its own, as most are. */
const PLAIN_LINE = /^(?:(theme|marks|mouse):[ \t]*(dark|light|none|unicode|ascii|true|false)[ \t]*)?(?:#.*)?$/;

/** The preferences that need no YAML reader, for the first frame, and whether those are all. Never raises. */
export function preferencesForFirstFrame(
  { env }: Pick<Io, 'env'>,
  ascii = false,
): { settings: PersonalSettings; whole: boolean } {
  const path = settingsPath(env);
  const text = path === null ? '' : String(readRegular(path, MOST_BYTES) ?? '');
  const lines = text.split(/\r\n?|\n/).map((line) => PLAIN_LINE.exec(line));
  const { theme, marks, mouse } = Object.fromEntries(
    lines.flatMap((line) => (line?.[1] === undefined ? [] : [[line[1], line[2]]])),
  );
  const settings: PersonalSettings = {
    ...DEFAULT_PREFERENCES,
    ...(theme !== undefined && { theme: theme as ThemeChoice }),
    mouse: mouse !== 'false',
    ascii: ascii || (marks === undefined ? needsAscii(env) : marks === 'ascii'),
  };
  return { settings, whole: lines.every((line) => line !== null) };
}

/** A path with the home folder shortened to `~`. */
function shortened(path: string, { HOME = '' }: Io['env']): string {
  return HOME !== '' && path.startsWith(`${HOME}/`) ? `~${path.slice(HOME.length)}` : path;
}

/** The theme of a screen: none without colours, else the chosen one, else the one for COLORFGBG, else dark. */
export function themeName(chosen: ThemeChoice | undefined, { env, stdout }: Io): ThemeChoice {
  if (!wantsColour(stdout, env)) return 'none';
  return chosen ?? backgroundFrom(env.COLORFGBG) ?? 'dark';
}

/** Like themeName, but asks the terminal for its background if nothing else decides. */
export async function detectThemeName(chosen: ThemeChoice | undefined, io: Io): Promise<ThemeChoice> {
  const name = themeName(chosen, io);
  const isKnown = name === 'none' || chosen !== undefined || backgroundFrom(io.env.COLORFGBG) !== null;
  if (isKnown) return name;
  return (await askBackground(io.stdin as NodeJS.ReadStream, io.stdout as NodeJS.WriteStream)) ?? name;
}
