import { describe, expect, test } from 'vitest';
import { themeOf } from '../../src/render/theme.ts';
import { mouseAction } from '../../src/view/app.tsx';
import { PALETTES } from '../../src/view/paint.ts';
import { Stage, templateOf } from '../view/stage.ts';

const shown = { palette: PALETTES.none, theme: themeOf('none') };

/** A click on the first place of a text on the screen; `button` as xterm reports it. */
function clickOn(stage: Stage, text: string, button = 0): Stage {
  const rows = stage.screen().split('\n');
  const row = rows.findIndex((line) => line.includes(text));
  expect(row, `“${text}” on\n${rows.join('\n')}`).toBeGreaterThanOrEqual(0);
  const report = { button, row: row + 1, column: rows[row]!.indexOf(text) + 1 };
  const action = mouseAction(stage.state, shown, report);
  return action ? stage.act(action) : stage;
}

const open = () => new Stage(120, 40).open(templateOf('technical-spec'));

describe('a click', () => {
  test('on a section goes to its question, on it again into its field', () => {
    const stage = clickOn(open(), 'Goals');
    expect(stage.at).toMatch(/^goals.* outline$/);
    expect(clickOn(stage, 'Goals').at).toMatch(/^goals.* field$/);
  });

  test('on the question begins to type there', () => {
    const stage = open().press('<escape>');
    expect(stage.at).toMatch(/ outline$/);
    expect(clickOn(stage, '┃').at).toMatch(/ field$/);
  });

  test('on an option, an item or a row goes there, and on the current option chooses it', () => {
    const choice = new Stage(80, 24).open(templateOf('component')).press('<escape>/status<enter><enter>');
    const before = choice.text;
    expect(clickOn(choice, 'Stable').screen()).toContain('▸ Stable');
    expect(choice.text).toBe(before);
    expect(clickOn(choice, 'Stable').text).toContain('**Status**: Stable');
    const list = new Stage(80, 24)
      .open(templateOf('component'))
      .press('<escape>/external dep<enter><enter>alpha<enter>beta<enter>gamma');
    expect(clickOn(list, 'alpha').screen()).toContain('▸ alpha');
    const tasks = new Stage(80, 24).open(templateOf('component')).press('<escape>/checklist<enter><enter>');
    clickOn(clickOn(tasks, 'Health endpoints'), 'Health endpoints');
    expect(tasks.screen()).toContain('[x] Health endpoints');
  });

  test('keeps what is typed, and changes nothing else', () => {
    const stage = open();
    const before = stage.file!;
    clickOn(stage, 'Goals');
    expect(stage.file).toBe(before);
    clickOn(stage.press('<escape>n'), 'Title');
    expect(stage.file).toBe(before);
  });

  test('on a row of a list goes there, and again does what Enter does', () => {
    const stage = new Stage(80, 24);
    clickOn(stage, 'photoncloud');
    expect(stage.screen()).toContain('▸ photoncloud');
    clickOn(stage, 'photoncloud');
    expect(stage.effects.at(-1)).toMatchObject({ type: 'offer-name', template: 'photoncloud' });
    const review = open().press('<escape>r');
    clickOn(review, '○ Goals');
    expect(review.screen()).toContain('▸ ○ Goals');
    expect(clickOn(review, '○ Goals').at).toMatch(/^goals/);
  });

  test('behind a dialog, on nothing, or with another button does nothing', () => {
    const stage = open().press('<escape>jjS');
    const before = stage.screen();
    expect(clickOn(stage, 'Goals').screen()).toBe(before);
    expect(clickOn(open(), 'Goals', 2).at).toBe(open().at);
  });
});
