import { foldCase } from '../../text/fold.ts';
import { BoundedCache } from '../../text/memo.ts';

/**
 * The scripts that languages are written in, by what tells that a text has some of it: most texts have one. The first is
 * that of all languages in none of the others.
 */
export const SCRIPTS = [
  /[a-z0-9\u00c0-\u03ff\u0500-\u2fff\ua000-\uabff\ufb00-\ufefe]/,
  /[\u0400-\u04ff]/,
  /[\u3000-\u9fff\uf900-\ufaff]/,
  /[\uac00-\ud7af]/,
];

/** What words are made of, in scripts that part them: a few ranges compile in no time, which `\\p{L}` does not. */
export const IN_WORD = '[a-z0-9\\u00aa\\u00b5\\u00ba\\u00c0-\\u1fff\\uac00-\\ud7af]';
const WORD = new RegExp(`${IN_WORD}+`, 'g');
const WORD_START = new RegExp(`^${IN_WORD}`);

export function beginsWord(text: string): boolean {
  return WORD_START.test(text);
}

/** A text as phrases are compared with it. Each form of it is made when it is first needed. */
export class ComparableText {
  /** In lower case and compatibility form, with one kind of apostrophe. */
  readonly plain: string;
  /** Indexes of the scripts that it has some of. */
  readonly scripts: readonly number[];
  #rest: string | null = null;
  #bare: string | null = null;
  #wordStarts: readonly number[] | null = null;

  constructor(text: string) {
    this.plain = foldCase(text).replace(/[’‘]/g, "'");
    this.scripts = scriptsIn(this.plain);
  }

  /** Without the marks before it. */
  get rest(): string {
    this.#rest ??= this.plain.replace(/^[\s*_`~@<>([{"'「『【“|–—-]+/u, '');
    return this.#rest;
  }

  /** Without the marks around it. */
  get bare(): string {
    if (this.#bare === null) {
      let end = this.rest.length;
      while (end > 0 && TRAILING_MARKS.has(this.rest[end - 1]!)) end--;
      this.#bare = this.rest.slice(0, end);
    }
    return this.#bare;
  }

  /** Where words begin in `plain`. */
  get wordStarts(): readonly number[] {
    this.#wordStarts ??= Array.from(this.plain.matchAll(WORD), ({ index }) => index);
    return this.#wordStarts;
  }
}

/** White space is folded to blanks. */
const TRAILING_MARKS = new Set(' *_`~<>)]}"\'」』】”|.。!:…');

const ONLY_FIRST: readonly number[] = [0];

function scriptsIn(text: string): readonly number[] {
  if (!/[^\0-~]/.test(text)) return SCRIPTS[0]!.test(text) ? ONLY_FIRST : [];
  return [...SCRIPTS.keys()].filter((script) => SCRIPTS[script]!.test(text));
}

/** Texts are asked about many lists in turn. */
const recent = new BoundedCache<string, ComparableText>(64);

export function comparable(text: string): ComparableText {
  let known = recent.get(text);
  if (!known) {
    known = new ComparableText(text);
    recent.set(text, known);
  }
  return known;
}

/** The most characters of a head. */
export const LONGEST_HEAD = 3;

const MOST_HEADS = 100;
/** A phrase whose first characters stand for themselves, as those of most do. */
const PLAIN = /^(?:[^\\()[\]{}?*+|…^$]{3}(?![?*+{])|[^\\()[\]{}?*+|…^$]{1,2}$)/;

/**
 * The ways in which texts begin that a phrase matches: up to `LONGEST_HEAD` characters each, fewer where what follows is
 * no plain character. Null where a text may begin with anything.
 *
 * @param source the phrase as the languages' files write it; it has no alternatives outside of parentheses
 */
export function headsOf(source: string): readonly string[] | null {
  const plain = PLAIN.exec(source)?.[0];
  if (plain !== undefined) return [plain];
  const heads = readSequence({ source, at: 0 });
  const all = [...heads.open, ...heads.complete];
  return all.length > MOST_HEADS || all.includes('') ? null : all;
}

/** Heads that may become longer by what follows, and those that are complete. */
interface Heads {
  open: readonly string[];
  complete: readonly string[];
}

interface Reader {
  source: string;
  at: number;
}

/** Reads until all heads are complete, or up to the end of an alternative. */
function readSequence(reader: Reader): Heads {
  const { source } = reader;
  let heads: Heads = { open: [''], complete: [] };
  while (heads.open.length > 0 && reader.at < source.length && !'|)'.includes(source[reader.at]!)) {
    const atom = readAtom(reader);
    const repeat = /[?*+]|\{[^}]*\}|/y;
    repeat.lastIndex = reader.at;
    const [repeated = ''] = repeat.exec(source)!;
    reader.at += repeated.length;
    heads = followed(heads, atom, repeated);
  }
  return heads;
}

/** Reads a group from behind its parenthesis to behind the one that closes it. */
function readGroup(reader: Reader): Heads {
  const { source } = reader;
  let open: readonly string[] = [];
  let complete: readonly string[] = [];
  do {
    const heads = readSequence(reader);
    open = [...open, ...heads.open];
    complete = [...complete, ...heads.complete];
    skipAlternative(reader);
  } while (source[reader.at++] === '|');
  return { open, complete };
}

function skipAlternative(reader: Reader): void {
  const { source } = reader;
  for (let depth = 0; reader.at < source.length; reader.at++) {
    const char = source[reader.at]!;
    if (depth === 0 && (char === '|' || char === ')')) return;
    if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === '\\') reader.at++;
  }
}

/** Reads one character, class or group. Null for what may be anything. */
function readAtom(reader: Reader): Heads | null {
  const { source } = reader;
  const char = source[reader.at++]!;
  if (char === '(') {
    const isAssertion = source[reader.at] === '?' && source[reader.at + 1] !== ':';
    if (source[reader.at] === '?') reader.at += 2;
    const heads = readGroup(reader);
    return isAssertion ? null : heads;
  }
  if (char === '[') {
    const end = source.indexOf(']', reader.at);
    const inside = source.slice(reader.at, end);
    reader.at = end + 1;
    return /[\\^]|.-./.test(inside) ? null : oneOf(inside);
  }
  if (char !== '\\') return '…$^'.includes(char) ? null : oneOf(char);
  const escaped = source[reader.at++]!;
  if (escaped === 'd') return oneOf('0123456789');
  if (!/[a-z]/i.test(escaped)) return oneOf(escaped);
  if (source[reader.at] === '{') reader.at = source.indexOf('}', reader.at) + 1;
  return null;
}

function oneOf(chars: string): Heads {
  return { open: [...chars], complete: [] };
}

/** Extends the open heads by an atom; null stands for anything. */
function followed(heads: Heads, atom: Heads | null, repeated: string): Heads {
  if (!atom || !['', '?', '+'].includes(repeated))
    return { open: [], complete: [...heads.complete, ...heads.open] };
  const open = repeated === '?' ? [...heads.open] : [];
  const complete = [...heads.complete];
  for (const start of heads.open) {
    for (const next of atom.open) {
      const head = (start + next).slice(0, LONGEST_HEAD);
      if (repeated === '+' || head.length === LONGEST_HEAD) complete.push(head);
      else open.push(head);
    }
    for (const next of atom.complete) complete.push((start + next).slice(0, LONGEST_HEAD));
  }
  return { open: [...new Set(open)], complete: [...new Set(complete)] };
}
