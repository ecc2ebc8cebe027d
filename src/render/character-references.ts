import { NeedsRemark } from './emphasis.ts';

/** A character reference by name or number (CommonMark 2.5). No name has one letter. */
const REFERENCE = /&(?:[a-zA-Z][a-zA-Z\d]+|#\d{1,7}|#[xX][\da-fA-F]{1,6});/y;
/** The most frequent names. */
const NAMES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
  '&copy;': '©',
  '&rarr;': '→',
  '&ndash;': '–',
  '&mdash;': '—',
  '&hellip;': '…',
};

/** The end of the character reference at an `&`; that of the `&` if it begins none. */
export function endOfReference(source: string, at: number): number {
  REFERENCE.lastIndex = at;
  return REFERENCE.test(source) ? REFERENCE.lastIndex : at + 1;
}

/** The character to which a reference refers, or `&`. Raises NeedsRemark for rare names and unusual numbers. */
export function characterOf(reference: string): string {
  if (reference === '&') return reference;
  const number = /^&#(.+);$/.exec(reference)?.[1];
  if (number === undefined) {
    if (!Object.hasOwn(NAMES, reference)) throw new NeedsRemark();
    return NAMES[reference]!;
  }
  const code = Number(number.replace(/^x/i, '0x'));
  // CommonMark replaces control characters, surrogates and others.
  if (!((code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0xd800))) throw new NeedsRemark();
  return String.fromCharCode(code);
}
