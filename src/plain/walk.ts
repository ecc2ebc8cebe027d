import { answer as candidateOf, type Edit } from '../interview/answer.ts';
import { gapsOf, isOpen, pairingBefore, questionsOf } from '../interview/questions.ts';
import type { Facts } from '../interview/suggestion.ts';
import { defaultFor, type Suggestion } from '../interview/suggestion.ts';
import { extensionFor, insideValue, valueText } from '../interview/value-text.ts';
import type { Reading, SlotReading } from '../judge/reading.ts';
import { isEmptyValue } from '../judge/values.ts';
import { Problem } from '../problem.ts';
import type { Answer, Value } from '../template/slot.ts';
import { draftRecorder, type Typed } from './draft-recorder.ts';
import { Leaving } from './leaving.ts';
import { MOVES, type Move, Moved } from './moves.ts';
import type { Prompter } from './prompter.ts';
import { placeOf, questionLines, valueLines } from './question.ts';
import { askChoice } from './values/choices.ts';
import { VALUES } from './values/values.ts';
import { withoutMoves } from './without-moves.ts';

/** The spec that is walked through, as the outside keeps it. */
export interface Work {
  /** As shown, relative to the working folder. */
  path: string;
  /** What is known of the surroundings, for suggestions. */
  facts: Facts;
  /** What was typed earlier and is not in the file, by slot: the author wants to go on with it. */
  typed: ReadonlyMap<string, Value>;
  /** In the same way why slots do not apply. */
  reasons: ReadonlyMap<string, string>;
  reading: () => Reading;
  /** Sees to it that the spec is still this sitting's to write. Raises Leaving where the author leaves it to another. */
  stay: () => Promise<void>;
  /** What is typed for a slot so far, to the last key; null where that is nothing. It is in a draft at once. */
  note: (id: string, typed: Typed | null) => void;
  /** What was typed for a slot that the hand moves on from: it goes on with it when it comes back. */
  hold: (id: string, value: Value) => void;
  /** Keeps what was typed and is not in the file, and says so. */
  keep: (id: string, typed: Typed) => void;
  /** The text that $EDITOR leaves; null where nothing came of it, which was said. `extension` such as `md`. */
  edit: (text: string, extension: string, id: string) => Promise<string | null>;
  /**
   * Changes the text and the file with the answer to a slot; a read-only file only as the author then says. Whether it
   * did. Raises Problem where it cannot, which leaves both as they were.
   */
  write: (edit: Edit, id: string) => Promise<boolean>;
}

/**
 * Asks for one gap after the other until none is left, or the walk is left. Gives how it ended; every answer is in the
 * file by then.
 */
