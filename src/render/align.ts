/** A stretch of a text and the stretch of source that stands for it; equally long ones correspond unit by unit. */
export interface Aligned {
  text: string;
  from: number;
  to: number;
}

const REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/y;

/**
 * Which part of `source` stands for which part of `value`, the text that Markdown reads in it: escapes, character
 * references and dropped blanks are accounted for. Offsets are into `source`.
 */
export function alignText(source: string, value: string): Aligned[] {
  if (source === value) return [{ text: value, from: 0, to: source.length }];
  const found: Aligned[] = [];
  const add = (text: string, from: number, to: number) => {
    const last = found.at(-1);
    if (last && last.to === from && last.to - last.from === last.text.length && to - from === text.length) {
      last.text += text;
      last.to = to;
    } else found.push({ text, from, to });
  };
  let at = 0;
  let read = 0;
  while (read < value.length) {
    if (at >= source.length) {
      add(value.slice(read), source.length, source.length);
      break;
    }
    const next = value[read]!;
    if (source[at] === '\\' && source[at + 1] === next && /[!-/:-@[-`{-~]/.test(next)) {
      add(next, at, at + 2);
      at += 2;
      read++;
    } else if (
      source[at] === '&' &&
      reference(source, at) &&
      !value.startsWith(reference(source, at), read)
    ) {
      const length = reference(source, at).length;
      const character = String.fromCodePoint(value.codePointAt(read)!);
      add(character, at, at + length);
      at += length;
      read += character.length;
    } else if (source[at] === next) {
      add(next, at, at + 1);
      at++;
      read++;
    } else if (/\s/.test(source[at]!)) {
      at++;
    } else {
      add(value.slice(read), at, source.length);
      break;
    }
  }
  return found;
}

/** The character reference at an offset, or ''. */
function reference(source: string, at: number): string {
  REFERENCE.lastIndex = at;
  return REFERENCE.exec(source)?.[0] ?? '';
}
