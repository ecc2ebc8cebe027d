import { expect, test } from 'vitest';
import type { Press } from '../../src/wizard/key.ts';
import { one, randomFrom } from '../random.ts';
import { Stage, TEMPLATES, templateOf } from '../view/stage.ts';
import { halfFilled } from './half-filled.ts';

/** A share here; SOAK=1 (npm run soak) presses all of them. */
const KEYS = process.env.SOAK === '1' ? 10_000 : 500;

/** Keys that look: moves, searches, help, preview, leaving a field as it is. None types into a field or answers. */
const READING: readonly Press[] = [
  ...['up', 'down', 'left', 'right', 'pageup', 'pagedown', 'home', 'end', 'escape', 'ctrl+d', 'ctrl+u'],
  ...['ctrl+g', 'shift+tab', 'wheelup', 'wheeldown'],
].map((chord): Press => ({ kind: 'chord', chord }));
const LETTERS: readonly Press[] = [...'jkgGnN /?pdroqR '].map((text) => ({ kind: 'text', text }));
const SIZES = [
  [80, 24],
  [120, 40],
  [60, 20],
  [100, 16],
] as const;

test.each(TEMPLATES.map(({ id }) => id))('looking at a half filled %s changes not one byte', (id) => {
  const template = templateOf(id);
  const text = halfFilled(template);
  const stage = new Stage(80, 24).open(template, text);
  const random = randomFrom(7);
  const oneOf = <T>(all: readonly T[]): T => one(all, random);
  for (let step = 0; step < KEYS; step++) {
    stage.effects.length = 0;
    if (random() < 0.02) {
      const [columns, rows] = oneOf(SIZES);
      stage.resize(columns, rows);
    }
    const { overlay, screen, walk } = stage.state;
    const inField = overlay === null && screen === 'walk' && walk?.place === 'field';
    // In a field letters are typed: from there one looks on by Esc, Shift+Tab and moves that edit nothing.
    const press = inField
      ? oneOf(READING.filter((one) => one.kind === 'chord' && !/^ctrl\+[du]$/.test(one.chord)))
      : random() < 0.05
        ? ({ kind: 'chord', chord: 'enter' } as const)
        : oneOf([...READING, ...LETTERS]);
    // A choice or a line that is asked for is not looking.
    const asked = overlay?.kind === 'ask' || overlay?.kind === 'choose';
    stage.machine.dispatch({ type: 'press', press: asked ? { kind: 'chord', chord: 'escape' } : press });
    const wrote = stage.effects.filter(({ type }) => type === 'save' || type === 'draft');
    expect(wrote, `step ${step}, ${JSON.stringify(press)}, ${stage.at}`).toEqual([]);
  }
  expect(stage.file).toBe(text);
});
