import { Leaving } from '../leaving.ts';
import type { Prompter } from '../prompter.ts';

/**
 * Collects whatever `ask` gives until it gives null. Where the walk is left half-way, what was collected counts: the
 * author's words are kept, and the next question leaves.
 */
export async function collect<T>(ask: (index: number) => Promise<T | null>): Promise<T[]> {
  const found: T[] = [];
  for (;;) {
    try {
      const one = await ask(found.length);
      if (one === null) return found;
      found.push(one);
    } catch (error) {
      if (error instanceof Leaving && found.length > 0) return found;
      throw error;
    }
  }
}

/**
 * Asks for text of several lines, up to a line that holds only a full stop, or an empty first line. Lines pasted at once
 * are lines of the text; a full stop in the last of them ends it.
 */
export async function askText(asker: Prompter): Promise<string> {
  asker.say('Several lines; a line with only a full stop ends them.');
  let count = 0;
  let isEnded = false;
  const lines = await collect(async (index) => {
    if (isEnded) return null;
    const given = await asker.line(`Line ${count + 1}`, { block: true });
    if (given === '.' || (index === 0 && given === '')) return null;
    isEnded = given.endsWith('\n.');
    const text = isEnded ? given.slice(0, -'\n.'.length) : given;
    count += text.split('\n').length;
    return text;
  });
  return lines.join('\n').trimEnd();
}
