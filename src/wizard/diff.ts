import type { ShownLine } from './overlays/overlay.ts';

/** More cells than this and the middle is taken as replaced as a whole. */
const LARGEST = 4_000_000;
const AROUND = 2;

/** What changed from one text to another, line by line, with a little of what stands around it. */
export function changesBetween(before: string, after: string): ShownLine[] {
  const old = lines(before);
  const now = lines(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const middle = steps(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const same = (line: string): ShownLine => ({ text: `  ${line}`, tone: 'dim' });
  const all = [...old.slice(0, start).map(same), ...middle, ...old.slice(old.length - end).map(same)];
  return shortened(all);
}

/** How many lines were added and removed. */
export function countChanges(changes: readonly ShownLine[]): { added: number; removed: number } {
  const count = (tone: ShownLine['tone']) => changes.filter((line) => line.tone === tone).length;
  return { added: count('added'), removed: count('removed') };
}

function lines(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** The longest common subsequence, walked from the start. */
function steps(old: readonly string[], now: readonly string[]): ShownLine[] {
  const removed = (text: string): ShownLine => ({ text: `- ${text}`, tone: 'removed' });
  const added = (text: string): ShownLine => ({ text: `+ ${text}`, tone: 'added' });
  const width = now.length + 1;
  if ((old.length + 1) * width > LARGEST) return [...old.map(removed), ...now.map(added)];
  const common = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      common[i * width + j] =
        old[i] === now[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const found: ShownLine[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      found.push({ text: `  ${old[i]}`, tone: 'dim' });
      i++;
      j++;
    } else if (
      j >= now.length ||
      (i < old.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
    ) {
      found.push(removed(old[i++]!));
    } else found.push(added(now[j++]!));
  }
  return found;
}

/** Only what is near a change; what is left out is one line of dots. */
function shortened(all: readonly ShownLine[]): ShownLine[] {
  const near = all.map((_, index) =>
    all.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ tone }) => tone !== 'dim'),
  );
  const found: ShownLine[] = [];
  all.forEach((line, index) => {
    if (near[index]) found.push(line);
    else if (index > 0 && near[index - 1] && near.includes(true, index))
      found.push({ text: '  …', tone: 'dim' });
  });
  return found;
}
