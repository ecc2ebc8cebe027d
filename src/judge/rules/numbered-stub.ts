import type { Rule } from './rule.ts';

/** "Goal 1", "Task 2 (3 days)", "FR1: Component must do X" still stand (judgement, rule 15). */
export const numberedStub: Rule = {
  id: 'numbered-stub',
  find: ({ same, unit }) => (same && unit?.stub ? { state: 'untouched' } : null),
  message: (text) => `still holds the stub “${text}”`,
  fix: 'Put your own in its place, or take it out.',
};
