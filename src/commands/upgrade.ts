import { dropDraft, shortId, writeDraftSync } from '../host/drafts.ts';
import type { Io } from '../host/io.ts';
import { reportProblem } from '../host/report-problem.ts';
import { updateSpec } from '../host/save-spec.ts';
import { type OpenedSpec, openSpec } from '../host/spec-file.ts';
import {
  type Decision,
  type TemplateNews,
  templateNews,
  type Upgrade,
  type UpgradeStep,
  upgrade,
} from '../interview/upgrade/upgrade.ts';
import { exitStatus } from '../problem.ts';
import { Catalogue } from '../project/catalogue.ts';
import { type Found, pathsFor } from '../project/check/spec-paths.ts';
import { matchSpec, mustMatch } from '../project/match.ts';
import { Progress } from '../project/report/reports.ts';
import { StepReview, stepLine } from '../session/step-review.ts';
import type { Template } from '../template/template.ts';
import { changesBetween } from '../text/diff.ts';
import { quantity } from '../text/figures.ts';
import { printable, printableName } from '../text/printable.ts';
import { type Args, flag, jsonText, openProject, option } from './args.ts';
import * as messages from './messages.ts';

/** How long finding the files of one pattern may take, in milliseconds. */
const BUDGET = 10_000;

/** The most new sections that a plan names. */
const SHOWN = 5;

/** A spec, its upgrade, and the other changes of its template. */
interface Planned extends Upgrade, TemplateNews {
  spec: OpenedSpec;
  template: Template;
}

/** The result for a spec, for `--json`. */
interface Done extends TemplateNews {
  path: string;
  template: string;
  steps: UpgradeStep[];
  written: boolean;
  /** The id of the draft with the text before the upgrade. */
  undo?: string;
}

/**
 * Upgrades specs to the present form of their templates. Writes nothing unless the author agrees, with --yes or step by
 * step; keeps the text before the upgrade as a draft.
 */
export async function run(args: Args, io: Io): Promise<number> {
  const project = await openProject(args, io);
  const catalogue = new Catalogue(project);
  const { paths, none } = await pathsFor(args.words, { changed: undefined, budget: BUDGET }, project.settings(), io);
  const asks = io.stdin.isTTY === true && io.stdout.isTTY === true;
  const review = asks && !['yes', 'dryRun', 'json'].some((name) => flag(args, name)) ? new StepReview(io) : null;
  const progress = new Progress(io.stderr, paths.length);
  const done: Done[] = [];
  let matched = 0;
  let status = 0;
  for (const [index, found] of paths.entries()) {
    try {
      progress.at(index);
      const plan = planFor(found, catalogue, option(args, 'template'), io);
      if (plan) matched++;
      if (!plan || plan.steps.length + plan.dropped.length === 0) continue;
      progress.clear();
      done.push(await upgraded(plan, review && { review, isLast: index === paths.length - 1 }, args, io));
    } catch (error) {
      progress.clear();
      status = Math.max(status, exitStatus(error));
      reportProblem(error, io);
    }
    if (review?.left) break;
  }
  progress.clear();
  review?.close();
  if (flag(args, 'json')) io.stdout.write(jsonText({ specs: done }));
  // Beside a problem, nothing can be said about the specs in general.
  else if (matched > 0) io.stdout.write(`${summary(done)}\n`);
  else if (status === 0) io.stdout.write(`${none}\n`);
  return review?.left === 'interrupt' ? 130 : status;
}

function planFor({ path, named }: Found, catalogue: Catalogue, template: string | undefined, io: Io): Planned | null {
  const spec = openSpec(path, { folder: io.cwd });
  const matched = named ? mustMatch(spec, catalogue, template) : matchSpec(spec, catalogue, template);
  if (!matched) return null;
  const { text } = spec.source;
  const planned = upgrade(text, matched.template);
  return { spec, template: matched.template, ...planned, ...templateNews(text, matched.template) };
}

