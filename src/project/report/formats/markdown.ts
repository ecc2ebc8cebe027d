import type { Format } from '../report.ts';
import { MarkdownTable } from './markdown-table.ts';

/** A comment on GitHub may have 65,536 characters. */
const MOST = 65_000;

/** A table for a pull request: what is incomplete, with the gaps of each spec folded away. */
export const markdown: Format = {
  whole: false,
  start({ write }) {
    const table = new MarkdownTable(MOST);
    return {
      spec: (result) => table.spec(result),
      problem: (problem) => table.problem(problem),
      end: (outcome) => write(table.text(outcome)),
    };
  },
};
