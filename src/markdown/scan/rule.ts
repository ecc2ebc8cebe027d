import { isSpace, type Line } from './line.ts';

/** Whether what is left of a line is a thematic break (CommonMark 4.1): three or more of `-`, `_` or `*`. */
export function isRule(line: Line): boolean {
  const marker = line.code;
  if (marker !== 42 && marker !== 45 && marker !== 95) return false;
  let count = 0;
  for (let at = line.first; at < line.end; at++) {
    const code = line.text.charCodeAt(at);
    if (code === marker) count++;
    else if (!isSpace(code)) return false;
  }
  return count >= 3;
}
