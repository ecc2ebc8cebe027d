import { relative, resolve } from 'node:path';
import { readablePath, writablePath } from '../../host/data-path.ts';
import type { Advice } from '../../judge/advice/advice.ts';
import { Problem } from '../../problem.ts';
import { foldCase } from '../../text/fold.ts';
import { projectRoot } from '../project-root.ts';
import type { ProjectSettings } from '../project-settings.ts';
import type { GateOptions } from './gates.ts';
import type { CheckOptions } from './options.ts';
import type { Gap, SpecResult } from './result.ts';

/** The advice that a project wants to hear, as severe as it takes it. */
export function adviceBy(project: ProjectSettings | null, advice: Advice[]): Advice[] {
  const rules = project?.settings.rules;
  if (!rules) return advice;
  return advice.flatMap((one) => {
    const severity = rules[one.id] ?? one.severity;
    return severity === 'off' ? [] : [{ ...one, severity }];
  });
}

/** The gaps of a spec that gates look at: what is put off may stay so while the spec has a status that allows it. */
export function openGaps(project: ProjectSettings | null, { status, gaps }: SpecResult): readonly Gap[] {
  const allowing = project?.settings.gates?.pendingIn ?? [];
  if (status === null || !allowing.some((one) => foldCase(one) === foldCase(status))) return gaps;
  return gaps.filter(({ state }) => state !== 'pending');
}

/** The gates of a run: what the command line says, else what the project does. */
export function gateOptions(
  options: CheckOptions,
  project: ProjectSettings | null,
  cwd: string,
): GateOptions {
  const gates = project?.settings.gates ?? {};
  return {
    min: options.min ?? gates.min,
    minOverall: options.minOverall ?? gates.minOverall,
    baseline: options.baseline ?? baselineOf(project, options.updateBaseline, cwd),
    updateBaseline: options.updateBaseline,
    strict: options.strict || gates.strict === true,
    drift: options.drift,
  };
}

/** The baseline that the settings name, from `cwd`. Raises Problem `bad-settings` where it leads where it must not. */
function baselineOf(project: ProjectSettings | null, writes: boolean, cwd: string): string | undefined {
  const path = project?.settings.gates?.baseline;
  if (!project || path === undefined) return undefined;
  const { folder } = project;
  const bounds = { folder, root: projectRoot(folder, cwd), code: 'bad-settings' as const };
  try {
    if (writes) writablePath(path, bounds, ['.json']);
    else readablePath(path, bounds);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, message, hints } = error;
    throw new Problem(code, message, { place: project.placeOf('gates', 'baseline'), hints, cause: error });
  }
  return relative(cwd, resolve(folder, path));
}
