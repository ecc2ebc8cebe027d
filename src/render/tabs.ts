/** How far apart tab stops are, in columns. */
const STOP = 4;

/** The text with tabs as the blanks that reach the next stop; `column` is where the text begins, from 0. */
export function expandTabs(text: string, column = 0): string {
  if (!text.includes('\t')) return text;
  let result = '';
  for (const part of text.split(/(\t)/)) {
    if (part === '\t') result += ' '.repeat(STOP - ((column + result.length) % STOP));
    else result += part;
  }
  return result;
}
