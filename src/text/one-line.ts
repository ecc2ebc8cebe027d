/**
 * A text on one line: each run of blanks and line breaks that holds a line break becomes one space, other blanks stay. Takes
 * time in proportion to the length, which a pattern for blanks before a line break does not.
 */
export function onOneLine(text: string): string {
  return /[\r\n]/.test(text)
    ? text.replace(/\s+/g, (blanks) => (/[\r\n]/.test(blanks) ? ' ' : blanks))
    : text;
}
