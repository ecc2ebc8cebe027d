import type { Io } from '../host/io.ts';
import { reportProblem } from '../host/report-problem.ts';
import { onEnding } from '../host/signals.ts';
import { restoreTerminal, writeNow } from '../host/terminal.ts';
import { Catalogue } from '../project/catalogue.ts';
import type { Project } from '../project/project.ts';
import { printable } from '../text/printable.ts';
import { frameOf } from '../view/frame.ts';
import { paint } from '../view/paint.ts';
import type { Theme } from '../view/theme.ts';
import { firstState, Machine } from '../wizard/machine.ts';
import { EffectRunner } from './effect-runner.ts';
import { farewell } from './farewell.ts';
import { findSpecsHere } from './found-specs.ts';
import { detectFacts, isoDay } from './project-facts.ts';
import type { Shown } from './screen.tsx';
import { choiceOf } from './template-choice.ts';
import { themeFor } from './theme-for.ts';
import type { WizardStart } from './wizard-start.ts';

/** A sitting, from the first screen to the last word. Gives 0, or 130 after Ctrl+C. */
export async function runSession(beginning: WizardStart, project: Project, io: Io): Promise<number> {
  const catalogue = new Catalogue(project);
  const size = { columns: io.stdout.columns ?? 80, rows: io.stdout.rows ?? 24 };
  const machine = new Machine(firstState(size, { today: isoDay(io.now()) }, catalogue.all().map(choiceOf)));
  const outside = new EffectRunner(machine, catalogue, io);
  start(beginning, machine, outside);
  const look = themeFor(io);
  let shown: Shown = { takeDown: () => {}, unfinishedPaste: () => '' };
  let rescued: string[] = [];
  const restore = () => {
    shown.takeDown();
    restoreTerminal();
    writeNow(2, rescued.map((line) => `${line}\n`).join(''));
  };
  const unwatch = onEnding(
    () => {
      const text = shown.unfinishedPaste();
      if (text !== '') machine.dispatch({ type: 'press', press: { kind: 'paste', text } });
      rescued = outside.close();
    },
    restore,
    (error) => void reportProblem(error, io),
  );
  paintFirst(machine, look, io);
  const { show } = await import('./screen.tsx');
  if (beginning.kind === 'home') {
    void findSpecsHere(catalogue, io.cwd).then((specs) => machine.dispatch({ type: 'found', specs }));
  }
  void detectFacts(io.cwd).then((facts) => machine.dispatch({ type: 'known', facts }));
  const code = await show(machine, look, outside, io, (instance) => {
    shown = instance;
  });
  rescued = outside.close();
  unwatch();
  io.stderr.write(farewell(machine.current(), outside.spec, io.stderr.columns, rescued));
  for (const line of outside.editorsOpen ?? []) io.stderr.write(`${printable(line)}\n`);
  return code;
}

/** The first whole screen, drawn before Ink is there to draw it; Ink goes on from the cursor, so it is left at the top. */
function paintFirst(machine: Machine, look: Theme, io: Io): void {
  if (look.palette === null) process.env.FORCE_COLOR = '0';
  const rows = frameOf(machine.current(), look).rows.map((row) => paint(row, look.palette));
  io.stdout.write(`\u001b[H${rows.join('\r\n')}\u001b[H`);
}

function start(beginning: WizardStart, machine: Machine, outside: EffectRunner): void {
  if (beginning.kind === 'open') outside.open(beginning.path, beginning.template, beginning.at);
  if (beginning.kind !== 'new') return;
  const { template, name } = beginning;
  if (template !== undefined && name !== undefined) outside.begin(template, name);
  else {
    machine.dispatch({ type: 'found', specs: [] });
    if (template !== undefined) outside.offerName(template);
  }
}
