import { homedir } from 'node:os';
import { dirname, relative, sep } from 'node:path';
import { gitRoot } from '../host/git-root.ts';
import { findSettings } from './find-settings.ts';

/**
 * The folder (absolute) that data below a folder may lead to: the repository; without one the folder of the settings;
 * without those the working folder, or the folder itself where it lies elsewhere. A home that is kept in git is no
 * project: what lies in it came from many places.
 */
export function projectRoot(folder: string, cwd: string): string {
  const repository = gitRoot(folder);
  if (repository !== null && repository !== homedir()) return repository;
  const settings = findSettings(folder);
  if (settings !== null) return dirname(settings);
  const way = relative(cwd, folder);
  return way === '..' || way.startsWith(`..${sep}`) ? folder : cwd;
}
