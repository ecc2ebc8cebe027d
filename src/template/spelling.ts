import { type Form, nameParts } from '../text/casing.ts';
import { hasLetterOrDigit, UnicodePattern } from '../text/unicode.ts';

const SNAKE = new UnicodePattern(String.raw`^[\p{Ll}\p{N}]+(?:_[\p{Ll}\p{N}]+)+$`);
const UPPER = new UnicodePattern(String.raw`^[\p{Lu}\p{N}]+(?:_[\p{Lu}\p{N}]+)+$`);
const KEBAB = new UnicodePattern(String.raw`^[\p{Ll}\p{N}]+(?:-[\p{Ll}\p{N}]+)+$`);
const CAMEL = new UnicodePattern(String.raw`^\p{Ll}[\p{L}\p{N}]*$`);
const PASCAL = new UnicodePattern(String.raw`^\p{Lu}[\p{L}\p{N}]*$`);
const CAPITAL = new UnicodePattern(String.raw`^\p{Lu}`);
const NOT_IN_NAME = new UnicodePattern(String.raw`[^\p{L}\p{N}_-]`);
const ENDS_IN_NAME = new UnicodePattern(String.raw`(?<=[\p{L}\p{N}_/-]|[\p{L}\p{N}]\.)$`);
const BEGINS_IN_NAME = new UnicodePattern(String.raw`^(?:[\p{L}\p{N}_/-]|\.[\p{L}\p{N}])`);
const MEMBER = new UnicodePattern(String.raw`^\.[\p{L}_{]`);

/** A token's name without its brackets: `component-name` of `{component-name}` and of `{{ component-name }}`. */
export function bareName(token: string): string {
  return token.replace(/^(?:\{+|<+|\[)\s*|\s*(?:\}+|>+|\])$/g, '');
}

/** The form that the spelling of a name of several words shows; null if it shows none: words, a single word. */
export function spelledForm(name: string): Form | null {
  if (nameParts(name).length < 2) return null;
  if (name.includes('_')) {
    if (SNAKE.test(name)) return 'snake';
    return UPPER.test(name) ? 'UPPER' : null;
  }
  if (name.includes('-')) return KEBAB.test(name) ? 'kebab' : null;
  if (CAMEL.test(name)) return 'camel';
  return PASCAL.test(name) ? 'Pascal' : null;
}

interface TokenPlace {
  text: string;
  at: number;
  /** It is in a fence, indented code or a code span. */
  code: boolean;
  /** Whether the template spells the name in no other way. */
  sole: boolean;
}

/**
 * The form in which a name replaces a token: the one that the token's spelling shows, else the one that fits its
 * surroundings. A name with only one spelling is written in prose as it was typed, because the identifier is only the
 * template author's way of writing it (judgement, rule 2).
 */
export function formOf(token: string, { text, at, code, sole }: TokenPlace): Form {
  const name = bareName(token);
  if (name === token || NOT_IN_NAME.test(name)) return 'as-typed';
  const apart = standsApart(text, at, at + token.length);
  const form = spelledForm(name);
  if (form) return sole && apart && !code ? 'as-typed' : form;
  if (token.startsWith('[')) return 'as-typed';
  // In angles and double braces words are left to the author, and a title in any bracket, except in code and longer
  // names.
  const isWords = /^(?:<|\{\{)/.test(token) || /^title$/i.test(name);
  if (isWords && apart && !code) return 'as-typed';
  if (name.length > 1 && name === name.toUpperCase())
    return code || touches(text, at, token.length, '_') ? 'UPPER' : 'as-typed';
  if (CAPITAL.test(name)) return code ? 'Pascal' : 'as-typed';
  if (touches(text, at, token.length, '_') || inPath(text, at, token.length)) return 'snake';
  return 'kebab';
}

/** Whether a range is not part of a longer name, path or address. */
function standsApart(text: string, start: number, end: number): boolean {
  return (
    !ENDS_IN_NAME.test(text.slice(Math.max(0, start - 2), start)) && !BEGINS_IN_NAME.test(text.slice(end, end + 2))
  );
}

function touches(text: string, at: number, length: number, char: string): boolean {
  return text[at - 1] === char || text[at + length] === char;
}

/** Whether the token is part of a dotted module path: `dynamo.{component}`, `{component}.client`. */
function inPath(text: string, at: number, length: number): boolean {
  return (
    (text[at - 1] === '.' && (text[at - 2] === '}' || hasLetterOrDigit(text[at - 2] ?? ''))) ||
    (MEMBER.test(text.slice(at + length, at + length + 2)) &&
      !/^\.(?:ya?ml|json|toml|md|py|ts|js|rs|go|sh|txt|proto)\b/.test(text.slice(at + length, at + length + 8)))
  );
}
