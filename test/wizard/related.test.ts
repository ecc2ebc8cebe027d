import { expect, it } from 'vitest';
import { Stage, templateOf } from '../view/stage.ts';

it('a key finds related specs, and shows them with reasons', () => {
  const stage = new Stage(80, 24).open(templateOf('component')).press('<escape>R');
  expect(stage.effects.at(-1)).toEqual({ type: 'find-related' });
  expect(stage.screen()).toContain('Looking for related specs');
  stage.machine.dispatch({
    type: 'related',
    found: [{ path: 'docs/design.md', why: 'refers to it, names it 3 times' }],
  });
  expect(stage.screen()).toMatch(/Related specs[\s\S]*docs\/design\.md\n +refers to it, names it 3 times/);
  expect(stage.press('<escape>').screen()).toContain('n next gap');
});

it('an empty list is reported, and the list does not cover a dialog that was opened meanwhile', () => {
  const stage = new Stage(80, 24).open(templateOf('component')).press('<escape>R');
  stage.machine.dispatch({ type: 'related', found: [] });
  expect(stage.screen()).toContain('Nothing here names it');
  stage.press('R/');
  stage.machine.dispatch({ type: 'related', found: [{ path: 'a.md', why: 'refers to it' }] });
  expect(stage.machine.current().overlay?.kind).toBe('find');
});
