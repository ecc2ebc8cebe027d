import type { Rule } from './rule.ts';

const STUB_TARGET =
  /\]\((?:#?|link[-_a-z0-9.]*|https?:\/\/(?:link|url|example)[^)]{0,500}|url|todo|[^)]{0,500}\/(?:pull|issues)\/0+)\)/gi;

/** A link still leads to the template's stub of a target, whatever its label says (judgement, rule 23). */
export const linkTarget: Rule = {
  id: 'link-target',
  find({ text, unit, same }) {
    const stubs = unit?.pattern.text.match(STUB_TARGET) ?? [];
    const needle = stubs.find((stub) => text.includes(stub));
    return needle ? { state: same ? 'untouched' : 'partial', needle: needle.slice(2, -1) } : null;
  },
  message: (text) => `still links to “${text}”`,
  fix: 'Put in the address, or take the link out.',
};
