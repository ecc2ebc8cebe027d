import { Problem } from '../problem.ts';
import type { Reading, SlotReading } from '../spec/reading.ts';
import { isEmptyValue } from '../spec/values.ts';
import type { Answer, Value } from '../template/slot.ts';
import type { Splice } from '../text/range.ts';
import type { Broken } from '../wizard/engine.ts';
import { extensionFor, insideValue, outsideText } from '../wizard/fields/outside-text.ts';
import { gapsOf, isOpen, questionsOf } from '../wizard/questions.ts';
import type { Facts } from '../wizard/state.ts';
import { defaultFor, type Suggestion } from '../wizard/suggestion.ts';
import type { Asker } from './asker.ts';
import { Leaving } from './leaving.ts';
import { MOVES, type Move, Moved, moveOf } from './moves.ts';
import { placeOf, questionLines, valueLines } from './question.ts';
import { askChoice } from './values/choices.ts';
import { VALUES } from './values/values.ts';
import { withLine } from './values/with-line.ts';
import { withoutMoves } from './without-moves.ts';

/** The spec that is walked through, as the outside keeps it. */
export interface Work {
  /** As shown, relative to the working folder. */
  path: string;
  /** What is known of the surroundings, for suggestions. */
  facts: Facts;
  /** What was typed earlier and is not in the file, by slot: the author wants to go on with it. */
  typed: ReadonlyMap<string, Value>;
  reading: () => Reading;
  /** What an answer changes in the text as it is. Raises Problem for what cannot be written. */
  splices: (id: string, answer: Answer) => Splice[];
  /** What a change would break in the document around it; null where it is safe. */
  broken: (splices: readonly Splice[], id: string) => Broken | null;
  /** Keeps what was typed and is not in the file. */
  keep: (id: string, value: Value) => void;
  /** The text that $EDITOR leaves; null where nothing came of it, which was said. `extension` such as `md`. */
  edit: (text: string, extension: string) => Promise<string | null>;
  /** Changes the text and the file with the answer to a slot. Raises Problem where it cannot, which leaves both as they were. */
  write: (splices: readonly Splice[], id: string) => void;
}

/**
 * Asks for one gap after the other until none is left, or the walk is left. Gives how it ended; every answer is in the
 * file by then.
 */
export async function walk(work: Work, asker: Asker): Promise<'done' | Leaving['by']> {
  const seen = new Set<string>();
  const trail: string[] = [];
  let wanted: string | null = [...work.typed.keys()][0] ?? null;
  try {
    for (;;) {
      const questions = questionsOf(work.reading());
      const slot: SlotReading | undefined =
        questions.find(({ id }) => id === wanted) ??
        questions.find((one) => isOpen(one) && !seen.has(one.id));
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
  asker.say('', ...questionLines(work.reading(), slot), ...suggestionLines(work, slot));
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
  let answer: Answer;
  try {
    const standing = work.typed.get(slot.id) ?? slot.value;
    const value = await VALUES[slot.slot.kind](asker, slot.slot, standing, work.facts.today);
    if (isEmptyValue(value) || same(value, slot.value)) return 'on';
    answer = { kind: 'value', value };
  } catch (error) {
    if (error instanceof Leaving) keepLine(work, slot, null, error);
    if (!(error instanceof Moved)) throw error;
    const made = await make(error.move, work, asker, slot);
    if (typeof made === 'string') return made;
    answer = made;
  }
  const left = asker.left();
  if (!left) return writeOrKeep(work, asker, slot, answer);
  // What was finished of a list or a text goes into the file, unless that would have to be asked about.
  const value = answer.kind === 'value' ? answer.value : null;
  try {
    await write(work, asker, slot, answer);
    keepLine(work, slot, value, left);
  } catch (error) {
    if (value !== null)
      work.keep(slot.id, left.typed === '' ? value : withLine(slot.slot, value, left.typed));
    if (error !== left) throw error;
  }
  throw left;
}

/** An answer that is left while it is asked about is kept. */
async function writeOrKeep(
  work: Work,
  asker: Asker,
  slot: SlotReading,
  answer: Answer,
): Promise<'on' | 'again'> {
  try {
    return await write(work, asker, slot, answer);
  } catch (error) {
    if (error instanceof Leaving && answer.kind === 'value') work.keep(slot.id, answer.value);
    throw error;
  }
}

/** A line that was not finished is kept, with what stands before it. */
function keepLine(work: Work, { id, slot }: SlotReading, before: Value | null, { typed }: Leaving): void {
  if (typed.trim() !== '' && !moveOf(typed)) work.keep(id, withLine(slot, before, typed));
}

/** Writes an answer; one that would break the document around it only as the author then says. */
async function write(work: Work, asker: Asker, slot: SlotReading, answer: Answer): Promise<'on' | 'again'> {
  const splices = work.splices(slot.id, answer);
  const broken = splices.length === 0 ? null : work.broken(splices, slot.id);
  if (!broken) {
    if (splices.length > 0) work.write(splices, slot.id);
    return 'on';
  }
  asker.say('This answer would change the document around it.', broken.message);
  const { repair } = broken;
  const ways = [...(repair ? [repair.label] : []), 'answer it again', 'write it as it is'];
  const way = await askChoice(withoutMoves(asker), ways, '');
  if (repair && way === repair.label) work.write(repair.splices, slot.id);
  else if (way === 'write it as it is') work.write(splices, slot.id);
  else return 'again';
  return 'on';
}

/** Makes a move: on to the next question, back to the one before, the same one again, or an answer of its own kind. */
async function make(
  move: Move,
  work: Work,
  asker: Asker,
  slot: SlotReading,
): Promise<'on' | 'back' | 'again' | Answer> {
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
      asker.say(...gapsOf(work.reading()).map((gap) => `  ${placeOf(work.reading(), gap)}: ${gap.state}`));
      return 'again';
    case 'take': {
      const value = work.typed.get(slot.id) ?? suggestionFor(slot, work)?.value;
      if (value !== undefined) return { kind: 'value', value };
      asker.say('Nothing is suggested here.');
      return 'again';
    }
    case 'edit': {
      const before = work.typed.get(slot.id) ?? slot.value;
      const text = await work.edit(outsideText(slot.slot, before), extensionFor(slot.slot));
      const value = text === null ? null : insideValue(slot.slot, text);
      return value === null || same(value, slot.value) ? 'again' : { kind: 'value', value };
    }
    case 'drop':
      asker.say('There is no item here to take out.');
      return 'again';
    case 'keep':
      return { kind: 'keep' };
    case 'not-applicable':
      if (move.reason !== '') return move;
      asker.say('Say why: /na REASON');
      return 'again';
  }
}

/** What is offered where nothing stands. */
function suggestionFor({ slot, value }: SlotReading, { facts, path }: Work): Suggestion | null {
  return value === null ? defaultFor(slot, facts, path) : null;
}

function suggestionLines(work: Work, slot: SlotReading): string[] {
  const typed = work.typed.get(slot.id);
  if (typed !== undefined)
    return ['Typed earlier:', ...valueLines(typed), '/take writes it, /edit opens it.'];
  const suggestion = suggestionFor(slot, work);
  return suggestion ? [`${suggestion.shown}? /take writes it. (${suggestion.source})`] : [];
}

function same(value: Value, standing: Value | null): boolean {
  return JSON.stringify(value) === JSON.stringify(standing);
}
