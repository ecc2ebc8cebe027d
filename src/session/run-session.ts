import type { ReadStream } from 'node:tty';
import type { Io } from '../host/io.ts';
import { reportProblem } from '../host/report-problem.ts';
import type { OpenedSpec } from '../host/spec-file.ts';
import { onEnding, restoreTerminal, takeTerminal, watchStops, writeNow } from '../host/terminal.ts';
import { readSpec } from '../judge/read.ts';
import { isGap } from '../judge/reading.ts';
import { Catalogue } from '../project/catalogue.ts';
import type { Project } from '../project/project.ts';
import { themeOf } from '../render/theme.ts';
import { loadParser } from '../render/tree.ts';
import { localDay } from '../text/days.ts';
import { printable } from '../text/printable.ts';
import { wrapWords } from '../text/wrap.ts';
import { frameOf } from '../view/frame.ts';
import { PALETTES, paint, type ScreenTheme } from '../view/paint.ts';
import { isWalking } from '../wizard/action.ts';
import { isTyped } from '../wizard/conditions.ts';
import { fieldValue } from '../wizard/fields/fields.ts';
import type { WizardState } from '../wizard/state.ts';
import { firstState, type WizardMachine, wizardMachine } from '../wizard/update.ts';
import { EffectRunner } from './effect-runner.ts';
import { findSpecsHere, templateChoice, templateChoices } from './files-here.ts';
import * as messages from './messages.ts';
import { passedOverNote } from './new-spec.ts';
import { detectThemeName, readPreferences, type ThemeChoice, themeName } from './preferences.ts';
import { detectFacts } from './project-facts.ts';
import type { ShownScreen } from './screen.tsx';
import type { Appearance, WizardStart } from './wizard-start.ts';

/** When to load what may be needed later, in milliseconds after the first screen. */
const IDLE = 1000;

/**
 * Runs the wizard, in a terminal only, from the first screen to the farewell. Returns 0, or 130 after Ctrl+C; either
 * way everything is kept. Raises the Problems of opening and starting a spec. If a first frame has already taken the
 * terminal, `unwatchFirst` ends its watch for endings.
 */
export async function runSession(
  beginning: WizardStart,
  project: Project,
  io: Io,
  how: Appearance = {},
  unwatchFirst: (() => void) | null = null,
): Promise<number> {
  const { theme: chosen, ...preferences } = await readPreferences(io, how.ascii);
  const catalogue = new Catalogue(project);
  const size = { columns: io.stdout.columns || 80, rows: io.stdout.rows || 24 };
  const machine = wizardMachine(
    firstState(size, { today: localDay(io.now()) }, templateChoices(catalogue), preferences),
  );
  const runner = new EffectRunner(machine, catalogue, io);
  start(beginning, machine, runner);
  let shown: ShownScreen = { takeDown: () => {}, unfinishedPaste: () => '' };
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
  if (unwatchFirst) unwatchFirst();
  else takeTerminal(io.stdin as ReadStream, io.stdout);
  paintFirst(machine, themeOfName(themeName(chosen, io)), io);
  const theme = themeOfName(await detectThemeName(chosen, io));
  const { showScreen } = await loading;
  if (beginning.kind === 'home') {
    void findSpecsHere(catalogue, io.cwd).then(({ specs, templates }) =>
      machine.dispatch({ type: 'found', specs, templates: templates.map(templateChoice) }),
    );
  }
  void detectFacts(io.cwd).then((facts) => machine.dispatch({ type: 'known', facts }));
  const unwatchStops = watchStops(
    () => runner.suspend(),
    () => runner.redraw(),
  );
  const idle = setTimeout(loadParser, IDLE).unref();
  const code = await showScreen(machine, theme, runner, io, (instance) => {
    shown = instance;
  });
  clearTimeout(idle);
  rescued = runner.close();
  unwatch();
  unwatchStops();
  if (!how.within || code !== 0 || rescued.length > 0)
    io.stderr.write(farewell(machine.current(), runner.spec, io.stderr.columns, rescued));
  if (!how.within && runner.spec?.exists)
    io.stderr.write(wrappedLines(await passedOverNote(runner.spec.path, project, io.cwd), io.stderr.columns));
  io.stderr.write(wrappedLines((runner.editorsOpen ?? []).map(printable), io.stderr.columns));
  return code;
}

/** Draws the first whole screen before Ink is loaded, and leaves the cursor at the top, from where Ink continues. */
function paintFirst(machine: WizardMachine, { palette, theme }: ScreenTheme, io: Io): void {
  if (palette === null) process.env.FORCE_COLOR = '0';
  const state = machine.current();
  const { rows } = frameOf(state, { palette, theme });
  const painted = rows.map((row) => paint(row, palette, state.preferences.ascii));
  io.stdout.write(`\u001b[H${painted.join('\r\n')}\u001b[H`);
}

function start(beginning: WizardStart, machine: WizardMachine, runner: EffectRunner): void {
  if (beginning.kind === 'open') runner.open(beginning.path, beginning.template, beginning.at, beginning.section);
  if (beginning.kind !== 'new') return;
  const { template, name } = beginning;
  if (template !== undefined && name !== undefined) runner.begin(template, name);
  else {
    machine.dispatch({ type: 'found', specs: [], templates: [] });
    if (template !== undefined) runner.offerName(template);
  }
}

function themeOfName(name: ThemeChoice): ScreenTheme {
  return { palette: PALETTES[name], theme: themeOf(name) };
}

/**
 * The text after a session: where everything is and how to continue; '' if no spec was open. Lines are broken between
 * words to fit into `columns` cells, if given; a path stays whole, so that it can be copied. `rescued` tells what
 * became of text that could not be kept as a draft.
 */
export function farewell(
  state: WizardState,
  spec: OpenedSpec | null,
  columns?: number,
  rescued: readonly string[] = [],
): string {
  if (!isWalking(state) || !spec) return '';
  const path = printable(spec.path);
  const { field, kept: aside } = state.walk;
  // An unchanged suggestion of the name is not worth keeping.
  const isGiven = ({ now }: typeof field) => !spec.exists && fieldValue(now) === state.facts.name;
  const typed = [...(isTyped(state) ? [field] : []), ...Object.values(aside)].some((one) => !isGiven(one));
  const kept = typed ? [messages.lastTypedKept] : [];
  const draft = rescued.length > 0 ? rescued : kept;
  const { meter, slots } = readSpec(state.walk.text, state.walk.template);
  const gaps = slots.filter(isGap).length;
  const failed = [
    rescued.length === 0 ? messages.lastWrittenKept(path) : messages.lastWrittenLost(path),
    ...rescued,
    messages.goOnOrDrafts(path),
  ];
  if (state.walk.save === 'failed') return wrappedLines(failed, columns);
  const lines = spec.exists
    ? [messages.savedIn(path, meter, gaps), ...draft, ...(gaps === 0 && !typed ? [] : [messages.goOn(path)])]
    : [messages.nothingWritten(path), ...draft];
  const next = gaps === 0 && !typed ? (state.walk.template.flow?.next ?? []) : [];
  const steps = next.length > 0 ? ['', messages.nextSteps, ...next.map((step, index) => `${index + 1}. ${step}`)] : [];
  return wrappedLines([...lines, ...(spec.exists ? steps : [])], columns);
}

function wrappedLines(lines: readonly string[], columns: number | undefined): string {
  return lines
    .map((line) => `${columns === undefined ? line : wrapWords(line, columns - 1, { whole: true }).join('\n')}\n`)
    .join('');
}
