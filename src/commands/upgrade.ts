import { dropDraft, shortId, writeDraftSync } from '../host/drafts.ts';
import { type Io, reportProblem } from '../host/io.ts';
import { updateSpec } from '../host/save-spec.ts';
import { type OpenedSpec, openSpec } from '../host/spec-file.ts';
import { type Upgrade, type UpgradeStep, upgrade } from '../interview/upgrade.ts';
import { exitStatus } from '../problem.ts';
import { Catalogue } from '../project/catalogue.ts';
import { pathsFor } from '../project/check/paths-for.ts';
import type { Found } from '../project/check/spec-paths.ts';
import { matchSpec, mustMatch } from '../project/match.ts';
import { lineOf, StepReview } from '../session/step-review.ts';
import type { Template } from '../template/template.ts';
import { changesBetween } from '../text/diff.ts';
import { printable, printableName, safeJson } from '../text/printable.ts';
import { type Args, flag, option } from './args.ts';
import { openProject } from './open-project.ts';

/** Milliseconds that finding the files of one pattern may take. */
const BUDGET = 10_000;

/** A spec, and what would bring it to the form of its template. */
interface Planned extends Upgrade {
  spec: OpenedSpec;
  template: Template;
}

/** What became of a spec, for `--json`. */
interface Done {
  path: string;
  template: string;
  steps: UpgradeStep[];
  written: boolean;
}

/**
 * Brings specs to the form that their templates have now: titles that were renamed, bold texts that became headings.
 * Nothing is written unless the author says so, with --yes or step by step; the text before is kept as a draft.
 */
export async function run(args: Args, io: Io): Promise<number> {
  const project = await openProject(args, io);
  const catalogue = new Catalogue(project);
  const { paths } = await pathsFor(
    args.words,
    { changed: undefined, budget: BUDGET },
    project.settings(),
    io,
  );
  const asks = io.stdin.isTTY === true && io.stdout.isTTY === true;
  const review =
    asks && !['yes', 'dryRun', 'json'].some((name) => flag(args, name)) ? new StepReview(io) : null;
  const done: Done[] = [];
  let status = 0;
  for (const found of paths) {
    try {
      const plan = planFor(found, catalogue, option(args, 'template'), io);
      if (plan && plan.steps.length > 0) done.push(await upgraded(plan, review, args, io));
    } catch (error) {
      status = Math.max(status, exitStatus(error));
      reportProblem(error, io);
    }
    if (review?.left) break;
  }
  review?.close();
  if (review?.left === 'interrupt') return 130;
  if (flag(args, 'json')) io.stdout.write(`${safeJson({ version: 1, specs: done }, 2)}\n`);
  else io.stdout.write(`${summary(done)}\n`);
  return status;
}

function planFor(
  { path, named }: Found,
  catalogue: Catalogue,
  template: string | undefined,
  io: Io,
): Planned | null {
  const spec = openSpec(path, { folder: io.cwd });
  const matched = named ? mustMatch(spec, catalogue, template) : matchSpec(spec, catalogue, template);
  if (!matched) return null;
  return { spec, template: matched.template, ...upgrade(spec.source.text, matched.template) };
}

/** Shows what would change in a spec, and changes what is wanted. */
async function upgraded(plan: Planned, review: StepReview | null, args: Args, io: Io): Promise<Done> {
  const { spec, template, steps } = plan;
  const say = flag(args, 'json') ? () => {} : (text: string) => void io.stdout.write(`${printable(text)}\n`);
  say(`${printableName(spec.path)}: ${count(steps.length, 'change')}`);
  let taken: readonly UpgradeStep[] = flag(args, 'yes') ? steps : [];
  if (review) taken = await review.chosen(steps);
  else for (const step of steps) say(`  ${lineOf(step)}`);
  if (flag(args, 'dryRun')) {
    for (const { text } of changesBetween(spec.source.text, plan.text)) say(`    ${text}`);
    taken = [];
  }
  const result = { path: spec.path, template: template.id, steps, written: taken.length > 0 };
  if (!result.written) return result;
  const ids = new Set(taken.map(({ id }) => id));
  const undo = writeDraftSync({
    path: spec.realPath,
    baseHash: spec.hash,
    slotId: null,
    value: spec.source,
  });
  try {
    updateSpec(spec.path, (now) => upgrade(now.source.text, template, ({ id }) => ids.has(id)).text, {
      folder: io.cwd,
    });
  } catch (error) {
    if (undo) dropDraft(undo.id);
    throw error;
  }
  if (undo) say(`  Undo: spec-wizard drafts restore ${shortId(undo)}`);
  return result;
}

function summary(done: readonly Done[]): string {
  if (done.length === 0) return 'Every spec has the form of its template.';
  const written = done.filter((one) => one.written).length;
  return written === 0 ? 'Nothing was written. --yes writes it.' : `${count(written, 'spec')} written.`;
}

function count(number: number, what: string): string {
  return number === 1 ? `1 ${what}` : `${number} ${what}s`;
}
