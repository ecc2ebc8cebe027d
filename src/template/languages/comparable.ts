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