/** Shows the changes in a spec and makes those that are accepted. */
async function upgraded(
  plan: Planned,
  asked: { review: StepReview; isLast: boolean } | null,
  args: Args,
  io: Io,
): Promise<Done> {
  const { spec, template, steps, added, dropped } = plan;
  const say = (...lines: string[]) => {
    if (asked) asked.review.say(...lines);
    else if (!flag(args, 'json')) io.stdout.write(lines.map((line) => `${printable(line)}\n`).join(''));
  };
  const path = printableName(spec.path);
  const result: Done = {
    path: spec.path,
    template: template.id,
    steps: steps.map(({ proposal: _proposal, ...step }) => step),
    added,
    dropped,
    written: false,
  };
  if (flag(args, 'yes')) {
    const taken = steps.filter(({ byAuthor }) => !byAuthor).length;
    const undo = taken === 0 ? undefined : write(plan, () => 'take', io);
    say(`${path}: ${wordsFor(plan, taken)}${undo === undefined ? '' : ` ${messages.undoHint(undo)}`}`);
    return { ...result, written: taken > 0, ...(undo === undefined ? {} : { undo }) };
  }
  say(`${path}: ${quantity(steps.length, 'change')}`);
  if (!asked) say(...steps.map((step) => `  ${stepLine(step)}`));
  say(...newsLines(plan));
  if (flag(args, 'dryRun')) say(...changesBetween(spec.source.text, plan.text).map(({ text }) => `    ${text}`));
  const decisions = (await asked?.review.decisions(steps, asked.isLast)) ?? [];
  if (decisions.every((decision) => decision === 'leave')) return result;
  const undo = write(
    plan,
    (step) => {
      const index = steps.findIndex(({ id, form }) => id === step.id && form === step.form);
      const decision = decisions[index] ?? 'leave';
      // A text that the author edited is used only if the proposal has not changed since.
      const isShown = steps[index]?.proposal.before === step.proposal.before;
      return typeof decision === 'object' && !isShown ? 'leave' : decision;
    },
    io,
  );
  if (undo !== undefined) say(`  ${messages.undoHint(undo)}`);
  return { ...result, written: true, ...(undo === undefined ? {} : { undo }) };
}

/** Writes a spec with the accepted steps. Returns the id of the draft that undoes it. */
function write(
  { spec, template }: Planned,
  decide: (step: Upgrade['steps'][number]) => Decision,
  io: Io,
): string | undefined {
  const undo = writeDraftSync({
    path: spec.realPath,
    baseHash: spec.hash,
    slotId: null,
    value: { ...spec.source, before: 'upgrade' },
  });
  try {
    updateSpec(spec.path, (now) => upgrade(now.source.text, template, decide).text, { folder: io.cwd });
  } catch (error) {
    if (undo) dropDraft(undo.id);
    throw error;
  }
  return undo ? shortId(undo) : undefined;
}

/** The result of --yes for a spec, in one line. */
function wordsFor({ steps, added, dropped }: Planned, taken: number): string {
  const left = steps.length - taken;
  const parts = [
    `${quantity(taken, 'change')} written`,
    ...(left > 0 ? [messages.changesToMake(left)] : []),
    ...(added.length > 0 ? [messages.sectionsToAdd(quantity(added.length, 'section'))] : []),
    ...(dropped.length > 0 ? [messages.sectionsDropped(quantity(dropped.length, 'section'))] : []),
  ];
  return `${parts.join(', ')}.`;
}

function newsLines({ added, dropped }: TemplateNews): string[] {
  return [
    ...added.slice(0, SHOWN).map(({ title }) => `  ${messages.newInTemplate(title)}`),
    ...(added.length > SHOWN ? [`  ${messages.moreNew(added.length - SHOWN)}`] : []),
    ...dropped.map(({ title, line }) => `  ${messages.noLongerInTemplate(line, title)}`),
  ];
}

function summary(done: readonly Done[]): string {
  if (done.every(({ steps }) => steps.length === 0)) return messages.allInForm;
  const written = done.filter((one) => one.written).length;
  if (written > 0) return messages.specsWritten(quantity(written, 'spec'));
  const isForAuthors = done.every(({ steps }) => steps.every(({ byAuthor }) => byAuthor));
  return messages.nothingWritten(isForAuthors);
}
