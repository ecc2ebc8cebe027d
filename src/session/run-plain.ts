import type { Io } from '../host/io.ts';
import { SpecLock } from '../host/lock.ts';
import { recallName, rememberName, type UnnamedSpec } from '../host/remembered.ts';
import { type OpenedSpec, openSpec } from '../host/spec-file.ts';
import { StopSignal } from '../host/terminal.ts';
import { isPlainTerminal, needsAscii } from '../host/terminal-support.ts';
import { PathClaim } from '../host/write-lock.ts';
import { removeGuidance } from '../interview/guidance.ts';
import type { Facts } from '../interview/suggestion.ts';
import { isGap, type Reading } from '../judge/reading.ts';
import { agrees, askChoice } from '../plain/choices.ts';
import { type Prompter, prompterOn, withoutCommands } from '../plain/prompter.ts';
import { commandIn, Leaving } from '../plain/typed-commands.ts';
import { walk } from '../plain/walk.ts';
import { Catalogue } from '../project/catalogue.ts';
import { pathsBelow } from '../project/check/spec-paths.ts';
import { mustMatch } from '../project/match.ts';
import type { Project } from '../project/project.ts';
import type { Template } from '../template/template.ts';
import { localDay } from '../text/days.ts';
import { changesBetween } from '../text/diff.ts';
import { printable, shellWord } from '../text/printable.ts';
import { askTemplateOf, isTemplateUnknown } from './ask-template.ts';
import { PlainDrafts } from './drafts.ts';
import { startedSpec } from './files-here.ts';
import * as messages from './messages.ts';
import { passedOverNote, planSpec } from './new-spec.ts';
import { askToTakeOver, offerWholeTexts, PlainWork } from './plain-work.ts';
import { detectFacts } from './project-facts.ts';
import { rescue } from './rescue.ts';
import { questionInSection, type WizardStart } from './wizard-start.ts';

interface Begun {
  spec: OpenedSpec;
  template: Template;
  name?: string;
}

/** The most specs that are offered. */
const OFFERED = 20;

/** Walks through a spec line by line. Returns 130 after Ctrl+C, else 0. */
export async function runPlain(beginning: WizardStart, project: Project, io: Io): Promise<number> {
  const asker = prompterOn(io.stdin, io.stdout, {
    pastes: !isPlainTerminal(io.env),
    ascii: io.stdout.isTTY === true && needsAscii(io.env),
  });
  const stop = new StopSignal(() => asker.interrupt());
  const before = withoutCommands(asker);
  const lock = new SpecLock();
  let drafts: PlainDrafts | null = null;
  const claim = new PathClaim();
  let rescueTyped = (): string[] => [];
  try {
    const { spec, template, name } = await begin(beginning, new Catalogue(project), before, claim, io);
    const other = lock.take(spec.realPath);
    if (other && !(await askToTakeOver(lock, other, { spec, asker: before, what: messages.hasFileOpen }))) return 0;
    drafts = new PlainDrafts(spec.realPath);
    const facts = { ...(await factsOf(io)), name };
    const work = new PlainWork(spec, template, { asker, drafts, lock, facts, io });
    const kept = drafts;
    rescueTyped = () =>
      rescue(kept.unkept(), { spec: work.spec, template, cwd: io.cwd, mayWrite: lock.holder() === null });
    await drafts.offer(before, spec, work.reading());
    await offerWholeTexts(before, work);
    asker.say('', `${spec.path}: ${progress(work.reading())}`);
    const older = work.reading().sections.filter(({ drift }) => drift).length;
    if (older > 0) asker.say(messages.olderForms(older), messages.upgradeHint(shellWord(spec.path)));
    const section = beginning.kind === 'open' ? beginning.section : undefined;
    const first = section === undefined ? undefined : questionInSection(work.reading(), section);
    const end = await walk(work, asker, first);
    asker.say('', `${spec.path}: ${progress(work.reading())}`);
    if (work.spec.exists) asker.say(...(await passedOverNote(spec.path, project, io.cwd)));
    if (end === 'done') await offerGuidance(before, work);
    if (drafts.typed.size + drafts.reasons.size > 0) asker.say(messages.typedKept);
    const isLeft = end !== 'done' || work.reading().slots.some(isGap);
    if (isLeft && work.spec.exists) asker.say(messages.goOnPlain(shellWord(spec.path)));
    if (!isLeft) asker.say(...(template.flow?.next ?? []).map((step) => messages.nextStep(step)));
    return stop.status ?? (end === 'interrupt' ? 130 : 0);
  } catch (error) {
    if (!(error instanceof Leaving)) throw error;
    return stop.status ?? (error.by === 'interrupt' ? 130 : 0);
  } finally {
    stop.end();
    if (drafts?.flush() === false || drafts?.unkept().length) asker.say(...rescueTyped());
    lock.release();
    claim.release();
    asker.close();
  }
}

