import { questionsOf, sectionPath } from '../interview/questions.ts';
import type { Reading, SlotReading } from '../judge/reading.ts';
import { Problem } from '../problem.ts';
import { foldCase } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';
import type { SpecPlace } from '../wizard/action.ts';
import * as messages from './messages.ts';

/** How a session appears: with ASCII alone; `within` another screen, to which it returns without a farewell. */
export interface Appearance {
  ascii?: boolean;
  within?: boolean;
}

/**
 * How a session starts: at the home screen, in an existing spec (`at`: a place in it; `section`: the id or title of a
 * section), or with a new spec.
 */
export type WizardStart =
  | { kind: 'home' }
  | { kind: 'open'; path: string; template?: string; at?: SpecPlace; section?: string }
  | { kind: 'new'; template?: string; name?: string };

/**
 * The id of the first gap in a section, or of its first question if it has no gap. The section is named by id or title.
 * Raises Problem `usage` if there is no such section.
 */
export function questionInSection(reading: Reading, named: string): string {
  const title = foldCase(named);
  const section =
    reading.sections.find(({ id }) => id === named) ??
    reading.sections.find((one) => foldCase(sectionPath(one).at(-1) ?? '') === title);
  const asked = section ? questionsBelow(reading, section.id) : [];
  const first = asked.find(({ required, state }) => required && state !== 'answered') ?? asked[0];
  if (first) return first.id;
  const near = nearest(
    named,
    reading.sections.map(({ id }) => id),
  );
  throw new Problem('usage', messages.noSuchSection(named, near), {
    hints: [messages.sectionHint],
  });
}

function questionsBelow(reading: Reading, id: string): SlotReading[] {
  const ids = new Set(
    reading.sections
      .filter((section) => section.id === id || section.id.startsWith(`${id}/`))
      .flatMap(({ slots }) => slots.map((slot) => slot.id)),
  );
  return questionsOf(reading).filter((slot) => ids.has(slot.id));
}