export async function walk(work: Work, asker: Prompter): Promise<'done' | Leaving['by']> {
  const seen = new Set<string>();
  const trail: string[] = [];
  let wanted: string | null = [...work.typed.keys(), ...work.reasons.keys()][0] ?? null;
  try {
    for (;;) {
      const questions = questionsOf(work.reading());
      const slot: SlotReading | undefined =
        questions.find(({ id }) => id === wanted) ??
        questions.find((one) => isOpen(one) && !seen.has(one.id));
      if (!slot) return 'done';
      const pairing = pairingBefore(work.reading(), slot.id);
      if (pairing && !seen.has(pairing.id)) {
        if ((await askSlot(work, asker, pairing)) === 'on') seen.add(pairing.id);
        continue;
      }
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
async function askSlot(work: Work, asker: Prompter, slot: SlotReading): Promise<'on' | 'back'> {
  asker.say('', ...questionLines(work.reading(), slot), ...suggestionLines(work, slot));
  for (;;) {
    try {
      await work.stay();
      const done = await tryOnce(work, asker, slot);
      if (done !== 'again') return done;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      asker.say(error.message, ...error.hints, ...suggestionLines(work, slot));
    }
  }
}

async function tryOnce(work: Work, asker: Prompter, slot: SlotReading): Promise<'on' | 'back' | 'again'> {
  let answer: Answer;
  const standing = work.typed.get(slot.id) ?? slot.value;
  const noted = draftRecorder(asker, slot.slot, standing, (value) => work.note(slot.id, value));
  try {
    const value = await VALUES[slot.slot.kind](noted.asker, slot.slot, standing, work.facts.today);
    if (noted.unfinished() === null && (isEmptyValue(value) || same(value, slot.value))) {
      work.note(slot.id, null);
      return 'on';
    }
    answer = { kind: 'value', value };
  } catch (error) {
    const unfinished = noted.unfinished();
    if (error instanceof Leaving && unfinished !== null) work.keep(slot.id, unfinished);
    if (!(error instanceof Moved)) throw error;
    const made = await moveOn(error.move, work, asker, slot, noted.soFar());
    if (typeof made === 'string') return made;
    answer = made;
  }
  const left = asker.left();
  if (!left) return writeOrKeep(work, asker, slot, answer);
  // What was finished of a list or a text goes into the file, unless a text stands there or it would have to be asked about.
  const unfinished = noted.unfinished();
  const value = answer.kind === 'value' ? answer.value : null;
  try {
    if (typeof value === 'string' && slot.value !== null) throw left;
    await write(work, asker, slot, answer);
    if (unfinished !== null) work.keep(slot.id, unfinished);
  } catch (error) {
    const typed = unfinished ?? value;
    if (typed !== null) work.keep(slot.id, typed);
    if (error !== left) throw error;
  }
  throw left;
}

/** Makes a move in the middle of an answer; what was given of it is not lost. */
async function moveOn(
  move: Move,
  work: Work,
  asker: Prompter,
  slot: SlotReading,
  soFar: Value | null,
): Promise<'on' | 'back' | 'again' | Answer> {
  if (soFar !== null && move.kind === 'quit') work.keep(slot.id, soFar);
  else if (soFar !== null) work.hold(slot.id, soFar);
  const made = await make(move, work, asker, slot);
  if (soFar !== null && made === 'again') asker.say(...suggestionLines(work, slot));
  return made;
}

/** An answer that is left while it is asked about is kept, and one that could not be written stays at hand. */
async function writeOrKeep(
  work: Work,
  asker: Prompter,
  slot: SlotReading,
  answer: Answer,
): Promise<'on' | 'again'> {
  const value = answer.kind === 'value' ? answer.value : null;
  try {
    const done = await write(work, asker, slot, answer);
    if (done === 'again' && value !== null) work.hold(slot.id, value);
    return done;
  } catch (error) {
    if (value !== null && error instanceof Leaving) work.keep(slot.id, value);
    if (value !== null && error instanceof Problem) work.hold(slot.id, value);
    throw error;
  }
}

/** Writes an answer; one that would break the document around it only as the author then says. */
async function write(
  work: Work,
  asker: Prompter,
  slot: SlotReading,
  answer: Answer,
): Promise<'on' | 'again'> {
  const candidate = candidateOf(work.reading(), slot.id, answer);
  const { splices, broken, repair } = candidate;
  if (splices.length === 0) return 'on';
  const put = async (edit: Edit) => ((await work.write(edit, slot.id)) ? 'on' : 'again');
  if (broken === null) return put(candidate);
  asker.say('This answer would change the document around it.', broken);
  const ways = [...(repair ? [repair.label] : []), 'answer it again', 'write it as it is'];
  const way = await askChoice(withoutMoves(asker), ways, '');
  if (repair && way === repair.label) return put(repair);
  return way === 'write it as it is' ? put(candidate) : 'again';
}

/** Makes a move: on to the next question, back to the one before, the same one again, or an answer of its own kind. */
async function make(
  move: Move,
  work: Work,
  asker: Prompter,
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
      const reason = work.reasons.get(slot.id);
      if (reason !== undefined) return { kind: 'not-applicable', reason };
      const value = work.typed.get(slot.id) ?? suggestionFor(slot, work)?.value;
      if (value !== undefined) return { kind: 'value', value };
      asker.say('Nothing is suggested here.');
      return 'again';
    }
    case 'edit': {
      const before = work.typed.get(slot.id) ?? slot.value;
      const text = await work.edit(valueText(slot.slot, before), extensionFor(slot.slot), slot.id);
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
  const [typed, reason] = [work.typed.get(slot.id), work.reasons.get(slot.id)];
  if (reason !== undefined) return [`Typed earlier: it does not apply, ${reason}`, '/take writes it.'];
  if (typed !== undefined)
    return ['Typed earlier:', ...valueLines(typed), '/take writes it, /edit opens it.'];
  const suggestion = suggestionFor(slot, work);
  return suggestion ? [`${suggestion.shown}? /take writes it. (${suggestion.source})`] : [];
}

function same(value: Value, standing: Value | null): boolean {
  return JSON.stringify(value) === JSON.stringify(standing);
}
