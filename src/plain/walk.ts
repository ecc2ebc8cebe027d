import { isOpen, neighbour, openPairingBefore, questionsOf, seekQuestion } from '../interview/questions.ts';
import { defaultFor, type Suggestion } from '../interview/suggestion.ts';
import { extensionFor, valueFromText, valueText } from '../interview/value-text.ts';
import type { SlotReading } from '../judge/reading.ts';
import { isEmptyValue } from '../judge/values.ts';
import { Problem } from '../problem.ts';
import type { Answer, Value } from '../template/slot.ts';
import { askChoice } from './choices.ts';
import * as messages from './messages.ts';
import { type Prompter, withoutCommands } from './prompter.ts';
import {
  keepRefusal,
  leftLines,
  listLines,
  numberOf,
  questionLines,
  questionsFor,
  titlesOf,
  valueLines,
} from './question.ts';
import { CommandTyped, Leaving, TYPED_COMMANDS, type TypedCommand } from './typed-commands.ts';
import { VALUES } from './values.ts';
import { draftRecorder, type Work, write, writeOrKeep } from './work.ts';

/**
 * Asks for one gap after another until none is left or the author leaves. Returns how it ended; by then every answer is
 * in the file. `start`: the id of the first question to ask.
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
      const next = chosen ?? seekQuestion(reading, here?.id ?? null, 1, (one) => isOpen(one) && !seen.has(one.id));
      if (!next) return 'done';
      // Which of the author's sections corresponds is asked before the questions within it.
      const pairing = openPairingBefore(reading, next.id);
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

/** Why the next question does not have the next number. */
function jumpLines(from: number, to: number): string[] {
  if (to < from) return ['', messages.fromTheTop];
  if (to <= from + 1) return [];
  return ['', messages.needNoAnswer(from + 1, to - 1)];
}

/** Asks until the slot is answered or the author moves on. */
async function askSlot(work: Work, asker: Prompter, slot: SlotReading): Promise<Exclude<Step, 'again'>> {
  asker.say('', ...questionLines(work.reading(), slot), ...suggestionLines(work, slot), messages.howToContinue);
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
  const current = work.typed.get(slot.id) ?? slot.value;
  const noted = draftRecorder(asker, slot.slot, current, (value) => work.note(slot.id, value));
  try {
    const value = await VALUES[slot.slot.kind](noted.asker, slot.slot, current, work.facts.today);
    if (noted.unfinished() === null && (isEmptyValue(value) || same(value, slot.value))) {
      work.note(slot.id, null);
      return 'on';
    }
    answer = { kind: 'value', value };
  } catch (error) {
    const unfinished = noted.unfinished();
    if (error instanceof Leaving && unfinished !== null) work.keep(slot.id, unfinished);
    if (!(error instanceof CommandTyped)) throw error;
    const made = await runAndKeep(error.command, work, asker, slot, noted.soFar());
    if (typeof made === 'string' || 'to' in made) return made;
    answer = made;
  }
  const left = asker.left();
  if (!left) return writeOrKeep(work, asker, slot, answer);
  await leaveWith(answer, left, noted.unfinished(), work, asker, slot);
  throw left;
}

/**
 * Handles an answer in the middle of which the author leaves. Ctrl+C keeps it as a draft. At the end of input its
 * finished part goes into the file, unless the slot already has text or the author would have to be asked.
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

/** Runs a command in the middle of an answer, and keeps the part of the answer given so far. */
async function runAndKeep(
  command: TypedCommand,
  work: Work,
  asker: Prompter,
  slot: SlotReading,
  soFar: Value | null,
): Promise<Step | Answer> {
  if (soFar !== null && command.kind === 'quit') work.keep(slot.id, soFar);
  else if (soFar !== null) work.hold(slot.id, soFar);
  const made = await runCommand(command, work, asker, slot);
  if (soFar !== null && made === 'again') asker.say(...suggestionLines(work, slot));
  return made;
}

/** Where the walk goes next: on, back, to the same question again, or to the slot with an id. */
type Step = 'on' | 'back' | 'again' | { to: string };

/** The most questions found by a search that can be chosen from. */
const MOST_FOUND = 20;

