import type { Format, SpecResult } from '../report.ts';

/**
 * JUnit's XML as CI servers read it: a suite for each spec, a test for each section with required slots. Advice and
 * accepted gaps are in the suite's output.
 */
export const junit: Format = {
  whole: true,
  start({ write, now }) {
    const time = now().toISOString().slice(0, 19);
    let suites = 0;
    write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n');
    const suite = (path: string, tests: string[], counts: { failures: number; errors: number }, out: string) => {
      write(
        [
          `  <testsuite name="${xml(path)}" package="spec-wizard" id="${suites++}" timestamp="${time}" hostname="localhost" tests="${tests.length}" failures="${counts.failures}" errors="${counts.errors}" time="0">`,
          '    <properties/>',
          ...tests,
          `    <system-out>${xml(out)}</system-out>`,
          '    <system-err/>',
          '  </testsuite>\n',
        ].join('\n'),
      );
    };
    return {
      spec(result) {
        const tests = testsOf(result);
        const failures = tests.filter((test) => test.includes('<failure')).length;
        suite(result.path, tests, { failures, errors: 0 }, notesText(result));
      },
      problem({ path, code, message }) {
        const error = `      <error message="${xml(message)}" type="${xml(code)}"/>`;
        const test = `    <testcase name="can be checked" classname="${xml(path)}" time="0">\n${error}\n    </testcase>`;
        suite(path, [test], { failures: 0, errors: 1 }, '');
      },
      end() {
        write('</testsuites>\n');
      },
    };
  },
};

function testsOf({ path, report, gaps }: SpecResult): string[] {
  const byId = new Map(gaps.map((gap) => [gap.id, gap]));
  return (report?.sections ?? [])
    .filter((section) => section.required > 0)
    .map((section) => {
      const name = section.path.join(' › ') || 'title and metadata';
      const head = `    <testcase name="${xml(name)}" classname="${xml(path)}" time="0"`;
      const open = section.slots.map((slot) => byId.get(slot.id)).filter((gap) => gap !== undefined);
      const failing = open.filter(({ accepted, tolerated }) => !accepted && !tolerated);
      if (failing.length === 0) return `${head}/>`;
      const lines = failing.map(
        (gap) => `${path}:${gap.shownLine}:${gap.column ?? 1}: ${gap.name}: ${gap.message}. ${gap.fix}`,
      );
      const message = failing.length === 1 ? failing[0]!.message : `${failing.length} gaps`;
      return `${head}>\n      <failure message="${xml(message)}" type="${xml(section.state)}">${xml(lines.join('\n'))}</failure>\n    </testcase>`;
    });
}

/** Advice and tolerated gaps as text, since a failed test would be too much for them. */
function notesText({ path, gaps, advice }: SpecResult): string {
  const passed = gaps
    .filter((gap) => gap.accepted || gap.tolerated)
    .map(
      ({ shownLine, name, message, fix, rule, accepted }) =>
        `${path}:${shownLine}: ${accepted ? 'accepted' : 'let pass'}: ${name}: ${message}. ${fix} (${rule})`,
    );
  const advised = advice.map(
    ({ id, severity, line, message, fix }) => `${path}:${line ?? 1}: ${severity}: ${message}. ${fix} (${id})`,
  );
  return [...passed, ...advised].join('\n');
}

/**
 * A text for XML 1.0, in content and in quoted attributes: special characters escaped, forbidden ones replaced, and
 * those that a terminal would act on as numbers.
 */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']|(?<=##)\[/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(
      /[\t\n\r\x7f-\x9f\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu,
      (sign) => `&#${sign.codePointAt(0)};`,
    );
}
