import system from 'node:path';

/** What a folder of a user is for. */
type Purpose = 'state' | 'cache' | 'config';

/** Of each purpose: the variable of the XDG base directory specification, its default below the home, and Windows' variable. */
const FOLDERS: Readonly<Record<Purpose, { xdg: string; below: readonly string[]; windows: string }>> = {
  state: { xdg: 'XDG_STATE_HOME', below: ['.local', 'state'], windows: 'LOCALAPPDATA' },
  cache: { xdg: 'XDG_CACHE_HOME', below: ['.cache'], windows: 'LOCALAPPDATA' },
  config: { xdg: 'XDG_CONFIG_HOME', below: ['.config'], windows: 'APPDATA' },
};

/**
 * The program's own folder of a user, absolute; null if the user has no home. An XDG variable counts on every system,
 * unless it is relative. `home` is what the system knows where `env` does not say.
 */
export function userFolder(
  purpose: Purpose,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const { isAbsolute, join } = platform === 'win32' ? system.win32 : system.posix;
  const { xdg, below, windows } = FOLDERS[purpose];
  const named = env[xdg];
  if (named && isAbsolute(named)) return join(named, 'spec-wizard');
  const own = env[windows];
  if (platform === 'win32' && own) return join(own, 'spec-wizard');
  const folder = env.HOME || home;
  return folder && isAbsolute(folder) ? join(folder, ...below, 'spec-wizard') : null;
}
