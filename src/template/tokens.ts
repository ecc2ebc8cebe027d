import { inlineSpans } from '../markdown/inline.ts';
import { fold } from '../text/fold.ts';
import type { Range } from '../text/range.ts';
import { hasLetter, UnicodePattern } from '../text/unicode.ts';
import { Phrases } from './languages/index.ts';

/** A placeholder in a template: its range and exact text. */
export interface Token extends Range {
  text: string;
  /** Its brackets: `{…}`, `[…]`, `<…>`, `(…)`, or '' for a bare stub such as YYYY-MM-DD or @username. */
  bracket: '{' | '[' | '<' | '(' | '';
  /** The text between the brackets, folded. */
  inner: string;
}

/** A text without all of the given tokens. */
export function withoutTokens(text: string, tokens: readonly string[]): string {
  return tokens.reduce((rest, token) => rest.replaceAll(token, ''), text);
}

const FILL_IN = new Phrases('fillIn');
const OPTIONAL = new Phrases('optional');
const REQUIRED = new Phrases('required');
const FIELD = new Phrases('fieldNames');
const HANDLE = new Phrases('exampleHandles');
const BARE = new UnicodePattern(
  String.raw`[Hh]{2}:[Mm]{2}(?::[Ss]{2})?(?![\w:])|YYYY[-/]MM[-/]DD|\bYYYY-MM\b|\bN{3,}\b|\bn{4,}\b|\bX{3,}\b|[○〇◯]{2,}|[△▲×]{2,}|(?<![\p{L}\p{N}])O{3,}(?!\p{sc=Latin})|某某|(?<![\p{L}\p{N}])XX(?=\p{sc=Han})|(?<![\w\\])(?:\\?_){3,}(?!\w)`,
  'y',
);
/** A version in letters: X.X.X, vX.Y, 1.X.X, x.y.z; never a member of something (`point.x.y`). */
const VERSION_FORM = new UnicodePattern(
  String.raw`(?<![\p{L}\p{N}_]|[\p{L}_)\]]\.)v?(?:\d+\.)*(?:[XYZ](?:\.[XYZ])+|[xyz](?:\.[xyz])+|[NMn](?:\.[NMn])+)(?![\p{L}\p{N}_])`,
  'y',
);
/** A date pattern in letters, in any language: TT.MM.JJJJ, JJ/MM/AAAA, AAAA-MM-JJ; in lower case only in English. */
const DATE_FORM = new UnicodePattern(
  String.raw`(?<![\p{L}\p{N}])(?:(\p{Lu})\1([./-])(\p{Lu})\3\2(\p{Lu})\4{3}|(\p{Lu})\5{3}([./-])(\p{Lu})\7\6(\p{Lu})\8|dd([./-])mm\9yyyy|yyyy-mm-dd)(?![\p{L}\p{N}])`,
  'y',
);
/** Where a placeholder may begin: a bracket, a version, a doubled letter or sign, a line to write on. */
const START =
  /[{[<(]|v(?=[XYZxyzNMn\d])|[XYZxyzNMn](?=\.)|\d(?=[\d.])|([A-Zdhny_\x80-\uffff])(?=\1)|\\(?=_)|(?<![\w.@/])@(?=\w)/g;
const KNOWN_HTML =
  /^\/?(?:a|abbr|b|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|figure|figcaption|font|h[1-6]|hr|i|img|input|ins|kbd|li|mark|ol|p|picture|pre|q|s|samp|small|source|span|strike|strong|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|u|ul|var|video)(?:[\s/].*)?$/i;

const NAME_IN_CODE = new UnicodePattern(String.raw`^[\p{L}_][\p{L}\p{N}_ /|.-]*$`);
/** The text between the outer braces of `{{ name }}`. */
const DOUBLED_IN_CODE = new UnicodePattern(String.raw`^\{\s*[\p{L}_][\p{L}\p{N}_ .-]*\}$`);
const ANGLES_IN_CODE = new UnicodePattern(String.raw`^[\p{L}\p{N} _|/-]+$`);

const CLOSE = { '{': '}', '[': ']', '<': '>', '(': ')' } as const;
type Open = keyof typeof CLOSE;
type Closes = (open: Open) => ReadonlyMap<number, number>;

/** The greatest length of a placeholder, in UTF-16 code units. */
const LONGEST = 400;

/** How to look for placeholders. */
interface TokenOptions {
  /** The text is code. */
  literal?: boolean;
  /** The normalised labels of the document's link definitions: `[label]` is a link then. */
  labels?: ReadonlySet<string>;
}

/**
 * The placeholders of a template's text between two offsets. Brackets count outside code spans and comments, unless
 * they are a link, reference, footnote, task box or interval; in code (`literal`) only `{…}` and `<…>` count.
 */
export function tokensIn(text: string, range: Range, { literal = false, labels }: TokenOptions = {}): Token[] {
  const tokens: Token[] = [];
  const shown = text.slice(range.start, range.end + 1);
  /** The first place from an offset on where one may begin. */
  const next = (from: number): number => {
    START.lastIndex = from - range.start;
    return START.test(shown) ? Math.min(range.start + START.lastIndex - 1, range.end) : range.end;
  };
  let at = next(range.start);
  if (at === range.end) return tokens;
  const spans = literal ? [] : inlineSpans(text, range, labels);
  const closes = closesIn(text, range);
  let span = 0;
  while (at < range.end) {
    while (span < spans.length && spans[span]!.end <= at) span++;
    const inside = spans[span] && spans[span]!.start <= at ? spans[span]! : null;
    if (
      inside &&
      (inside.kind === 'comment' || inside.kind === 'link' || inside.kind === 'image' || inside.kind === 'autolink')
    ) {
      at = next(inside.end);
      continue;
    }
    const token = tokenAt(text, at, closes, literal || inside?.kind === 'code');
    if (token) tokens.push(token);
    at = next(token?.end ?? at + 1);
  }
  return tokens;
}

function tokenAt(text: string, at: number, closes: Closes, code: boolean): Token | null {
  const char = text[at]!;
  if (char === '{') {
    if (isInterpolation(text, at, code) || isRouteParameter(text, at) || isInFormula(text, at)) return null;
    return bracketed(
      text,
      at,
      closes,
      '{',
      (inner) => !code || NAME_IN_CODE.test(inner) || DOUBLED_IN_CODE.test(inner),
    );
  }
  if (char === '[' && !code) {
    return bracketed(text, at, closes, '[', (inner, close) => isBracketStub(text, inner, close));
  }
  if (char === '<') {
    const from = text[at + 1] === '<' ? at + 1 : at;
    const token = bracketed(text, from, closes, '<', (inner) =>
      code ? isAngleStub(inner) && ANGLES_IN_CODE.test(inner) : isAngleStub(inner),
    );
    if (!token) return null;
    const doubled = from > at && text[token.end] === '>';
    return doubled ? { ...token, start: at, end: token.end + 1, text: text.slice(at, token.end + 1) } : token;
  }
  if (char === '(' && !code)
    return FILL_IN.restAfter(text.slice(at + 1, at + 40)) !== null
      ? bracketed(text, at, closes, '(', () => true)
      : null;
  if (char === '@' && !code) return handleAt(text, at);
  const version = code ? null : formAt(VERSION_FORM, text, at);
  if (version) return { start: at, end: at + version[0].length, text: version[0], bracket: '', inner: version[0] };
  // Each of them begins with a doubled letter, or with a line to write on.
  if (char === text[at + 1] ? !(code && char === '_') : char === '\\' && !code) {
    const bare = formAt(BARE, text, at) ?? formAt(DATE_FORM, text, at);
    if (bare) return { start: at, end: at + bare[0].length, text: bare[0], bracket: '', inner: bare[0] };
  }
  return null;
}

/** The handle of an example at an `@`: `@you`, `@username`; never the scope of a package. */
function handleAt(text: string, at: number): Token | null {
  const [whole, inner = ''] = /^@([\w-]{1,39})(?![\w/])/.exec(text.slice(at, at + 42)) ?? [];
  if (!whole || !HANDLE.isWhole(inner)) return null;
  return { start: at, end: at + whole.length, text: whole, bracket: '', inner: fold(inner) };
}

/**
 * Whether a brace is a language's own syntax for inserting a value: `${HOST}`, `#{host}`, `%{host}`, a second brace.
 */
export function isInterpolation(text: string, at: number, code: boolean): boolean {
  return (code ? /[$#%@{]/ : /[${]/).test(text[at - 1] ?? '');
}

/** Whether a brace groups signs of a formula in one line: "$\\mathcal{L}_{adr}$". */
function isInFormula(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_FORMULA), at);
  if (!/[_^}]$|\\[a-zA-Z]+$/.test(before.slice(-BEFORE_BRACE))) return false;
  const dollars = before.slice(before.lastIndexOf('\n') + 1).match(/(?<!\\)\$/g)?.length ?? 0;
  return dollars % 2 === 1 && /^[^\n$]*\$/.test(text.slice(at, at + LONGEST_FORMULA));
}

/** The most characters that are read on each side of a brace, so that a long line takes linear time. */
const LONGEST_FORMULA = 300;

/** The most signs of a command before its brace. */
const BEFORE_BRACE = 20;

/** A route's parameter in braces after a slash: `/exports/{id}`, `/{userId}/files`; not in an address with a scheme. */
const ROUTE_PARAMETER = new UnicodePattern(
  String.raw`\{(?:id|uuid|guid|slug|[\p{L}\p{N}]+(?:_id|-id|Id|ID|_uuid|Uuid))\}(?=[\s/\x60"',;:?)\]|]|$)`,
  'y',
);

function isRouteParameter(text: string, at: number): boolean {
  if (text[at - 1] !== '/') return false;
  if (!formAt(ROUTE_PARAMETER, text, at)) return false;
  const route = /[^\s`"'(|]*$/.exec(text.slice(Math.max(0, at - 200), at))![0];
  return route.startsWith('/');
}

/** The most characters of such a form, and those before it that decide whether it is one. */
const LONGEST_FORM = 100;
const BEFORE_FORM = 2;

function formAt(form: UnicodePattern, text: string, at: number): RegExpExecArray | null {
  const start = Math.max(0, at - BEFORE_FORM);
  const near = text.slice(start, at + LONGEST_FORM);
  const here = form.for(near);
  here.lastIndex = at - start;
  return here.exec(near);
}

function bracketed(
  text: string,
  at: number,
  closes: Closes,
  open: Open,
  accept: (inner: string, closeAt: number) => boolean,
): Token | null {
  const close = closes(open).get(at);
  if (close === undefined || close >= at + LONGEST) return null;
  const raw = text.slice(at + 1, close);
  const inner = fold(raw.replace(/\\$/, ''));
  if (inner === '' || /\n\s*\n/.test(raw) || !accept(inner, close)) return null;
  // The backslash that escapes the first bracket goes with it.
  const start = text[at - 1] === '\\' && raw.endsWith('\\') ? at - 1 : at;
  return { start, end: close + 1, text: text.slice(start, close + 1), bracket: open, inner };
}

/**
 * Where each opening bracket of a kind between two offsets is closed. One pass finds them all when the kind is first
 * asked for, so thousands of unclosed brackets cost no more.
 */
function closesIn(text: string, { start, end }: Range): Closes {
  const found = new Map<Open, Map<number, number>>();
  return (open) => {
    const known = found.get(open);
    if (known) return known;
    const closes = new Map<number, number>();
    const opened: number[] = [];
    const either = new RegExp(`[\\${open}\\${CLOSE[open]}]`, 'g');
    const within = text.slice(start, end);
    while (either.test(within)) {
      const at = start + either.lastIndex - 1;
      if (text[at] === open) opened.push(at);
      else if (opened.length > 0) closes.set(opened.pop()!, at);
    }
    found.set(open, closes);
    return closes;
  };
}

/** Whether an offset is on a heading's line: there, a bracket before a colon defines no link. */
export function isInHeading(text: string, at: number): boolean {
  return text[text.lastIndexOf('\n', at) + 1] === '#';
}

function isBracketStub(text: string, inner: string, close: number): boolean {
  const next = text[close + 1];
  if (next === '(' || next === '[' || (next === ':' && !isInHeading(text, close))) return false;
  // A bold word in brackets that is explained right after it is a term.
  if (/^\*\*\s?:/.test(text.slice(close + 1, close + 4))) return false;
  if (/^[ xX]?$/.test(inner) || inner.startsWith('^') || inner.startsWith('!')) return false;
  // References, intervals, short tags ([P], [US1]) and optional marks are not blanks.
  if (/^[A-Z]{1,10}-\d+$/.test(inner) || /^[\d.,\s;+-]*\d[\d.,\s;+-]*$/.test(inner)) return false;
  if (/^[A-Z]{1,3}\d*$/.test(inner) && !FIELD.isWhole(inner)) return false;
  if (OPTIONAL.isWhole(inner) || REQUIRED.isWhole(inner) || isRepository(text, inner)) return false;
  return hasLetter(inner) || /^[.…]+$/.test(inner);
}

/** Whether a text is the name of a repository (`owner/name`) whose owner occurs in an address. */
function isRepository(text: string, inner: string): boolean {
  const owner = /^([\w.-]+)\/[\w.-]+$/.exec(inner)?.[1];
  return owner !== undefined && new RegExp(`://[^\\s/]+/${owner.replaceAll('.', '\\.')}/`, 'i').test(text);
}

const LETTER_FIRST = new UnicodePattern(String.raw`^\p{L}`);

function isAngleStub(inner: string): boolean {
  if (KNOWN_HTML.test(inner) || /^[a-z][a-z0-9+.-]*:\S*$/i.test(inner) || /^\S+@\S+$/.test(inner)) return false;
  return LETTER_FIRST.test(inner);
}

/** Whether a text begins with a date pattern in letters: YYYY-MM-DD, dd.mm.yyyy, TT.MM.JJJJ. */
export function isDateForm(text: string): boolean {
  return text.startsWith('YYYY') || formAt(DATE_FORM, text, 0) !== null;
}

/** Whether a whole cell, item or value is only dots: "something goes here" or "more of these". */
export function isDots(text: string): boolean {
  return /^[`*_]*(?:\.{3,}|…)[`*_]*$/.test(text);
}
