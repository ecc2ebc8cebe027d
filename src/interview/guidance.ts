import { guidanceIn, instructionsIn } from '../judge/guidance-left.ts';
import { isGap, type Reading, type SlotReading } from '../judge/reading.ts';
import type { Slot } from '../template/slot.ts';
import { fold } from '../text/fold.ts';
import { applySplices, isWithin, type Range, type Splice } from '../text/range.ts';
import { endsInBlankLine, eolNear, lineStartAt } from '../text/source.ts';
import type { Edit } from './answer.ts';

/**
 * The edit that removes from a spec what the template tells its author: comments, tips, and instructions. In a section
 * with an open question they stay, because they help there. Null if there is nothing to remove.
 */
export function removeGuidance(reading: Reading): Edit | null {
  const { text } = reading.document;
  const open = reading.sections.flatMap(({ found, slots }) => (found && slots.some(isGap) ? [found] : []));
  const left = [...guidanceIn(reading), ...instructionsIn(reading)]
    .filter((place) => !open.some(({ start, own }) => isWithin(place, { start, end: own.end })))
    .sort((a, b) => a.start - b.start);
  const splices: Splice[] = [];
  for (const place of left) {
    const splice = withoutPlace(text, place);
    const before = splices.at(-1);
    if (before && splice.start < before.end) before.end = Math.max(before.end, splice.end);
    else splices.push(splice);
  }
  return splices.length > 0 ? { splices, text: applySplices(text, splices) } : null;
}

/** The splice that removes an optional label with its line, if the template's text for it is unchanged; else null. */
export function withoutLabel({ document: { text }, slots }: Reading, slot: SlotReading): Splice | null {
  const { range } = slot;
  if (slot.slot.required || slot.slot.shape.form !== 'label' || !range || !isGap(slot)) return null;
  const start = lineStartAt(text, range.start);
  const end = range.end + /^[^\r\n]*/.exec(text.slice(range.end))![0].length;
  const isShared = slots.some((one) => one !== slot && one.range && one.range.start < end && one.range.end > start);
  const isRow = /^\s*\|/.test(text.slice(start, end));
  return isShared || isRow ? null : withoutPlace(text, { start, end });
}

/** Removes a range: with its lines and a blank one if it fills them, else with the blanks before it. */
function withoutPlace(text: string, { start, end }: Range): Splice {
  const from = lineStartAt(text, start);
  const lead = text.slice(from, start);
  const rest = /^[^\r\n]*/.exec(text.slice(end))![0];
  if (lead.trim() !== '' || rest.trim() !== '') {
    const blanks = /[ \t]*$/.exec(text.slice(0, start))![0].length;
    // A line that begins with the range stays.
    return lead.trim() === ''
      ? { start, end: end + /^[ \t]*/.exec(rest)![0].length, text: '' }
      : { start: start - blanks, end, text: '' };
  }
  const lineEnd = end + rest.length + /^(?:\r\n|\n|\r)?/.exec(text.slice(end + rest.length))![0].length;
  const below = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text.slice(lineEnd))![0];
  const isBelowBlank = below !== '' || lineEnd >= text.length;
  const isAboveBlank = from === 0 || endsInBlankLine(text.slice(0, from));
  if (lineEnd + below.length >= text.length) {
    const above = text.slice(0, from).replace(/(\r\n|\n|\r)\s*$/, '$1').length;
    return { start: above, end: text.length, text: '' };
  }
  if (isAboveBlank) return { start: from, end: lineEnd + below.length, text: '' };
  if (isBelowBlank) return { start: from, end: lineEnd, text: '' };
  // What the range separated stays separate, except the items of a list.
  const next = /^[^\r\n]*/.exec(text.slice(lineEnd))![0];
  return {
    start: from,
    end: lineEnd,
    text: /^\s*(?:[-*+|#>]|\d+[.)])/.test(next) ? '' : eolNear(text, from),
  };
}

/** Dots, a statement that it is pending, or a placeholder, alone or as an item. */
const SAYS_NOTHING = /^\s*(?:(?:[-*+]|\d{1,3}[.)])\s+)?(?:\.{3,}|…|TBD|TODO|[[{<][^\n]*[\]}>]|YYYY-MM-DD)?\s*$/i;

/** The template's guidance for a slot without the question and placeholders; '' if there is no more. */
export function remainingGuidance({ ask, help, guidance }: Pick<Slot, 'ask' | 'help' | 'guidance'>): string {
  const asked = fold(`${ask} ${help}`);
  const isAsked = (line: string) => line.trim() !== '' && asked.includes(fold(line));
  const rest = guidance.split('\n').filter((line) => !isAsked(line));
  return rest.every((line) => SAYS_NOTHING.test(line)) ? '' : guidance;
}
