import { quantity } from '../../../text/figures.ts';
import { sum } from '../../../text/group.ts';
import { printable } from '../../../text/printable.ts';
import type { Format } from '../report.ts';
import { MarkdownTable } from './markdown.ts';

/** GitHub shows ten annotations of each kind for a step and silently drops the rest. */
const MOST_OF_A_KIND = 10;
/** The limit of a job's summary for each step, in characters. */
const MOST_SUMMARY = 1_000_000;

type Kind = 'error' | 'warning' | 'notice';

const KINDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands for GitHub Actions: gaps as annotations at their lines; all of them in the job's summary. */
export const github: Format = {
  whole: false,
  start({ write, fromRoot, jobSummary }) {
    const table = new MarkdownTable(MOST_SUMMARY);
    const counts: Record<Kind, number> = { error: 0, warning: 0, notice: 0 };
    const annotate = (kind: Kind, place: Record<string, string | number | null>, message: string) => {
      counts[kind]++;
      if (counts[kind] > MOST_OF_A_KIND) return;
      const fields = Object.entries(place)
        .filter(([, value]) => value !== null)
        .map(([key, value]) => `${key}=${property(String(value))}`);
      write(`::${kind} ${fields.join(',')}::${data(message)}\n`);
    };
    return {
      spec(result) {
        table.spec(result);
        const file = fromRoot(result.path);
        for (const gap of result.gaps) {
          const { name, line, column, endLine, endColumn, shownLine, message, fix, accepted, tolerated } = gap;
          const oneLine = line !== null && line === endLine;
          const place = {
            file,
            line: shownLine,
            endLine,
            // GitHub accepts columns only for places within a line.
            col: oneLine ? column : null,
            endColumn: oneLine ? endColumn : null,
            title: name,
          };
          annotate(accepted ? 'notice' : tolerated ? 'warning' : 'error', place, `${message}. ${fix}`);
        }
        for (const { id, severity, line, message, fix } of result.advice) {
          annotate(KINDS[severity], { file, line: line ?? 1, title: id }, `${message}. ${fix}`);
        }
      },
      problem(problem) {
        table.problem(problem);
        const place = { file: fromRoot(problem.path), line: problem.line ?? 1, title: problem.code };
        annotate('error', place, problem.message);
      },
      end(outcome) {
        for (const line of outcome.gates) annotate('error', { title: 'spec-wizard' }, line);
        for (const line of outcome.notes) annotate('notice', { title: 'spec-wizard' }, line);
        const hidden = sum(Object.values(counts).map((each) => Math.max(0, each - MOST_OF_A_KIND)));
        if (hidden > 0)
          write(
            `${quantity(hidden, 'more finding')} than GitHub shows${jobSummary ? ': see the summary of the job' : ''}.\n`,
          );
        jobSummary?.(table.text(outcome));
      },
    };
  },
};

function data(text: string): string {
  return printable(text).replace(/[%\r\n]/g, encodeURIComponent);
}

function property(text: string): string {
  return printable(text).replace(/[%\r\n:,]/g, encodeURIComponent);
}
