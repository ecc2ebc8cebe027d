import type { Slot } from '../template/slot.ts';
import { fold } from '../text/fold.ts';

/** Dots, or that it is put off, or a placeholder, alone or as an item. */
const SAYS_NOTHING =
  /^\s*(?:(?:[-*+]|\d{1,3}[.)])\s+)?(?:\.{3,}|…|TBD|TODO|[[{<][^\n]*[\]}>]|YYYY-MM-DD)?\s*$/i;

/** What a template says of a slot, where that is more than what is asked and a placeholder; '' where it is not. */
export function remainingGuidance({ ask, help, guidance }: Pick<Slot, 'ask' | 'help' | 'guidance'>): string {
  const asked = fold(`${ask} ${help}`);
  const isAsked = (line: string) => line.trim() !== '' && asked.includes(fold(line));
  const rest = guidance.split('\n').filter((line) => !isAsked(line));
  return rest.every((line) => SAYS_NOTHING.test(line)) ? '' : guidance;
}
