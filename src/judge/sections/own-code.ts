import type { Document } from '../../markdown/document.ts';
import { codeRanges } from '../../markdown/inline.ts';
import { words } from '../../text/fold.ts';
import { lineStartAt } from '../../text/lines.ts';
import type { Range } from '../../text/range.ts';

/** Languages in which a value in braces is put into the page. */
const MARKUP = /^(?:jsx|tsx|javascript|js|typescript|ts|vue|svelte|astro|html)$/;
/** Languages in which a value in double braces is. */
const TEMPLATING =
  /^(?:jinja2?|j2|twig|liquid|hbs|handlebars|mustache|vue|svelte|html|angular|helm|gotmpl|go-?template|tmpl|gohtml)$/;
/** What stands before a value in a string of Python, C# or Rust. */
const IN_STRING =
  /(?:(?<![\p{L}\p{N}_])[fF]|\$)(["'])(?:(?!\1).)*$|(?:format|print|println|eprintln|write|writeln|panic|info|warn|error|debug)!\([^"]*"[^"]*$/u;

/** What stands further before a place on its line, in UTF-16 code units, does not tell what it is. */
const FAR = 300;

/**
 * The places of a variable's tokens without those in code that is the author's own: a parameter of a route, an
 * interpolated string, an expression in markup, in a line that is like none of the template's with the name in it.
 */
export function withoutOwnCode(
  document: Document,
  places: readonly Range[],
  tokens: readonly string[],
  template: string,
): Range[] {
  if (places.length === 0) return [];
  const { text } = document;
  const code = codeRanges(document, places);
  let known: ReadonlySet<string>[] | null = null;
  return places.filter((place) => {
    const line = lineAt(text, place);
    const before = text.slice(Math.max(line.start, place.start - FAR), place.start);
    const inside = code.find(({ start, end }) => start <= place.start && place.end <= end);
    const token = text.slice(place.start, place.end);
    const isCode =
      isInRoute(text, before, place) ||
      (inside !== undefined &&
        (IN_STRING.test(before) ||
          (token.startsWith('{{')
            ? TEMPLATING.test(inside.language)
            : MARKUP.test(inside.language) && /[=>(,:]\s*$/.test(before))));
    if (!isCode) return true;
    known ??= linesWith(template, tokens);
    return known.some((theirs) => isAlike(theirs, wordsBeside(text.slice(line.start, line.end), tokens)));
  });
}

/** Whether a place is a whole segment of a path that begins with a slash: `/exports/{id}`; an address has a host. */
function isInRoute(text: string, before: string, place: Range): boolean {
  if (!before.endsWith('/') || /[^\s/`"',;:?)\]|]/.test(text[place.end] ?? ' ')) return false;
  return /[^\s`"'(|]*$/.exec(before)![0].startsWith('/');
}

/** The words beside the name in each line of a template that holds it. */
function linesWith(template: string, tokens: readonly string[]): ReadonlySet<string>[] {
  return template
    .split(/\r\n|\n|\r/)
    .filter((line) => tokens.some((token) => line.includes(token)))
    .map((line) => wordsBeside(line, tokens));
}

function wordsBeside(line: string, tokens: readonly string[]): ReadonlySet<string> {
  return new Set(words(tokens.reduce((rest, token) => rest.split(token).join(' '), line)));
}

/** Whether a line still has half of the words of the template's. */
function isAlike(theirs: ReadonlySet<string>, mine: ReadonlySet<string>): boolean {
  if (theirs.size === 0) return mine.size === 0;
  return [...theirs].filter((word) => mine.has(word)).length * 2 >= theirs.size;
}

function lineAt(text: string, { start, end }: Range): Range {
  const rest = /[\r\n]/.exec(text.slice(end));
  return { start: lineStartAt(text, start), end: rest ? end + rest.index : text.length };
}
