/** The text without the characters of `before` at its start and those of `after` at its end. Linear, as no `+$` is. */
export function trimChars(text: string, before: string, after: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && before.includes(text[start]!)) start++;
  while (end > start && after.includes(text[end - 1]!)) end--;
  return text.slice(start, end);
}

/** The text without blank lines before it and blanks or line ends behind it, in linear time. `\n` ends a line. */
export function trimBlank(text: string): string {
  return trimChars(text.replace(/^(?:[ \t]*\n)+/, ''), '', ' \t\n');
}
