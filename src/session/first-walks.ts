import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { slotAt } from '../interview/questions.ts';
import { givenTitle, pathFor } from '../project/spec-path.ts';
import type { Template } from '../template/template.ts';
import type { FirstWalk } from '../view/first-frame.ts';
import { questionPlace, shownHeader, shownOutline } from '../view/screens/walk.ts';
import { isWalking } from '../wizard/action.ts';
import { hintsOf } from '../wizard/layers.ts';
import { firstState, wizardMachine } from '../wizard/update.ts';
import { shownReading } from '../wizard/write.ts';
import { newSpecText } from './new-spec.ts';

/** What the first frame shows of a new spec, by whether its name is also its title. */
export interface FirstWalks {
  aliases: readonly string[];
  flow: { path: string; numbered?: string };
  titled: FirstWalk;
  untitled: FirstWalk;
}

/** What the first frame shows of a new spec of a template. The build computes it once. */
export function firstWalksOf(template: Template): FirstWalks {
  const { aliases = [], path, numbered } = template.flow!;
  return {
    aliases,
    flow: { path, ...(numbered !== undefined && { numbered }) },
    titled: firstWalkOf(template, 'New Spec'),
    untitled: firstWalkOf(template, 'new-spec'),
  };
}

/** What the first frame shows of a new spec with a name, in an empty folder. */
function firstWalkOf(template: Template, name: string): FirstWalk {
  const folder = mkdtempSync(join(tmpdir(), 'spec-wizard-'));
  const path = pathFor(template, name, folder);
  const text = newSpecText(template, path, folder);
  rmSync(folder, { recursive: true });
  const machine = wizardMachine(firstState({ columns: 120, rows: 40 }, { today: '2000-01-01' }, []));
  machine.dispatch({ type: 'known', facts: { name: givenTitle(name) } });
  machine.dispatch({ type: 'opened', path, template, text, exists: false, last: null, drafts: [] });
  const state = machine.current();
  if (!isWalking(state)) throw new Error(`${template.id} asks nothing`);
  const reading = shownReading(state);
  const { sections, ...outline } = shownOutline(state, reading);
  return {
    header: { ...shownHeader(state, reading), path: '' },
    outline: {
      ...outline,
      sections: sections.map(({ title, depth, sign, answered, required }) => {
        return { title, depth, sign, answered, required, first: null, open: null };
      }),
    },
    place: questionPlace(state, reading),
    ask: slotAt(reading, state.walk.id)!.slot.ask,
    hints: hintsOf(state).map(({ keys, act, label, hint }) => ({ keys, act, label, hint })),
  };
}
