import { withoutCallout } from './phrasing.ts';

const ABBREVIATION = /\b(?:e\.g|i\.e|etc|vs|cf|approx|resp|incl|no|fig)\.$/i;

/** The sentences of a text, white space folded: an abbreviation, a dot in a word and what stands in parentheses end none. */
export function sentences(text: string): string[] {
  const found: string[] = [];
  for (const paragraph of text.split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d{1,3}[.)])\s)/)) {
    const line = paragraph.replace(/\s+/g, ' ').trim();
    let start = 0;
    let depth = 0;
    for (let at = 0; at < line.length; at++) {
      const char = line[at]!;
      if (char === '(') depth++;
      else if (char === ')') depth = Math.max(0, depth - 1);
      if (!/[.?!]/.test(char) || depth > 0 || !/^["'”’)*_`\]]*(?:\s|$)/.test(line.slice(at + 1, at + 6)))
        continue;
      if (char === '.' && ABBREVIATION.test(line.slice(start, at + 1))) continue;
      const end = at + 1 + /^["'”’)*_`\]]*/.exec(line.slice(at + 1))![0].length;
      found.push(line.slice(start, end).trim());
      start = end;
    }
    found.push(line.slice(start).trim());
  }
  return found.filter((sentence) => sentence !== '');
}

/** A text without the marks around it: emphasis, list markers, backslashes, and brackets that enclose all of it. */
export function withoutMarks(text: string): string {
  let bare = withoutCallout(text)
    .trim()
    .replace(/^(?:[-*+]|\d{1,3}[.)])\s+/, '')
    .replace(/\\(?=[<>[\]{}()*_])/g, '');
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare.replace(/^(\*{1,3}|_{1,3}|["'“‘])(.*?)(?:\1|["'”’])$/s, '$2').trim();
    if (/^\[[^[\]]*\]$|^\{[^{}]*\}$|^<[^<>]*>$|^\([^()]*\)$/s.test(bare)) bare = bare.slice(1, -1).trim();
  }
  return bare.replace(/\*\*|__/g, '');
}
