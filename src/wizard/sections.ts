import { omitSection } from '../interview/answer/keep.ts';
import { anotherSection } from '../interview/answer/repeat-section.ts';
import { sectionOf } from '../interview/questions.ts';
import { applySplices, type Splice } from '../text/range.ts';
import { enter } from './go.ts';
import { keyFor } from './tables.ts';
import { isWalking, readingOf, saying, type Update, type Walking } from './update-result.ts';
import { apply, undoKeys } from './write.ts';

/** Begins another copy of the section at hand, where its template says that there may be several. */
export function another(state: Walking): Update {
  const reading = readingOf(state);
  const section = sectionOf(reading, state.walk.id);
  const copy = section && anotherSection(reading, section.id);
  if (!copy) return [saying(state, 'This section stands once only.'), []];
  return structural(state, copy.splices, copy.gap ?? state.walk.id, 'Another one is begun.');
}

/** Takes the section at hand out of the spec. */
export function leaveOut(state: Walking): Update {
  const reading = readingOf(state);
  const section = sectionOf(reading, state.walk.id);
  const splices = section && omitSection(reading, section.id);
  if (!splices)
    return [
      saying(
        state,
        `This section cannot be left out; ${keyFor(state, 'outline', 'not-applicable')} says that it does not apply.`,
      ),
      [],
    ];
  return structural(state, splices, state.walk.id, 'Left out.');
}

function structural(state: Walking, splices: readonly Splice[], id: string, notice: string): Update {
  const [changed, effects] = apply(state, state.walk.id, null, {
    splices,
    text: applySplices(state.walk.text, splices),
  });
  const [next, more] = enter(changed, id);
  return [
    saying(next, `${notice} ${undoKeys(isWalking(next) ? next : state)} takes it back.`, 'good'),
    [...effects, ...more],
  ];
}
