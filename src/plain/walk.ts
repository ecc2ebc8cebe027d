import { isOpen, neighbour, pairingBefore, questionsOf, seek } from '../interview/questions.ts';
import type { SlotReading } from '../judge/reading.ts';
import { isEmptyValue } from '../judge/values.ts';
import { Problem } from '../problem.ts';
import type { Answer, Value } from '../template/slot.ts';
import { makeMove, type Step, same, suggestionLines } from './make-move.ts';
import * as messages from './messages.ts';
import { Leaving, type Move, Moved } from './moves.ts';
import type { Prompter } from './prompter.ts';
import { numberOf, questionLines } from './question.ts';
import { VALUES } from './values.ts';
import { draftRecorder, type Work, write, writeOrKeep } from './work.ts';

/** The last line before an answer: how to continue without one, and how to leave. */
const WAYS = messages.howToContinue;

/**
 * Asks for one gap after the other until none is left, or the walk is left. Gives how it ended; every answer is in the
 * file by then. `start`: the id of the first question to ask.
 */
export async function walk(work: Work, asker: Prompter, start?: string): Promise<'done' | Leaving['by']> {
  const seen = new Set<string>();
  const trail: string[] = [];
  let here = null as SlotReading | null;
  let target: string | null = start ?? [...work.typed.keys(), ...work.reasons.keys()][0] ?? null;
  try {
    for (;;) {
      const reading = work.reading();
      const chosen = questionsOf(reading).find(({ id }) => id === target);
      const next = chosen ?? seek(reading, here?.id ?? null, 1, (one) => isOpen(one) && !seen.has(one.id));
      if (!next) return 'done';
      // The question which of the author's sections is meant precedes those within it.
      const pairing = pairingBefore(reading, next.id);
      const slot: SlotReading = pairing && !seen.has(pairing.id) ? pairing : next;
      if (!chosen && here) asker.say(...jumpLines(numberOf(reading, here), numberOf(reading, slot)));
      here = slot;
      const step = await askSlot(work, asker, slot);
      target = null;
      if (step === 'back') {
        target = trail.pop() ?? neighbour(work.reading(), slot.id, -1)?.id ?? slot.id;
        if (target === slot.id) asker.say('', messages.noQuestionBefore);
        continue;
      }
      trail.push(slot.id);
      if (step !== 'on') target = step.to;
      else if (slot !== next) target = next.id;
      if (step === 'on') seen.add(slot.id);
    }
  } catch (error) {
    if (error instanceof Leaving) return error.by;
    throw error;
  }
}

/** Why the next question is not the next number. */
function jumpLines(from: number, to: number): string[] {
  if (to < from) return ['', messages.fromTheTop];
  if (to <= from + 1) return [];
  return ['', to === from + 2 ? messages.needsNoAnswer(from + 1) : messages.needNoAnswer(from + 1, to - 1)];
}

/** Asks until the slot is answered, or moved on from. */
async function askSlot(work: Work, asker: Prompter, slot: SlotReading): Promise<Exclude<Step, 'again'>> {
  asker.say('', ...questionLines(work.reading(), slot), ...suggestionLines(work, slot), WAYS);
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

async function tryOnce(work: Work, asker: Prompter, slot: SlotReading): Promise<Step> {
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
    if (typeof made === 'string' || 'to' in made) return made;
    answer = made;
  }
  const left = asker.left();
  if (!left) return writeOrKeep(work, asker, slot, answer);
  await leaveWith(answer, left, noted.unfinished(), work, asker, slot);
  throw left;
}

/**
 * What becomes of an answer in the middle of which the walk is left. Ctrl+C keeps it as a draft. Where the input ends,
 * its finished part goes into the file, unless there is a text already or the author would have to be asked.
 */
async function leaveWith(
  answer: Answer,
  left: Leaving,
  unfinished: ReturnType<ReturnType<typeof draftRecorder>['unfinished']>,
  work: Work,
  asker: Prompter,
  slot: SlotReading,
): Promise<void> {
  const value = answer.kind === 'value' ? answer.value : null;
  try {
    if (left.by === 'interrupt' || (typeof value === 'string' && slot.value !== null)) throw left;
    await write(work, asker, slot, answer);
    if (unfinished !== null) work.keep(slot.id, unfinished);
  } catch (error) {
    const typed = unfinished ?? value;
    if (typed !== null) work.keep(slot.id, typed);
    if (error !== left) throw error;
  }
}

/** Makes a move in the middle of an answer; what was given of it is not lost. */
async function moveOn(
  move: Move,
  work: Work,
  asker: Prompter,
  slot: SlotReading,
  soFar: Value | null,
): Promise<Step | Answer> {
  if (soFar !== null && move.kind === 'quit') work.keep(slot.id, soFar);
  else if (soFar !== null) work.hold(slot.id, soFar);
  const made = await makeMove(move, work, asker, slot);
  if (soFar !== null && made === 'again') asker.say(...suggestionLines(work, slot));
  return made;
}