async function begin(
  beginning: WizardStart,
  catalogue: Catalogue,
  asker: Prompter,
  claim: PathClaim,
  io: Io,
): Promise<Begun> {
  switch (beginning.kind) {
    case 'open': {
      const spec = openSpec(beginning.path, { folder: io.cwd });
      return { spec, template: await templateFor(spec, beginning, catalogue, asker) };
    }
    case 'new': {
      const template = beginning.template ? catalogue.get(beginning.template) : await askTemplate(catalogue, asker);
      const name = beginning.name ?? (await askName(asker, { cwd: io.cwd, template: template.id }));
      const { spec, title } = planSpec(template, name, claim, io.cwd);
      return { spec, template, name: title };
    }
    case 'home': {
      const specs = found(catalogue, io);
      if (specs.length === 0) return begin({ kind: 'new' }, catalogue, asker, claim, io);
      asker.say(messages.whichSpec);
      const chosen = await askUntil(asker, [messages.newOne, ...specs]);
      return begin(
        chosen === messages.newOne ? { kind: 'new' } : { kind: 'open', path: chosen },
        catalogue,
        asker,
        claim,
        io,
      );
    }
  }
}

async function templateFor(
  spec: OpenedSpec,
  beginning: Extract<WizardStart, { kind: 'open' }>,
  catalogue: Catalogue,
  asker: Prompter,
): Promise<Template> {
  try {
    return mustMatch(spec, catalogue, beginning.template).template;
  } catch (problem) {
    if (!asker.inTerminal || !isTemplateUnknown(problem, beginning)) throw problem;
    return askTemplateOf(spec, problem, catalogue, asker);
  }
}

async function askTemplate(catalogue: Catalogue, asker: Prompter): Promise<Template> {
  const templates = catalogue.all();
  const shown = (template: Template) => `${template.id}: ${template.flow?.about ?? template.title}`;
  asker.say(messages.fromWhichTemplate);
  const chosen = await askUntil(asker, templates.map(shown));
  return templates.find((template) => shown(template) === chosen)!;
}

/** Asks for a name. A name typed before for a spec without a file is offered. */
async function askName(asker: Prompter, unnamed: UnnamedSpec): Promise<string> {
  const before = recallName(unnamed);
  const name = await asker.line(messages.nameOrPath, {
    value: before,
    check: (line) => (line.trim() === '' ? messages.suchAName : null),
    typing: (line) => rememberName(unnamed, line.trim() === '' || commandIn(line) ? before : line),
  });
  rememberName(unnamed, name);
  return name.trim();
}

async function askUntil(asker: Prompter, options: readonly string[]): Promise<string> {
  for (;;) {
    const chosen = await askChoice(asker, options, '');
    if (chosen !== '') return chosen;
  }
}

/** The paths of the first specs found below the working folder. */
function found(catalogue: Catalogue, io: Io): string[] {
  const paths: string[] = [];
  for (const candidate of pathsBelow(io.cwd)) {
    const spec = startedSpec(candidate, catalogue, io.cwd);
    if (spec) paths.push(spec.path);
    if (paths.length === OFFERED) break;
  }
  return paths;
}

async function factsOf(io: Io): Promise<Facts> {
  return { today: localDay(io.now()), ...(await detectFacts(io.cwd)) };
}

function progress({ meter, slots }: Reading): string {
  const gaps = slots.filter(isGap).length;
  const left = gaps === 0 ? messages.nothingLeft : `${gaps} left`;
  return messages.answeredAndLeft(meter.answered, meter.required, left);
}

/**
 * If a spec without gaps still has the template's comments and tips, shows them and asks whether to remove them. Enter
 * alone leaves them.
 */
async function offerGuidance(asker: Prompter, work: PlainWork): Promise<void> {
  const reading = work.reading();
  const edit = work.isFinished() ? removeGuidance(reading) : null;
  if (!edit) return;
  asker.say(
    '',
    messages.guidanceLeft,
    ...changesBetween(reading.document.text, edit.text).map(({ text }) => printable(text)),
  );
  if (!(await agrees(asker, messages.leaveIt, messages.takeItOut))) return;
  if (await work.write(edit, '')) asker.say(messages.guidanceTakenOut);
}
