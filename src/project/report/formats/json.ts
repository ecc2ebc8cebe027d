import { percent } from '../../../text/figures.ts';
import { safeJson } from '../../../text/printable.ts';
import type { Format, ProblemResult, SpecResult } from '../report.ts';

/** The fixed shape for programs, `version` 1; written spec by spec. */
export const json: Format = {
  whole: true,
  start({ write }) {
    const problems: ProblemResult[] = [];
    let before = '{\n  "version": 1,\n  "specs": [\n';
    return {
      spec(result) {
        write(`${before}${indent(safeJson(specShape(result), 2), 4)}`);
        before = ',\n';
      },
      problem(problem) {
        problems.push(problem);
      },
      end() {
        const shapes = problems.map(({ path, code, message }) => ({ path, code, message }));
        const specs = before === ',\n' ? '\n  ]' : '{\n  "version": 1,\n  "specs": []';
        write(`${specs},\n  "problems": ${indent(safeJson(shapes, 2), 2).trimStart()}\n}\n`);
      },
    };
  },
};

/** A spec in `check --json`. */
export function specShape({ path, match, report, advice, ...rest }: SpecResult): object {
  return {
    path,
    template: rest.template,
    match,
    completeness: rest.completeness,
    tasks: rest.tasks,
    sections: report?.sections ?? [],
    extra: report?.extra ?? [],
    ...(report?.version ? { version: report.version } : {}),
    advice: advice.map(({ id, severity, line, message, fix }) => ({ id, severity, line, message, fix })),
  };
}

function indent(text: string, by: number): string {
  return text.replace(/^/gm, ' '.repeat(by));
}

/** The colours by least share; the first that fits counts. */
const COLOURS = [
  [1, 'brightgreen'],
  [0.8, 'green'],
  [0.5, 'yellow'],
  [0, 'orange'],
] as const;

/** A badge of the progress of all specs, as an endpoint for shields.io (schema version 1). */
export const badge: Format = {
  whole: false,
  start({ write }) {
    return {
      spec() {},
      problem() {},
      end({ specs, answered, required, problems }) {
        const ratio = required === 0 ? 1 : answered / required;
        const message = specs === 0 ? 'none' : ratio === 1 ? 'complete' : percent(ratio);
        const color = problems > 0 ? 'red' : specs === 0 ? 'lightgrey' : COLOURS.find(([least]) => ratio >= least)![1];
        write(`${safeJson({ schemaVersion: 1, label: 'specs', message, color }, 2)}\n`);
      },
    };
  },
};

const HEAD = 'time,commit,specs,complete,gaps,answered,required,percent';

/**
 * A table in CSV with a row for each run: the progress of all specs. A second run on the same commit, or without a
 * commit on the same day, replaces the first.
 */
export const trend: Format = {
  whole: false,
  start({ write, before, now, commit }) {
    let complete = 0;
    return {
      spec({ gaps }) {
        if (gaps.length === 0) complete++;
      },
      problem() {},
      end({ specs, gaps, answered, required }) {
        const time = now().toISOString().slice(0, 19);
        const key = (row: string) => {
          const [when = '', which = ''] = row.split(',');
          return which === '' ? when.slice(0, 10) : which;
        };
        const percent = required === 0 ? 100 : Math.floor((answered / required) * 100);
        const row = [`${time}Z`, commit, specs, complete, gaps, answered, required, percent].join(',');
        const rows = before.split(/\r\n|\n|\r/).filter((line) => line !== '' && line !== HEAD);
        const kept = rows.filter((line) => key(line) !== key(row));
        write(`${[HEAD, ...kept, row].join('\n')}\n`);
      },
    };
  },
};
