import { dirname } from 'node:path';
import { type Files, realFiles } from '../host/files.ts';
import type { Flow } from '../template/flow.ts';
import { findSettings } from './project-settings.ts';
import { specPath } from './spec-path.ts';

/**
 * Where a new spec of a template goes: a path as given, a name by the flow's rule, with a number that is free among the
 * names in `files`. Raises Problem `bad-name` and `bad-flow`.
 */
export function pathFor(
  { flow }: { flow: Pick<Flow, 'path' | 'numbered'> | null },
  name: string,
  cwd: string,
  files: Files = realFiles,
): string {
  const settings = findSettings(cwd);
  const within = settings === null ? cwd : dirname(settings);
  return specPath(name, flow ?? { path: '{name}.md' }, cwd, files, within);
}
