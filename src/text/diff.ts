import { diffArrays } from 'diff';

/** A line of a diff, with its sign. */
interface DiffLine {
  text: string;
  tone: 'dim' | 'added' | 'removed';
}

/** If more lines than this are added and removed, the texts are shown one below the other. */
const MAX_EDITS = 2_000;
/** The number of lines shown around a change. */
const AROUND = 2;

/** The changes from one text to another, line by line, with a few lines of context. */
export function changesBetween(before: string, after: string): DiffLine[] {
  return shortened(steps(lines(before), lines(after)));
}

/** The numbers of added and removed lines. */
export function countChanges(changes: readonly DiffLine[]): { added: number; removed: number } {
  const count = (tone: DiffLine['tone']) => changes.filter((line) => line.tone === tone).length;
  return { added: count('added'), removed: count('removed') };
}

function lines(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** The lines of both texts in order, removed ones before added ones; all lines of both if too many differ. */
function steps(old: string[], now: string[]): DiffLine[] {
  const removed = (text: string): DiffLine => ({ text: `- ${text}`, tone: 'removed' });
  const added = (text: string): DiffLine => ({ text: `+ ${text}`, tone: 'added' });
  const parts = diffArrays(old, now, { maxEditLength: MAX_EDITS });
  if (!parts) return [...old.map(removed), ...now.map(added)];
  return parts.flatMap((part) =>
    part.value.map((line) =>
      part.removed ? removed(line) : part.added ? added(line) : { text: `  ${line}`, tone: 'dim' as const },
    ),
  );
}

/** The lines near a change; the others become one line of dots. */
function shortened(all: readonly DiffLine[]): DiffLine[] {
  const near = all.map((_, index) =>
    all.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ tone }) => tone !== 'dim'),
  );
  const found: DiffLine[] = [];
  all.forEach((line, index) => {
    if (near[index]) found.push(line);
    else if (index > 0 && near[index - 1] && near.includes(true, index)) found.push({ text: '  …', tone: 'dim' });
  });
  return found;
}
