import { relative, resolve } from 'node:path';
import type { Advice } from '../../judge/advice/advice.ts';
import { foldCase } from '../../text/fold.ts';
import type { Project } from '../project.ts';
import type { GateOptions } from './gates.ts';
import type { CheckOptions } from './options.ts';
import type { Gap, SpecResult } from './result.ts';

/** The advice that a project wants to hear, as severe as it takes it. */
export function adviceBy(project: Project | null, advice: Advice[]): Advice[] {
  const rules = project?.settings.rules;
  if (!rules) return advice;
  return advice.flatMap((one) => {
    const severity = rules[one.id] ?? one.severity;
    return severity === 'off' ? [] : [{ ...one, severity }];
  });
}

/** The gaps of a spec that gates look at: what is put off may stay so while the spec has a status that allows it. */
export function openGaps(project: Project | null, { status, gaps }: SpecResult): readonly Gap[] {
  const allowing = project?.settings.gates?.pendingIn ?? [];
  if (status === null || !allowing.some((one) => foldCase(one) === foldCase(status))) return gaps;
  return gaps.filter(({ state }) => state !== 'pending');
}

/** The gates of a run: what the command line says, else what the project does. */
export function gateOptions(options: CheckOptions, project: Project | null, cwd: string): GateOptions {
  const gates = project?.settings.gates ?? {};
  const kept =
    gates.baseline === undefined ? undefined : relative(cwd, resolve(project!.folder, gates.baseline));
  return {
    min: options.min ?? gates.min,
    minOverall: options.minOverall ?? gates.minOverall,
    baseline: options.baseline ?? kept,
    updateBaseline: options.updateBaseline,
    strict: options.strict || gates.strict === true,
  };
}
