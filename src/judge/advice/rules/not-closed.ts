import { swallowed } from '../../swallowed.ts';
import type { AdviceRule } from '../advice.ts';

/** A code block or a comment that is never closed takes in headings below it. */
export const notClosed: AdviceRule = {
  id: 'not-closed',
  severity: 'warning',
  fix: 'Close it where it should end.',
  find({ document }) {
    const found = swallowed(document);
    return found ? [{ place: '', line: found.line, message: found.message }] : [];
  },
};
