import { type Part, partsOf } from '../../../markdown/parts.ts';
import { excerpt } from '../../../text/fold.ts';
import { firstIndex } from '../../../text/group.ts';
import { positionAt } from '../../../text/lines.ts';
import type { Range } from '../../../text/range.ts';
import { isPutOff, isTemplateText } from '../../own-sections.ts';
import type { Reading } from '../../reading.ts';
import type { AdviceRule } from '../advice.ts';

/** "TBD", or a placeholder of the template's, stands where the template asks nothing, so that it is no gap (rule 19). */
export const stillOpen: AdviceRule = {
  id: 'still-open',
  severity: 'warning',
  fix: 'Write it, or take it out.',
  find(reading) {
    const { document, template, mark } = reading;
    const isJudged = insideOneOf(
      reading.slots.flatMap(({ range, evidence }) => [range ?? [], evidence ?? []].flat()),
    );
    const open = document.sections
      .flatMap(({ blocks }) => partsOf(document.text, blocks))
      .filter(({ start }) => !(mark && start >= mark.start))
      .flatMap(piecesOf)
      .filter(({ text }) => text !== '')
      .filter((piece) => !isJudged(piece))
      .filter(({ text }) => isPutOff(text) || isTemplateText(template, text));
    return open.map(({ start, text }) => ({
      place: placeOf(reading, start),
      line: positionAt(document.starts, start).line,
      message: `“${excerpt(text, 40)}” still stands here`,
    }));
  },
};

/** Returns a test of whether a range lies within one of `ranges`. An empty range counts as one character long. */
function insideOneOf(ranges: readonly Range[]): (range: Range) => boolean {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  // The furthest end of the ranges up to each index.
  const reach: number[] = [];
  for (const { start, end } of sorted) reach.push(Math.max(reach.at(-1) ?? 0, end, start + 1));
  return ({ start, end }) => {
    const behind = firstIndex(sorted.length, (index) => sorted[index]!.start > start);
    return behind > 0 && end <= reach[behind - 1]!;
  };
}

/** What a reader takes for one statement: a paragraph, an item, a value behind a label, a cell. */
function piecesOf(part: Part): (Range & { text: string })[] {
  switch (part.form) {
    case 'prose':
      return part.labels.length > 0 ? part.labels.map(({ value, text }) => ({ ...value, text })) : [part];
    case 'list':
      return part.items.map(({ label, ...item }) => (label ? { ...label.value, text: label.text } : item));
    case 'table':
      return part.rows.flatMap(({ cells }) => cells);
    default:
      return [];
  }
}

/** The section of the template in which an offset lies; '' where it lies in none. */
function placeOf({ sections }: Reading, offset: number): string {
  const around = sections.filter(({ found }) => found && found.start <= offset && offset < found.end);
  return around.at(-1)?.id ?? '';
}
