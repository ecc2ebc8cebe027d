import { readDocument } from '../../src/markdown/document.ts';
import type { Template } from '../../src/template/template.ts';
import { PALETTES } from '../../src/view/paint.ts';
import type { Press } from '../../src/wizard/key.ts';
import { KEYS } from '../../src/wizard/keymap.ts';
import { TEXT_KEYS } from '../../src/wizard/text-buffer.ts';
import { one, randomFrom } from '../random.ts';
import { faultsOf, Stage } from '../view/stage.ts';

const CHORDS = [
  ...new Set([...Object.values(KEYS), TEXT_KEYS].flatMap((table) => table.flatMap(({ keys }) => [...keys]))),
]
  .filter((key) => key.length > 1 && !['ctrl+c', 'ctrl+z', 'ctrl+l', 'ctrl+x'].includes(key))
  .concat('alt+up', 'alt+down', 'alt+right', 'ctrl+o');
const TEXTS = [
  ...'abc nNkKxXsSuUpPrRdD?/+- 123.,|`#*_<>[]{}()',
  '😀',
  '👨‍👩‍👧',
  'e\u0301',
  '한국어',
  'ß',
  '\u200d',
  '\u202e',
  'Export service',
  'today',
  '+7d',
];
const PASTES = [
  'one\r\ntwo\r\nthree',
  '- a\n  - b\n- c',
  'a,b,c\n1,2,3',
  'a\tb\n',
  '```\nunclosed',
  '# A heading\n\ntext',
  '<!-- a comment',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '\u001b[31mred\u001b[0m',
  '---\n',
  'x'.repeat(3000),
  '1. one\n2. two',
  '<script>',
  '[link]: x',
];
const SIZES = [
  [40, 12],
  [60, 20],
  [80, 24],
  [120, 40],
  [200, 60],
  [39, 11],
  [100, 16],
  [99, 50],
] as const;

/**
 * Random keys and sizes on a blank spec of a template. Raises, naming seed, step and key, where the wizard crashes, a row
 * is not as wide as the screen, or a heading of the template is lost. Gives the last text. `watch` is told each step.
 */
export function letLoose(
  template: Template,
  seed: number,
  keys: number,
  watch: (step: number) => void = () => {},
): string {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => one(from, random);
  let [columns, rows] = pick(SIZES) as readonly [number, number];
  const stage = new Stage(columns, rows).open(template);
  const patterns = new Set(template.sections.filter(({ repeat }) => repeat).map(({ title }) => title));
  const headings = headingsOf(stage.file!).filter((heading) => !patterns.has(heading.slice(2)));
  let before = stage.file!;
  const palettes = Object.keys(PALETTES) as (keyof typeof PALETTES)[];
  for (let step = 0; step < keys; step++) {
    watch(step);
    stage.effects.length = 0;
    const press = anyPress(random(), pick);
    const where = `seed ${seed}, step ${step}, ${JSON.stringify(press)}`;
    const { overlay } = stage.machine.current();
    const breaks = overlay?.kind === 'choose' && overlay.about.what === 'broken';
    try {
      if (random() < 0.02) {
        [columns, rows] = pick(SIZES);
        stage.resize(columns, rows);
      } else if (breaks) stage.press(pick(['r', 'e', '<escape>']));
      else if (leavesOut(press, stage)) continue;
      else stage.machine.dispatch({ type: 'press', press });
    } catch (cause) {
      throw new Error(`crashed at ${where}`, { cause });
    }
    if (random() < 0.2) {
      const faults = faultsOf(stage.rows(pick(palettes)), columns, rows);
      if (faults.length > 0) throw new Error(`${faults.join('\n')}\nat ${where}`);
    }
    if (stage.file !== before) {
      before = stage.file!;
      checkHeadings(headings, headingsOf(before), where);
    }
  }
  return stage.file!;
}

/** The one key that takes headings away, as it should. */
function leavesOut(press: Press, { machine }: Stage): boolean {
  return press.kind === 'text' && press.text === '-' && machine.current().walk?.place === 'outline';
}

function anyPress(kind: number, pick: <T>(from: readonly T[]) => T): Press {
  if (kind < 0.45) return { kind: 'text', text: pick(TEXTS) };
  if (kind < 0.97) return { kind: 'chord', chord: pick(CHORDS) };
  return { kind: 'paste', text: pick(PASTES) };
}

function headingsOf(text: string): string[] {
  return readDocument(text)
    .sections.filter(({ heading }) => heading)
    .map(({ level, title }) => `${level} ${title}`);
}

/** Every heading of the template still stands, in order, but those that are answers themselves (a name in them). */
function checkHeadings(before: readonly string[], now: readonly string[], where: string): void {
  let at = 0;
  for (const heading of before) {
    if (/[[{<]/.test(heading)) continue;
    const found = now.indexOf(heading, at);
    if (found < 0) throw new Error(`the heading "${heading}" is gone at ${where}`, { cause: now.join('; ') });
    at = found + 1;
  }
}
