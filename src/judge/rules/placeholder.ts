import type { Rule } from './rule.ts';

/**
 * A placeholder of the template's (`[Name]`, `{field}`, `<Title>`, `(fill me in)`) still stands in the slot it came with
 * (judgement, rules 1, 10, 11): only that exact text counts, and brackets of the author's own never do.
 */
export const placeholder: Rule = {
  id: 'placeholder',
  find({ text, unit, same }) {
    const needle = unit?.tokens.find((token) => !/^YYYY/.test(token) && standsIn(text, token));
    return needle ? { state: same ? 'untouched' : 'partial', needle } : null;
  },
  message: (text) => `still holds the placeholder “${text}”`,
  fix: 'Replace it with your own words.',
};

/** Whether a token stands in a text, and not as a link's label or as an author's code of another meaning. */
function standsIn(text: string, token: string): boolean {
  for (let at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1)) {
    const next = text[at + token.length];
    const isLink = token.startsWith('[') && (next === '(' || next === '[');
    if (!isLink) return true;
  }
  return false;
}
