import { trimChars } from './trim-of.ts';

/** The text without blank lines before it and blanks or line ends behind it, in linear time. `\n` ends a line. */
export function trimBlank(text: string): string {
  return trimChars(text.replace(/^(?:[ \t]*\n)+/, ''), '', ' \t\n');
}
