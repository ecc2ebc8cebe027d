import { sectionOf } from '../interview/questions.ts';
import type { Splice } from '../text/range.ts';
import type { Engine } from './engine.ts';
import { enter } from './go.ts';
import { readingOf, saying, type Update, type Walking } from './update-result.ts';
import { apply } from './write.ts';

/** Begins another copy of the section at hand, where its template says that there may be several. */
export function another(state: Walking, engine: Engine): Update {
  const reading = readingOf(state, engine);
  const section = sectionOf(reading, state.walk.id);
  const copy = section && engine.repeat(reading, section.id);
  if (!copy) return [saying(state, 'This section stands once only.'), []];
  return structural(
    state,
    engine,
    copy.splices,
    copy.id ?? state.walk.id,
    'Another one is begun. u takes it back.',
  );
}

/** Takes the section at hand out of the spec. */
export function leaveOut(state: Walking, engine: Engine): Update {
  const reading = readingOf(state, engine);
  const section = sectionOf(reading, state.walk.id);
  const splices = section && engine.omit(reading, section.id);
  if (!splices) return [saying(state, 'This section cannot be left out; x says that it does not apply.'), []];
  return structural(state, engine, splices, state.walk.id, 'Left out. u takes it back.');
}

function structural(
  state: Walking,
  engine: Engine,
  splices: readonly Splice[],
  id: string,
  said: string,
): Update {
  const [changed, effects] = apply(state, state.walk.id, null, splices);
  const [next, more] = enter(changed, engine, id);
  return [saying(next, said, 'good'), [...effects, ...more]];
}
