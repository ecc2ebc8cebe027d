import { dirname, resolve } from 'node:path';
import type { Io } from '../host/io.ts';
import { Project } from '../project/project.ts';
import type { Args } from './args.ts';

/** The project of the working folder, with the settings of the folders that the command's words name. */
export function openProject({ words, options }: Args, io: Io): Promise<Project> {
  return Project.open(io.cwd, {
    folders: new Set(words.map((word) => dirname(resolve(io.cwd, word)))),
    history: options.history !== false,
  });
}
