import { cellWidth } from '../../../text/cells.ts';
import { printable, printableName, withoutLogCommands } from '../../../text/printable.ts';
import { wrapWords } from '../../../text/wrap.ts';
import type { SpecResult } from '../../check/result.ts';
import { bar, percent } from '../meter.ts';
import { type Paint, painter } from '../paint.ts';
import type { Format } from '../report.ts';
import { findingRows } from './pretty-findings.ts';
import { fillCommand, summaryOf } from './summary.ts';

/** Cells of a line where the report does not go to a terminal. */
const PIPE_WIDTH = 100;

/** For eyes: a heading with a meter for each spec, its findings below it by section, then what to do next. */
export const pretty: Format = {
  whole: false,
  start({ write, colour, width: columns, summary }) {
    const paint = painter(colour);
    const width = columns ?? PIPE_WIDTH;
    const put = (rows: readonly string[]) => {
      write(withoutLogCommands(rows.map((row) => `${row}\n`).join('')));
    };
    let example: string | null = null;
    return {
      spec(result) {
        put(heading(result, paint, width));
        if (summary) return;
        example ??= result.gaps.find(({ accepted }) => !accepted)?.rule ?? result.advice[0]?.id ?? null;
        put([...findingRows(result, paint, width), '']);
      },
      problem() {
        // Problems go to stderr, where people see them.
      },
      end(outcome) {
        const { specs, gaps, gates, nothing, problems } = outcome;
        if (summary && specs > 0) put(['']);
        put(gates.flatMap((line) => wrapped(line, width).map((part) => ` ${paint('bad', part)}`)));
        if (specs === 0) {
          if (problems === 0) put(nothing.flatMap((text) => wrapped(text, width)).map((line) => ` ${line}`));
          return;
        }
        put(
          wrapped(summaryOf(outcome), width).map((line) => ` ${paint(gaps === 0 ? 'good' : 'bold', line)}`),
        );
        const fill = fillCommand(outcome);
        if (fill !== null) put([` Fill them:       ${fill}`]);
        if (example !== null) put([paint('dim', ` About a finding: spec-wizard explain ${example}`)]);
      },
    };
  },
};

function wrapped(text: string, width: number): string[] {
  return wrapWords(printable(text), Math.max(20, width - 1));
}

/**
 * The meter comes first, so that meters stand in columns whatever the paths are; the path is whole, so that it can be
 * copied. The template's id goes below it where the line has no room.
 */
function heading({ path, template, completeness }: SpecResult, paint: Paint, width: number): string[] {
  const { ratio, answered, required } = completeness;
  const numbers = `${String(answered).padStart(3)} of ${String(required).padEnd(3)}`;
  const meter = ` ${paint(ratio === 1 ? 'good' : 'accent', bar(ratio))} ${percent(ratio).padStart(4)}  ${paint('dim', numbers)}  `;
  const indent = 1 + cellWidth(bar(ratio)) + 5 + 2 + numbers.length + 2;
  const name = printableName(path);
  const id = printableName(template);
  const fits = indent + cellWidth(name) + 3 + cellWidth(id) <= width;
  const head = `${meter}${paint('bold', name)}`;
  if (fits) return [`${head}   ${paint('dim', id)}`];
  return [head, `${' '.repeat(Math.max(1, Math.min(indent, width - cellWidth(id))))}${paint('dim', id)}`];
}
