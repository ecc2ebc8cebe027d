/** The text without the characters of `before` at its start and those of `after` at its end. Linear, as no `+$` is. */
export function trimChars(text: string, before: string, after: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && before.includes(text[start]!)) start++;
  while (end > start && after.includes(text[end - 1]!)) end--;
  return text.slice(start, end);
}
