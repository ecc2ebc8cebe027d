import { Phrases } from '../../template/languages/index.ts';
import type { Rule } from './rule.ts';

const NOT_APPLICABLE = new Phrases('notApplicable');

/** The reason an author gives with "not applicable", '' where none is given, null where the text says no such thing. */
export function notApplicableReason(text: string): string | null {
  const rest = NOT_APPLICABLE.restAfter(text);
  if (rest === null || rest.startsWith('/')) return null;
  // "Na" begins sentences in other languages.
  if (/^[*_`(]*na$/i.test(text.slice(0, text.length - rest.length).trim()) && /^\s+\p{L}/u.test(rest))
    return null;
  return rest.replace(/^[*_`)\]」』]*[\s.:;,–—。、，：；-]*/, '').trim();
}

/** "Not applicable" or "N/A", alone or with a reason, settles a slot; "none", "no" and "see above" are answers (judgement, rule 20). */
export const notApplicable: Rule = {
  id: 'not-applicable',
  find: ({ text, same }) =>
    !same && notApplicableReason(text) !== null ? { state: 'not-applicable' } : null,
  message: () => 'does not apply',
  fix: '',
};
