import { onEnding } from '../host/signals.ts';
import { restoreTerminal } from '../host/terminal.ts';
import { readSpec } from '../spec/read.ts';
import { isGap } from '../spec/reading.ts';
import type { Template } from '../template/template.ts';
import { printable } from '../text/printable.ts';
import { firstState, Machine } from '../wizard/machine.ts';
import type { TemplateChoice } from '../wizard/state.ts';
import type { Beginning } from './beginning.ts';
import { Catalogue } from './catalogue.ts';
import { wantsColour } from './colour.ts';
import type { Io } from './io.ts';
import { core } from './wizard/core.ts';
import { findSpecsHere } from './wizard/found-specs.ts';
import { Outside } from './wizard/outside.ts';
import { isoDay, lookAround } from './wizard/surroundings.ts';

/**
 * The full-screen wizard: home, or a spec at its first gap. Called in a terminal only. Gives 0, or 130 after Ctrl+C;
 * either way everything is kept. Raises the Problems of opening and of beginning a spec.
 */
export async function run(beginning: Beginning, io: Io): Promise<number> {
  const catalogue = new Catalogue(io.cwd);
  const size = { columns: io.stdout.columns ?? 80, rows: io.stdout.rows ?? 24 };
  const machine = new Machine(
    firstState(size, { today: isoDay(io.now()) }, catalogue.all().map(choiceOf)),
    core,
  );
  const outside = new Outside(machine, catalogue, io);
  start(beginning, machine, outside);
  if (!wantsColour(io.stdout, io.env)) process.env.FORCE_COLOR = '0';
  // Before anything is on the screen: a key typed meanwhile would be echoed into it.
  io.stdin.setRawMode?.(true);
  const [{ show }, { lookFor }] = await Promise.all([
    import('./wizard/screen.tsx'),
    import('./wizard/look.ts'),
  ]);
  const unwatch = onEnding(() => outside.close(), restoreTerminal);
  if (beginning.kind === 'home') {
    void findSpecsHere(catalogue, io.cwd).then((specs) => machine.dispatch({ type: 'found', specs }));
  }
  void lookAround(io.cwd).then((facts) => machine.dispatch({ type: 'known', facts }));
  const code = await show(machine, lookFor(machine.engine, io), outside, io);
  outside.close();
  unwatch();
  io.stderr.write(farewell(machine, outside));
  return code;
}

function start(beginning: Beginning, machine: Machine, outside: Outside): void {
  if (beginning.kind === 'open') outside.open(beginning.path, beginning.template);
  if (beginning.kind !== 'new') return;
  const { template, name } = beginning;
  if (template !== undefined && name !== undefined) outside.begin(template, name);
  else {
    machine.dispatch({ type: 'found', specs: [] });
    if (template !== undefined) outside.offerName(template);
  }
}

function choiceOf({ id, title, flow, slots }: Template): TemplateChoice {
  const asked = slots.filter((slot) => !slot.boilerplate);
  return {
    id,
    title: flow?.title ?? title,
    about: flow?.about ?? '',
    when: flow?.when ?? '',
    questions: asked.length,
    asks: asked.map(({ ask }) => ask),
  };
}

/** Where everything is and how to go on; nothing where no spec was open. */
function farewell(machine: Machine, { spec }: Outside): string {
  const { walk } = machine.current();
  if (!walk || !spec) return '';
  if (!spec.exists) return `No answer was given, so no file was written.\n`;
  const { meter, slots } = readSpec(walk.text, walk.template);
  const gaps = slots.filter(isGap).length;
  const path = printable(spec.path);
  const kept = `Kept in ${path}: ${meter.answered} of ${meter.required} answered`;
  return gaps === 0
    ? `${kept}, nothing is left.\n`
    : `${kept}, ${gaps} left. Go on with: spec-wizard ${path}\n`;
}
