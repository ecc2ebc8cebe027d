import { type Io, reportProblem } from '../host/io.ts';
import { onEnding } from '../host/signals.ts';
import { onStops, restoreTerminal, writeNow } from '../host/terminal.ts';
import { isQuestion, TOP } from '../interview/questions.ts';
import { Catalogue } from '../project/catalogue.ts';
import type { Project } from '../project/project.ts';
import { themeOf } from '../render/theme.ts';
import type { Template } from '../template/template.ts';
import { printable } from '../text/printable.ts';
import { frameOf } from '../view/frame.ts';
import { PALETTES, paint, type Theme } from '../view/paint.ts';
import { firstState, type WizardMachine, wizardMachine } from '../wizard/machine.ts';
import type { TemplateChoice } from '../wizard/state.ts';
import { EffectRunner } from './effect-runner.ts';
import { farewell } from './farewell.ts';
import { findSpecsHere } from './found-specs.ts';
import { readPreferences, type ThemeName, themeName, themeNameFor } from './preferences.ts';
import { detectFacts, isoDay } from './project-facts.ts';
import type { Shown } from './screen.tsx';
import type { Appearance, WizardStart } from './wizard-start.ts';

/** A sitting, from the first screen to the last word. Gives 0, or 130 after Ctrl+C. */
export async function runSession(
  beginning: WizardStart,
  project: Project,
  io: Io,
  how: Appearance = {},
): Promise<number> {
  const { theme: chosen, ...preferences } = await readPreferences(io, how.ascii);
  const catalogue = new Catalogue(project);
  const size = { columns: io.stdout.columns ?? 80, rows: io.stdout.rows ?? 24 };
  const machine = wizardMachine(
    firstState(size, { today: isoDay(io.now()) }, catalogue.all().map(choiceOf), preferences),
  );
  const runner = new EffectRunner(machine, catalogue, io);
  start(beginning, machine, runner);
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
      rescued = runner.close();
    },
    restore,
    (error) => void reportProblem(error, io),
  );
  const loading = import('./screen.tsx');
  paintFirst(machine, themeOfName(themeName(chosen, io)), io);
  const theme = themeOfName(await themeNameFor(chosen, io));
  const { show } = await loading;
  if (beginning.kind === 'home') {
    void findSpecsHere(catalogue, io.cwd).then(({ specs, templates }) =>
      machine.dispatch({ type: 'found', specs, templates: templates.map(choiceOf) }),
    );
  }
  void detectFacts(io.cwd).then((facts) => machine.dispatch({ type: 'known', facts }));
  const unwatchStops = onStops(
    () => runner.suspend(),
    () => runner.redraw(),
  );
  const code = await show(machine, theme, runner, io, (instance) => {
    shown = instance;
  });
  rescued = runner.close();
  unwatch();
  unwatchStops();
  if (!how.within || code !== 0 || rescued.length > 0)
    io.stderr.write(farewell(machine.current(), runner.spec, io.stderr.columns, rescued));
  for (const line of runner.editorsOpen ?? []) io.stderr.write(`${printable(line)}\n`);
  return code;
}

/** The first whole screen, drawn before Ink is there to draw it; Ink goes on from the cursor, so it is left at the top. */
function paintFirst(machine: WizardMachine, { palette, theme }: Theme, io: Io): void {
  if (palette === null) process.env.FORCE_COLOR = '0';
  const state = machine.current();
  const { rows } = frameOf(state, { palette, theme });
  const painted = rows.map((row) => paint(row, palette, state.preferences.ascii));
  io.stdout.write(`\u001b[H${painted.join('\r\n')}\u001b[H`);
}

function start(beginning: WizardStart, machine: WizardMachine, runner: EffectRunner): void {
  if (beginning.kind === 'open')
    runner.open(beginning.path, beginning.template, beginning.at, beginning.section);
  if (beginning.kind !== 'new') return;
  const { template, name } = beginning;
  if (template !== undefined && name !== undefined) runner.begin(template, name);
  else {
    machine.dispatch({ type: 'found', specs: [], templates: [] });
    if (template !== undefined) runner.offerName(template);
  }
}

function themeOfName(name: ThemeName): Theme {
  return { palette: PALETTES[name], theme: themeOf(name) };
}

/** A template as the home screen offers it: what it is for, and what it will ask, by its upper sections. */
export function choiceOf({ id, title, flow, sections, slots }: Template): TemplateChoice {
  const asked = slots.filter(isQuestion);
  const tops = new Map(sections.map((section) => [section.id, section.path[0]]));
  const asks: TemplateChoice['asks'] = [];
  for (const { section, ask } of asked) {
    const top = tops.get(section) ?? TOP;
    if (asks.at(-1)?.section !== top) asks.push({ section: top, questions: [] });
    asks.at(-1)!.questions.push(ask);
  }
  return {
    id,
    title: flow?.title ?? title,
    about: flow?.about ?? 'Found here; spec-wizard init makes it known',
    when: flow?.when ?? '',
    sections: sections.length,
    questions: asked.length,
    asks,
  };
}
