import { dirname, resolve } from 'node:path';
import type { ReadStream } from 'node:tty';
import type { Io } from '../host/io.ts';
import { restoreTerminal } from '../host/terminal.ts';
import { isPlainTerminal } from '../host/terminal-support.ts';
import { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';
import { showFirstFrame } from './first-frame.ts';
import * as messages from './messages.ts';
import type { Appearance, WizardStart } from './wizard-start.ts';

/**
 * Starts a session: in the full-screen wizard, or line by line with --plain, with ACCESSIBLE and in a terminal without
 * escape sequences (TERM=dumb). If the spec fits no template, asks for one first. Raises Problem `no-terminal` if the
 * wizard has no terminal, before it is loaded.
 */
export async function start(
  beginning: WizardStart,
  { plain, history, ...how }: { plain: boolean; history: boolean } & Appearance,
  io: Io,
): Promise<number> {
  const folders = beginning.kind === 'open' ? [dirname(resolve(io.cwd, beginning.path))] : [];
  const openProject = async () => {
    const { Project } = await import('../project/project.ts');
    return Project.open(io.cwd, { folders, history });
  };
  const isTerminal = io.stdin.isTTY === true && io.stdout.isTTY === true;
  if (plain || (isTerminal && isPlainTerminal(io.env))) {
    const { runPlain } = await import('./run-plain.ts');
    return runPlain(beginning, await openProject(), io);
  }
  if (!isTerminal) throw await noTerminal(beginning, openProject, io);
  const unwatch = showFirstFrame(beginning, how, io);
  const giveBack = () => {
    unwatch?.();
    if ((io.stdin as ReadStream).isRaw) restoreTerminal();
  };
  try {
    const { runSession } = await import('./run-session.ts');
    const project = await openProject();
    try {
      return await runSession(beginning, project, io, how, unwatch);
    } catch (problem) {
      const { askTemplateFirst, isTemplateUnknown } = await import('./ask-template.ts');
      if (beginning.kind !== 'open' || !isTemplateUnknown(problem, beginning)) throw problem;
      giveBack();
      const template = await askTemplateFirst(beginning.path, problem, project, io);
      return template ? await runSession({ ...beginning, template: template.id }, project, io, how) : 130;
    }
  } catch (problem) {
    giveBack();
    throw problem;
  }
}

/** The problem that there is no terminal. Raises the problem of a missing file or template first. */
async function noTerminal(beginning: WizardStart, openProject: () => Promise<Project>, io: Io): Promise<Problem> {
  if (beginning.kind === 'open') {
    const { openSpec } = await import('../host/spec-file.ts');
    openSpec(beginning.path, { folder: io.cwd });
  }
  if (beginning.kind === 'new' && beginning.template !== undefined) {
    const { Catalogue } = await import('../project/catalogue.ts');
    new Catalogue(await openProject()).get(beginning.template);
  }
  const headless = {
    home: [messages.checkHint, messages.blankHint],
    open: [messages.questionsHint, messages.fillHint],
    new: [messages.newHint],
  };
  return new Problem('no-terminal', messages.needsTerminal, {
    hints: [...headless[beginning.kind], messages.plainHint],
  });
}
