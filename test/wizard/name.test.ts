import { expect, it } from 'vitest';
import type { Effect } from '../../src/wizard/action.ts';
import { helpFor } from '../../src/wizard/overlays/ask.ts';
import { firstState, wizardMachine } from '../../src/wizard/update.ts';

/** A wizard that asks what a new spec is called, and what it wants done outside. */
function asking(offered: string, { becomes = 'docs/NAME.md', title = 'Component' } = {}) {
  const machine = wizardMachine(firstState({ columns: 100, rows: 30 }, { today: '2025-03-14' }, []));
  const effects: Effect[] = [];
  machine.runWith((effect) => effects.push(effect));
  machine.dispatch({
    type: 'name-offered',
    template: 'component',
    title,
    becomes,
    name: offered,
    problem: null,
  });
  return {
    machine,
    effects,
    type: (text: string) => machine.dispatch({ type: 'press', press: { kind: 'text', text } }),
    press: (chord: string) => machine.dispatch({ type: 'press', press: { kind: 'chord', chord } }),
  };
}

const note = (name: string) => ({ type: 'note-name', template: 'component', name });

it('a name for a new spec is remembered with every key', () => {
  const { effects, type, press } = asking('');
  type('a');
  type('b');
  press('left');
  press('backspace');
  expect(effects).toEqual([note('a'), note('ab'), note('b')]);
});

it('one that was remembered is there to be gone on with, and forgotten where the author gives it up', () => {
  const { effects, type, press } = asking('export');
  type('s');
  press('escape');
  expect(effects).toEqual([note('exports'), note('')]);
});

it('it stays remembered where the spec begins, for it has no file yet', () => {
  const { effects, press } = asking('export');
  press('enter');
  expect(effects).toEqual([{ type: 'begin', template: 'component', name: 'export' }]);
});

it.each([
    title,
    becomes,
});