/** Runs a command. Returns a step, or the answer that the command stands for. Raises Leaving. */
async function runCommand(
  command: TypedCommand,
  work: Work,
  asker: Prompter,
  slot: SlotReading,
): Promise<Step | Answer> {
  switch (command.kind) {
    case 'skip':
      return 'on';
    case 'back':
      return 'back';
    case 'undo': {
      const id = await work.undo();
      const taken = work.reading().slots.find((one) => one.id === id);
      asker.say(taken ? messages.takenBack(titlesOf(work.reading(), taken)) : messages.nothingToTakeBack);
      return taken ? { to: taken.id } : 'again';
    }
    case 'quit':
      throw new Leaving('quit');
    case 'help':
      asker.say(
        '',
        ...questionLines(work.reading(), slot),
        '',
        ...TYPED_COMMANDS.map(([word, does]) => `${word}: ${does}`),
      );
      return 'again';
    case 'left':
      asker.say(...leftLines(work.reading()));
      return 'again';
    case 'list':
      asker.say(...listLines(work.reading()));
      return 'again';
    case 'go':
      return goTo(command.to, work, asker);
    case 'rename':
      return rename(command.name, work, asker, slot);
    case 'take': {
      const reason = work.reasons.get(slot.id);
      if (reason !== undefined) return { kind: 'not-applicable', reason };
      const value = work.typed.get(slot.id) ?? suggestionFor(slot, work)?.value;
      if (value !== undefined) return { kind: 'value', value };
      asker.say(messages.noSuggestion);
      return 'again';
    }
    case 'edit': {
      const before = work.typed.get(slot.id) ?? slot.value;
      const text = await work.edit(valueText(slot.slot, before), extensionFor(slot.slot), slot.id);
      const value = text === null ? null : valueFromText(slot.slot, text);
      return value === null || same(value, slot.value) ? 'again' : { kind: 'value', value };
    }
    case 'drop':
      asker.say(messages.noItemHere);
      return 'again';
    case 'keep': {
      const refusal = keepRefusal(slot);
      if (refusal === null) return { kind: 'keep' };
      asker.say(refusal);
      return 'again';
    }
    case 'not-applicable':
      if (command.reason !== '') return command;
      asker.say(messages.sayWhy);
      return 'again';
  }
}

async function goTo(text: string, work: Work, asker: Prompter): Promise<Step> {
  const reading = work.reading();
  const found = questionsFor(reading, text);
  if (text === '' || found.length === 0) {
    asker.say(text === '' ? messages.sayWhere : messages.questionNotFound(text));
    return 'again';
  }
  const [first, second] = found;
  if (!second) return { to: first!.id };
  if (found.length > MOST_FOUND) {
    asker.say(messages.tooManyFound(found.length, text), ...listLines(reading, found.slice(0, MOST_FOUND)));
    return 'again';
  }
  const options = found.map((slot) => messages.foundQuestion(titlesOf(reading, slot), numberOf(reading, slot)));
  const chosen = await askChoice(withoutCommands(asker), options, '');
  const slot = found[options.indexOf(chosen)];
  return slot ? { to: slot.id } : 'again';
}

/** Changes the first variable's name. Without a name, goes to its question. */
async function rename(name: string, work: Work, asker: Prompter, here: SlotReading): Promise<Step> {
  const slot = work.reading().slots.find((one) => one.slot.kind === 'variable');
  if (!slot) {
    asker.say(messages.noNameHere);
    return 'again';
  }
  if (name === '') return slot.id === here.id ? 'again' : { to: slot.id };
  await write(work, asker, slot, { kind: 'value', value: name });
  return 'again';
}

function suggestionFor({ slot, value }: SlotReading, { facts, path }: Work): Suggestion | null {
  return value === null ? defaultFor(slot, facts, path) : null;
}

/** The lines that offer an answer: text typed earlier, or a suggestion. */
function suggestionLines(work: Work, slot: SlotReading): string[] {
  const [typed, reason] = [work.typed.get(slot.id), work.reasons.get(slot.id)];
  if (reason !== undefined) return [messages.typedNotApplicable(reason), messages.takeWrites];
  if (typed !== undefined) return [messages.typedEarlier, ...valueLines(typed), messages.takeWritesEditOpens];
  const suggestion = suggestionFor(slot, work);
  return suggestion ? [messages.suggestion(suggestion.shown, suggestion.source)] : [];
}

function same(value: Value, current: Value | null): boolean {
  return JSON.stringify(value) === JSON.stringify(current);
}
