/** How the parts of a tag may be set apart: `line` stays on one line, `text` may go on behind a line end. */
export type TagSpace = 'line' | 'text';

/**
 * The end of the complete open or closing tag (CommonMark 6.6) that starts with the `<` at `at`, or -1. As in remark's
 * HTML blocks, an unquoted attribute value on one line ends before a `/`. Linear.
 */
export function htmlTagEnd(text: string, at: number, end: number, space: TagSpace): number {
  const code = (offset: number) => (offset < end ? text.charCodeAt(offset) : -1);
  const skip = (offset: number) => {
    let to = offset;
    while (to < end && isBetween(code(to), space)) to++;
    return to;
  };
  let next = at + 1;
  const closing = code(next) === 47;
  if (closing) next++;
  if (!isLetter(code(next))) return -1;
  while (isLetter(code(next)) || isDigit(code(next)) || code(next) === 45) next++;
  if (closing) {
    next = skip(next);
    return code(next) === 62 ? next + 1 : -1;
  }
  for (;;) {
    const name = skip(next);
    if (code(name) === 62) return name + 1;
    if (code(name) === 47) return code(name + 1) === 62 ? name + 2 : -1;
    if (name === next || !isNameStart(code(name))) return -1;
    next = name + 1;
    while (isNameRest(code(next))) next++;
    const equals = skip(next);
    if (code(equals) !== 61) continue;
    const value = skip(equals + 1);
    const quote = code(value);
    if (quote === 34 || quote === 39) {
      next = value + 1;
      while (next < end && code(next) !== quote) {
        if (space === 'line' && (code(next) === 10 || code(next) === 13)) return -1;
        next++;
      }
      if (next === end) return -1;
      next++;
    } else {
      next = value;
      while (next < end && isUnquoted(code(next), space)) next++;
      if (next === value) return -1;
    }
  }
}

function isBetween(code: number, space: TagSpace): boolean {
  return code === 32 || code === 9 || (space === 'text' && (code === 10 || code === 13));
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isNameStart(code: number): boolean {
  return isLetter(code) || code === 95 || code === 58;
}

function isNameRest(code: number): boolean {
  return isNameStart(code) || isDigit(code) || code === 46 || code === 45;
}

function isUnquoted(code: number, space: TagSpace): boolean {
  if (code === 47) return space === 'text';
  return !(
    isBetween(code, 'text') ||
    code === 34 ||
    code === 39 ||
    code === 60 ||
    code === 61 ||
    code === 62 ||
    code === 96
  );
}
