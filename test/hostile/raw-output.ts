import { SEQUENCES } from './corpus.ts';

/**
 * What our own program sends to a terminal: styles, cursor and screen, modes, links to addresses without controls, the
 * question for the background (ECMA-48 and xterm's control sequences).
 */
const OWN =
  /\x1b\[[\d;]*[ABCDEFGHJKm]|\x1b\[\?(?:7|25|1000|1004|1006|1049|2004|2026)[hl]|\x1b\]8;;[!-~]*\x1b\\|\x1b\]11;\?\x1b\\\x1b\[c|\x1b\[[<>=?][\d;]*u|\r|\n/g;
const ACTED_ON = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** Sequences by what they do, each with a letter behind it that tells it from one of our own. */
export const TELLING: readonly string[] = Object.values(SEQUENCES).map((sequence) => `${sequence}ÿ`);

/** The first thing in the raw output of a terminal that is not our own, with what stands around it; '' where nothing is. */
export function foreign(raw: string): string {
  for (const sequence of TELLING)
    if (ACTED_ON.test(sequence) && raw.includes(sequence)) return JSON.stringify(sequence);
  const rest = raw.replace(OWN, ' ');
  const found = ACTED_ON.exec(rest);
  return found ? JSON.stringify(rest.slice(Math.max(0, found.index - 40), found.index + 40)) : '';
}
