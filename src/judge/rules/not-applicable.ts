import type { Rule } from './rule.ts';

const SAID =
  /^[*_`(]*(?:n\/?\.?a\.?|not applicable|does not apply|doesn['’]t apply)(?![\p{L}\p{N}/])[*_`)]*[\s.:;,–—-]*(.*)$/isu;

/** The reason an author gives with "not applicable", '' where none is given, null where the text says no such thing. */
export function notApplicableReason(text: string): string | null {
  const match = SAID.exec(text);
  return match ? match[1]!.trim() : null;
}

/** "Not applicable" or "N/A", alone or with a reason, settles a slot; "none", "no" and "see above" are answers (GAPS 20). */
export const notApplicable: Rule = {
  id: 'not-applicable',
  find: ({ text, same }) =>
    !same && notApplicableReason(text) !== null ? { state: 'not-applicable' } : null,
  message: () => 'does not apply',
  fix: '',
};
