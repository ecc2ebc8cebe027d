import { dirname } from 'node:path';
import type { Io } from '../host/io.ts';
import { recallTemplate, rememberTemplate } from '../host/remembered.ts';
import { type OpenedSpec, openSpec } from '../host/spec-file.ts';
import type { Match } from '../judge/match.ts';
import { askChoice } from '../plain/choices.ts';
import { type Prompter, prompterOn, withoutCommands } from '../plain/prompter.ts';
import { Leaving } from '../plain/typed-commands.ts';
import { Problem } from '../problem.ts';
import { Catalogue } from '../project/catalogue.ts';
import { candidatesFor, scoreText } from '../project/match.ts';
import type { Project } from '../project/project.ts';
import type { Template } from '../template/template.ts';
import * as messages from './messages.ts';
import type { WizardStart } from './wizard-start.ts';

/** Whether opening a spec failed because its template is unknown, and the author can be asked. */
export function isTemplateUnknown(error: unknown, beginning: WizardStart): error is Problem {
  const isOpen = beginning.kind === 'open' && beginning.template === undefined;
  return isOpen && error instanceof Problem && error.code === 'no-template';
}

/**
 * Asks which template a spec follows, the likeliest first, which Enter accepts if it shares a heading with the spec.
 * Remembers the choice and does not ask again. Raises `problem` if there is no candidate or none is chosen, and
 * Leaving.
 */
export async function askTemplateOf(
  spec: OpenedSpec,
  problem: Problem,
  catalogue: Catalogue,
  asker: Prompter,
): Promise<Template> {
  const known = recallTemplate(spec.realPath);
  const candidates = candidatesFor(spec, catalogue);
  const templateOf = ({ id }: Match) => catalogue.get(id, dirname(spec.absolutePath));
  const chosenBefore = candidates.find(({ id }) => id === known);
  if (chosenBefore) {
    asker.say(messages.followsAsChosen(spec.path, chosenBefore.id));
    return templateOf(chosenBefore);
  }
  const [likeliest] = candidates;
  if (!likeliest) throw problem;
  const options = candidates.map(scoreText);
  asker.say(`${spec.path}: ${problem.message}.`, messages.whichTemplateFollowed);
  const likely = likeliest.headings > 0 ? options[0]! : '';
  const chosen = await askChoice(asker, [...options, messages.noneOfThem], likely);
  const match = candidates[options.indexOf(chosen)];
  if (!match) throw problem;
  rememberTemplate(spec.realPath, match.id);
  return templateOf(match);
}

/** Asks for the template before the full screen is drawn; null if the author leaves. Raises as askTemplateOf does. */
export async function askTemplateFirst(
  path: string,
  problem: Problem,
  project: Project,
  io: Io,
): Promise<Template | null> {
  const asker = prompterOn(io.stdin, io.stdout);
  try {
    const spec = openSpec(path, { folder: io.cwd });
    return await askTemplateOf(spec, problem, new Catalogue(project), withoutCommands(asker));
  } catch (error) {
    if (!(error instanceof Leaving)) throw error;
    return null;
  } finally {
    asker.close();
  }
}
