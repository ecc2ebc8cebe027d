import { Problem } from '../problem.ts';
import { isGap, type Reading, type SlotReading } from '../spec/reading.ts';
import type { Answer, Value } from '../template/slot.ts';
import type { Asker } from './asker.ts';
import { Leaving } from './leaving.ts';
import { MOVES, type Move, Moved } from './moves.ts';
import { questionLines } from './question.ts';
import { VALUES } from './values/values.ts';

/** The spec that is walked through, as the outside keeps it. */
export interface Work {
  reading: () => Reading;
  /** Writes an answer to the file. Raises Problem where it cannot be written, which leaves the file as it was. */
  answer: (slot: SlotReading, answer: Answer) => void;
  /** Today as yyyy-mm-dd. */
  today: string;
}

/**
 * Asks for one gap after the other until none is left, or the walk is left. Gives how it ended; every answer is in the
 * file by then.
 */
export async function walk(work: Work, asker: Asker): Promise<'done' | Leaving['by']> {
  const seen = new Set<string>();
  const trail: string[] = [];
  let wanted: string | null = null;
  try {
    for (;;) {
      const { slots } = work.reading();
      const slot: SlotReading | undefined =
        slots.find(({ id }) => id === wanted) ?? slots.find((one) => isGap(one) && !seen.has(one.id));
      if (!slot) return 'done';
      const next = await askSlot(work, asker, slot);
      wanted = next === 'back' ? (trail.pop() ?? slot.id) : null;
      if (next === 'on') {
        trail.push(slot.id);
        seen.add(slot.id);
      }
    }
  } catch (error) {
    if (error instanceof Leaving) return error.by;
    throw error;
  }
}

/** Asks until the slot is answered, or moved on from. */
async function askSlot(work: Work, asker: Asker, slot: SlotReading): Promise<'on' | 'back'> {
  asker.say('', ...questionLines(work.reading(), slot));
  for (;;) {
    try {
      const done = await tryOnce(work, asker, slot);
      if (done !== 'again') return done;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      asker.say(error.message, ...error.hints);
    }
  }
}

async function tryOnce(work: Work, asker: Asker, slot: SlotReading): Promise<'on' | 'back' | 'again'> {
  try {
    const value = await VALUES[slot.slot.kind](asker, slot.slot, slot.value, work.today);
    if (!isEmpty(value) && !same(value, slot.value)) work.answer(slot, { kind: 'value', value });
    return 'on';
  } catch (error) {
    if (error instanceof Moved) return make(error.move, work, asker, slot);
    throw error;
  }
}

/** Makes a move: on to the next question, back to the one before, or the same one again. */
function make(move: Move, work: Work, asker: Asker, slot: SlotReading): 'on' | 'back' | 'again' {
  switch (move.kind) {
    case 'skip':
      return 'on';
    case 'back':
      return 'back';
    case 'quit':
      throw new Leaving('quit');
    case 'help':
      asker.say(
        '',
        ...questionLines(work.reading(), slot),
        '',
        ...MOVES.map(([word, does]) => `${word}: ${does}`),
      );
      return 'again';
    case 'left':
      asker.say(
        ...work
          .reading()
          .slots.filter(isGap)
          .map(({ id, state }) => `  ${id}: ${state}`),
      );
      return 'again';
    case 'drop':
      asker.say('There is no item here to take out.');
      return 'again';
    case 'keep':
      work.answer(slot, { kind: 'keep' });
      return 'on';
    case 'not-applicable':
      if (move.reason === '') {
        asker.say('Say why: /na REASON');
        return 'again';
      }
      work.answer(slot, { kind: 'not-applicable', reason: move.reason });
      return 'on';
  }
}

function isEmpty(value: Value): boolean {
  return typeof value === 'string' ? value.trim() === '' : value.length === 0;
}

function same(value: Value, standing: Value | null): boolean {
  return JSON.stringify(value) === JSON.stringify(standing);
}
