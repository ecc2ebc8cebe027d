import { actFor, type Press } from './key.ts';
import { KEYS } from './keymap.ts';
import { ask } from './overlays/ask.ts';
import type { ShownLine } from './overlays/overlay.ts';
import type { FoundSpec, Home, TemplateChoice, WizardState } from './state.ts';
import type { Update } from './update-result.ts';

/** A row that can be chosen on the home screen. */
export type HomeRow = { title: string; detail: string } & (
  | { row: 'spec'; spec: FoundSpec }
  | { row: 'template'; template: TemplateChoice }
  | { row: 'file' }
);

/** The rows of the home screen in order: specs, templates, "a Markdown file…". */
export function choosable({ specs, templates }: Home): HomeRow[] {
  return [
    ...(specs ?? []).map((spec): HomeRow => ({ row: 'spec', spec, title: spec.path, detail: spec.template })),
    ...templates.map(
      (template): HomeRow => ({ row: 'template', template, title: template.id, detail: template.about }),
    ),
    { row: 'file', title: 'a Markdown file…', detail: 'any document with blanks becomes a template' },
  ];
}

/** A press on the home screen. */
export function pressHome(state: WizardState, press: Press): Update {
  const act = actFor(KEYS.home, press);
  if (act === null) return [state, []];
  const quiet: WizardState = { ...state, notice: null };
  switch (act) {
    case 'open':
      return openRow(quiet, state.home.at);
    case 'find':
      return [{ ...quiet, overlay: { kind: 'find', query: '', at: 0 } }, []];
    case 'peek':
      return peek(quiet);
    case 'help':
      return [{ ...quiet, overlay: { kind: 'help', scroll: 0 } }, []];
    case 'quit':
      return [quiet, [{ type: 'quit', code: 0 }]];
    default:
      return [
        { ...quiet, home: { ...state.home, at: moved(state.home.at, act, choosable(state.home).length) } },
        [],
      ];
  }
}

/** A place in a list of `count` after a move. */
export function moved(
  at: number,
  by: 'up' | 'down' | 'top' | 'bottom' | 'page-up' | 'page-down',
  count: number,
): number {
  const steps = { up: -1, down: 1, top: -count, bottom: count, 'page-up': -10, 'page-down': 10 };
  return Math.max(0, Math.min(count - 1, at + steps[by]));
}

/** Opens the spec of a row, or asks for the name of a new one. */
export function openRow(state: WizardState, index: number): Update {
  const row = choosable(state.home)[index];
  switch (row?.row) {
    case 'spec':
      return [
        { ...state, notice: { tone: 'plain', text: 'Opening …' } },
        [{ type: 'open', path: row.spec.path }],
      ];
    case 'template':
      return [state, [{ type: 'offer-name', template: row.template.id }]];
    case 'file': {
      const help = 'The path of a Markdown file; any document with blanks becomes a template.';
      return [{ ...state, overlay: ask({ what: 'template-path' }, 'Which file is the template?', help) }, []];
    }
    default:
      return [state, []];
  }
}

/** What a template asks, before choosing it. */
function peek(state: WizardState): Update {
  const row = choosable(state.home)[state.home.at];
  if (row?.row !== 'template') return [state, []];
  const { title, about, when, asks, sections, questions } = row.template;
  const lines: ShownLine[] = [
    { text: about, tone: 'plain' },
    { text: '', tone: 'plain' },
    ...(when === '' ? [] : [{ text: 'When to use it', tone: 'bold' as const }, ...plain(when), ...plain('')]),
    { text: `${sections} sections, ${questions} questions`, tone: 'bold' },
    ...asks.flatMap(({ section, questions: asked }): ShownLine[] => [
      { text: '', tone: 'plain' },
      { text: section, tone: 'plain' },
      ...asked.map((text): ShownLine => ({ text: `  ${text}`, tone: 'dim' })),
    ]),
  ];
  return [{ ...state, overlay: { kind: 'show', title, lines, scroll: 0 } }, []];
}

function plain(text: string): ShownLine[] {
  return text
    .trim()
    .split('\n')
    .map((line) => ({ text: line, tone: 'plain' }));
}
