import { blankSpec } from '../../src/interview/form.ts';
import { Catalogue } from '../../src/project/catalogue.ts';
import { Project } from '../../src/project/project.ts';
import { themeOf } from '../../src/render/theme.ts';
import { templateChoice } from '../../src/session/files-here.ts';
import type { Template } from '../../src/template/template.ts';
import { cellWidth } from '../../src/text/cells.ts';
import { frameOf } from '../../src/view/frame.ts';
import { PALETTES, paint, type ScreenTheme } from '../../src/view/paint.ts';
import type { Action, Effect } from '../../src/wizard/action.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../src/wizard/preferences.ts';
import type { WizardState } from '../../src/wizard/state.ts';
import { firstState, type WizardMachine, wizardMachine } from '../../src/wizard/update.ts';
import { presses } from '../wizard/field-user.ts';

const catalogue = new Catalogue(new Project(process.cwd()));

/** The built-in templates. */
export const TEMPLATES: readonly Template[] = catalogue.all();

/** A built-in template by its id. */
export function templateOf(id: string): Template {
  return catalogue.get(id);
}

/** The wizard without a terminal: keys in, rows of text out. Files are a variable; saves succeed at once. */
export class Stage {
  readonly machine: WizardMachine;
  readonly effects: Effect[] = [];
  /** What the spec's file holds; null where there is none. */
  file: string | null = null;

  /** Whether typing pauses after each key. */
  typingPauses = true;

  constructor(columns: number, rows: number, preferences: Preferences = DEFAULT_PREFERENCES) {
    this.machine = wizardMachine(
      firstState(
        { columns, rows },
        { today: '2026-11-21', author: 'Ada Lovelace' },
        TEMPLATES.map(templateChoice),
        preferences,
      ),
    );
    this.machine.runWith((effect) => {
      this.effects.push(effect);
      if (effect.type === 'await-pause' && this.typingPauses) this.machine.dispatch({ type: 'paused' });
      if (effect.type === 'await-idle' && this.typingPauses) this.machine.dispatch({ type: 'idle' });
      if (effect.type !== 'save') return;
      this.file = effect.text;
      this.machine.dispatch({ type: 'saved', text: effect.text, path: this.machine.current().walk!.path });
    });
  }

  /** Opens a spec of a template, by default a blank one that exists. */
  open(template: Template, text = blankSpec(template), more: Partial<Extract<Action, { type: 'opened' }>> = {}): this {
    this.file = text;
    const path = `docs/specs/${template.id}.md`;
    this.machine.dispatch({
      type: 'opened',
      path,
      template,
      text,
      exists: true,
      last: null,
      drafts: [],
      ...more,
    });
    return this;
  }

  /** Presses the keys of a script. */
  press(script: string): this {
    for (const press of presses(script)) this.machine.dispatch({ type: 'press', press });
    return this;
  }

  /** Does an action. */
  act(action: Action): this {
    this.machine.dispatch(action);
    return this;
  }

  get state(): WizardState {
    return this.machine.current();
  }

  /** The spec's text. */
  get text(): string {
    return this.state.walk!.text;
  }

  /** The current question and its place, or the screen where no question is asked. */
  get at(): string {
    const { screen, walk } = this.state;
    return screen === 'walk' ? `${walk!.id} ${walk!.place}` : screen;
  }

  /** How many effects of a type were asked for. */
  count(type: Effect['type']): number {
    return this.effects.filter((effect) => effect.type === type).length;
  }

  /** Changes the size of the screen, in cells. */
  resize(columns: number, rows: number): this {
    this.machine.dispatch({ type: 'resize', columns, rows });
    return this;
  }

  /** The rows on the screen, as the terminal gets them. */
  rows(palette: keyof typeof PALETTES = 'none'): string[] {
    const appearance: ScreenTheme = { palette: PALETTES[palette], theme: themeOf(palette) };
    const { ascii } = this.state.preferences;
    return frameOf(this.state, appearance).rows.map((row) => paint(row, appearance.palette, ascii));
  }

  /** The screen as text. */
  screen(): string {
    if (this.#shown?.state !== this.state)
      this.#shown = {
        state: this.state,
        text: this.rows()
          .map((row) => stripped(row).trimEnd())
          .join('\n'),
      };
    return this.#shown.text;
  }
  #shown: { state: WizardState; text: string } | null = null;
}

/** A row without the escape sequences that are ours. */
function stripped(row: string): string {
  return row.replace(/\u001b\[[\d;]*m/g, '');
}

/** What is wrong with a screen: a row too wide or narrow, too many or few of them, an escape sequence that is not ours. */
export function faultsOf(rows: readonly string[], columns: number, count: number): string[] {
  const faults = rows.length === count ? [] : [`${rows.length} rows instead of ${count}`];
  rows.forEach((row, index) => {
    const text = stripped(row);
    const width = cellWidth(text);
    if (width !== columns) faults.push(`row ${index} is ${width} cells wide: ${text}`);
    if (/[\x00-\x1f\x7f-\x9f]/.test(text)) faults.push(`row ${index} has a control character: ${JSON.stringify(text)}`);
  });
  return faults;
}
