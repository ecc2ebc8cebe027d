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
