import type { Suggestion } from '../interview/suggestion.ts';
import { defaultFor } from '../interview/suggestion.ts';
import { extensionFor, insideValue, valueText } from '../interview/value-text.ts';
import type { SlotReading } from '../judge/reading.ts';
import type { Answer, Value } from '../template/slot.ts';
import { askChoice } from './choices.ts';
import * as messages from './messages.ts';
import { Leaving, MOVES, type Move } from './moves.ts';
import { type Prompter, withoutMoves } from './prompter.ts';
import {
  keepRefusal,
  leftLines,
  listLines,
  numberOf,
  placeOf,
  questionLines,
  questionsFor,
  valueLines,
} from './question.ts';
import { type Work, write } from './work.ts';
/** Where the walk goes: on, to the question before, to the same one again, or to another by its slot's id. */
export type Step = 'on' | 'back' | 'again' | { to: string };

/** Questions that a search may find to choose from. */
const MOST_FOUND = 20;

/** Makes a move: a step, or an answer of its own kind. Raises Leaving. */
export async function makeMove(
  move: Move,
  work: Work,
  asker: Prompter,
  slot: SlotReading,
): Promise<Step | Answer> {
  switch (move.kind) {
    case 'skip':
      return 'on';
    case 'back':
      return 'back';
    case 'undo': {
      const id = await work.undo();
      const taken = work.reading().slots.find((one) => one.id === id);
      asker.say(taken ? messages.takenBack(placeOf(work.reading(), taken)) : messages.nothingToTakeBack);
      return taken ? { to: taken.id } : 'again';
    }
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
      asker.say(...leftLines(work.reading()));
      return 'again';
    case 'list':
      asker.say(...listLines(work.reading()));
      return 'again';
    case 'go':
      return goTo(move.to, work, asker);
    case 'rename':
      return rename(move.name, work, asker, slot);
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
      const value = text === null ? null : insideValue(slot.slot, text);
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
      if (move.reason !== '') return move;
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
  const options = found.map((slot) =>
    messages.foundQuestion(placeOf(reading, slot), numberOf(reading, slot)),
  );
  const chosen = await askChoice(withoutMoves(asker), options, '');
  const slot = found[options.indexOf(chosen)];
  return slot ? { to: slot.id } : 'again';
}

/** Changes the first variable's name; without a name, asks for it. */
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

/** The suggestion for an empty slot. */
function suggestionFor({ slot, value }: SlotReading, { facts, path }: Work): Suggestion | null {
  return value === null ? defaultFor(slot, facts, path) : null;
}

/** What is offered as an answer: what was typed earlier, or a suggestion. */
export function suggestionLines(work: Work, slot: SlotReading): string[] {
  const [typed, reason] = [work.typed.get(slot.id), work.reasons.get(slot.id)];
  if (reason !== undefined) return [messages.typedNotApplicable(reason), messages.takeWrites];
  if (typed !== undefined) return [messages.typedEarlier, ...valueLines(typed), messages.takeWritesEditOpens];
  const suggestion = suggestionFor(slot, work);
  return suggestion ? [messages.suggestion(suggestion.shown, suggestion.source)] : [];
}

/** Whether two values are the same. */
export function same(value: Value, standing: Value | null): boolean {
  return JSON.stringify(value) === JSON.stringify(standing);
}
