import { pathOf, questionsOf } from '../interview/questions.ts';
import type { Reading, SlotReading } from '../judge/reading.ts';
import type { Value } from '../template/slot.ts';

/** What is said before a question is asked: where it stands, the question, what helps, and what stands there now. */
export function questionLines(reading: Reading, slot: SlotReading): string[] {
  const { slot: asked, value, message } = slot;
  const all = questionsOf(reading);
  const number = all.findIndex(({ id }) => id === slot.id) + 1;
  return [
    `${placeOf(reading, slot)}, question ${number} of ${all.length}`,
    asked.ask,
    ...part('', asked.help),
    ...part('The template says:', asked.guidance),
    ...part('An example:', asked.example),
    ...(value !== null ? part('So far:', shown(value)) : []),
    ...(value !== null && message ? [message] : []),
  ];
}

/** Where a question stands: the titles that lead to it. */
export function placeOf(reading: Reading, slot: SlotReading): string {
  return pathOf(reading, slot).join(' › ');
}

function part(title: string, text: string): string[] {
  if (text.trim() === '') return [];
  const lines = text
    .trim()
    .split(/\r\n|\n|\r/)
    .map((line) => `  ${line}`);
  return title === '' ? lines : [title, ...lines];
}

/** A value as lines to read, indented. */
export function valueLines(value: Value): string[] {
  return part('', shown(value));
}

/** A value as lines of text. */
function shown(value: Value): string {
  if (typeof value === 'string') return value;
  return value
    .map((one) => {
      if (typeof one === 'string') return `- ${one}`;
      if (Array.isArray(one)) return one.join(' | ');
      return `[${one.done ? 'x' : ' '}] ${one.text}`;
    })
    .join('\n');
}
