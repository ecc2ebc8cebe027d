import type { Heading } from '../blocks.ts';
import { isSpace, type Line, trimEnd } from './line.ts';

const HASH = 35;

/** The ATX heading in what is left of a line (CommonMark 4.2), or null. */
export function atxHeading(line: Line): Heading | null {
  const { text, end } = line;
  if (line.code !== HASH) return null;
  let at = line.first;
  while (at < end && text.charCodeAt(at) === HASH) at++;
  const level = at - line.first;
  if (level > 6 || (at < end && !isSpace(text.charCodeAt(at)))) return null;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  let stop = trimEnd(text, { start: at, end });
  let hash = stop;
  while (hash > at && text.charCodeAt(hash - 1) === HASH) hash--;
  // A closing sequence stands alone or behind a space.
  if (hash === at) stop = at;
  else if (isSpace(text.charCodeAt(hash - 1))) stop = trimEnd(text, { start: at, end: hash });
  return {
    kind: 'heading',
    level: level as Heading['level'],
    setext: false,
    content: { start: at, end: stop },
    start: line.first,
    end,
  };
}

/** The level that a setext underline gives (CommonMark 4.3), or null where what is left of a line is none. */
export function setextLevel(line: Line): 1 | 2 | null {
  const marker = line.code;
  if (marker !== 61 && marker !== 45) return null;
  const { text, end } = line;
  let at = line.first;
  while (at < end && text.charCodeAt(at) === marker) at++;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at < end ? null : marker === 61 ? 1 : 2;
}
