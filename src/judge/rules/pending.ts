import type { Rule } from './rule.ts';

const ALONE =
  /^[*_`<([{\s]*(?:tb[dacw]|t\.b\.d\.?|todo|to be (?:determined|added|completed|announced|decided|defined|written|filled(?: in)?|done|documented|provided|confirmed)|coming soon|work in progress|wip|fixme)(?![\p{L}\p{N}-])(?<rest>.*)$/isu;
const LONGEST_REST = 8;

/**
 * The author wrote TBD, TODO, "to be added", "coming soon" or the like: alone, or at the start with a few words or after
 * a colon (GAPS 19). The same word inside prose of the author's is no gap.
 */
export const pending: Rule = {
  id: 'pending',
  find({ text, same }) {
    const match = same ? null : ALONE.exec(text);
    if (!match) return null;
    const rest = match.groups!.rest!.replace(/^[*_`>)\]}]+/, '').trim();
    const few = rest === '' || /^[:;.,–—([-]/.test(rest) || rest.split(/\s+/).length <= LONGEST_REST;
    return few ? { state: 'pending' } : null;
  },
  message: (text) => `is put off: “${text}”`,
  fix: 'Write it once it is known, or say why it does not apply.',
};
