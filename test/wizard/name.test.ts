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

it('a remembered name is offered again, and forgotten when the author cancels', () => {
  const { effects, type, press } = asking('export');
  type('s');
  press('escape');
  expect(effects).toEqual([note('exports'), note('')]);
});

it('it stays remembered when the spec starts, because that has no file yet', () => {
  const { effects, press } = asking('export');
  press('enter');
  expect(effects).toEqual([{ type: 'begin', template: 'component', name: 'export' }]);
});

it.each([
  ['', 'docs/NAME.md', 'docs/NAME.md'],
  ['Seat Reservation', 'docs/NAME.md', 'docs/seat-reservation.md'],
  ['Seats & Rows', 'docs/cmp-004-NAME.md', 'docs/cmp-004-seats-and-rows.md'],
  ['elsewhere/seats.md', 'docs/NAME.md', 'elsewhere/seats.md'],
  ['?', 'docs/NAME.md', 'docs/NAME.md'],
  // A number of its own may take the place of the next one.
  ['cmp-7 seats', 'docs/cmp-004-NAME.md', 'docs/cmp-004-NAME.md'],
])('while %j is typed, it says which file that becomes', (typed, becomes, path) => {
  const { machine, type } = asking('', { becomes });
  for (const character of typed) type(character);
  const { overlay } = machine.current();
  expect(overlay?.kind === 'ask' && helpFor(overlay)).toBe(
    `The first answer creates ${path}. A path is taken as it is.`,
  );
});

it.each([
  ['RFC: {title}', 'RFC'],
  ['[Product] – Design', 'Design'],
  ['Feature Name: (fill me in with a unique ident)', 'Feature Name'],
  ['Runbook (internal)', 'Runbook (internal)'],
])('it is asked for by the title of the template, without what that leaves open: %s', (title, shown) => {
  const { overlay } = asking('', { title }).machine.current();
  expect(overlay).toMatchObject({ title: `${shown}: what is it called?` });
});
