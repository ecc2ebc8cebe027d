import type { Choice, Choose, Question } from './overlay.ts';

/** Asks for one of a few ways on. */
export function choose(
  about: Question,
  title: string,
  lines: readonly string[],
  options: readonly Choice[],
): Choose {
  return { kind: 'choose', about, title, lines, options, at: 0 };
}
