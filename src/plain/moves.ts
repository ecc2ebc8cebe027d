/** What an author may write in place of an answer: the word, and what it does. */
export const MOVES = [
  ['/skip', 'leave the question for later; Enter alone does the same'],
  ['/back', 'the question before'],
  ['/na REASON', 'it does not apply, and why'],
  ['/take', 'the answer that is suggested'],
  ['/edit', 'write the answer in $EDITOR'],
  ['/keep', 'what stands there is right as it is'],
  ['/drop', 'in a list or table: take this item or row out'],
  ['/left', 'what is still to answer'],
  ['/help', 'the question and these words again'],
  ['/quit', 'leave; every answer given is in the file'],
] as const;

/** Something done instead of answering. */
export type Move =
  | { kind: 'skip' | 'back' | 'take' | 'edit' | 'keep' | 'drop' | 'left' | 'help' | 'quit' }
  | { kind: 'not-applicable'; reason: string };

/** The move that a line means; null where it is an answer, such as `/exports/{id}`. */
export function moveOf(line: string): Move | null {
  const [, word, reason] =
    /^\/(skip|back|take|edit|keep|drop|left|help|quit|na)(?:\s+(.*))?$/.exec(line.trim()) ?? [];
  if (word === 'na') return { kind: 'not-applicable', reason: reason ?? '' };
  if (!word || reason) return null;
  return { kind: word as Exclude<Move['kind'], 'not-applicable'> };
}

/** Carries a move out of whatever was being asked. */
export class Moved extends Error {
  readonly move: Move;

  constructor(move: Move) {
    super(`moved: ${move.kind}`);
    this.move = move;
  }
}
