import { createHash } from 'node:crypto';
import { withSlashes } from '../../../host/platform.ts';
import type { Severity } from '../../../judge/advice/advice.ts';
import { safeJson } from '../../../text/printable.ts';
import { ADVICE_TEXTS, REFERENCE_TEXTS } from '../../rules/advice-texts.ts';
import { GAP_TEXTS } from '../../rules/gap-texts.ts';
import type { Format, Gap, ProblemResult } from '../report.ts';

/** GitHub's code scanning rejects runs with more results. */
const MOST_RESULTS = 25_000;
const LEVELS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };
/** Severities in the words of code scanning. */
const SEVERITIES: Record<string, string> = { error: 'error', warning: 'warning', note: 'recommendation' };

/** Static Analysis Results Interchange Format 2.1.0: one run, a result for each gap and each advice. */
export const sarif: Format = {
  whole: false,
  start({ write, version, fromRoot }) {
    const rules = new Map<string, Rule>();
    const problems: ProblemResult[] = [];
    let results = 0;
    write(
      '{\n  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n  "version": "2.1.0",\n  "runs": [{\n    "columnKind": "utf16CodeUnits",\n    "results": [',
    );
    const add = ({ rule, fix, level, place }: Rule & { rule: string; place: string }, result: object) => {
      rules.set(rule, { fix, level });
      results++;
      if (results > MOST_RESULTS) return;
      // The id does not change when lines are added or removed above.
      const id = createHash('sha256').update(`${place}\0${rule}`).digest('hex').slice(0, 32);
      const whole = { ruleId: rule, ...result, partialFingerprints: { 'place/v1': id } };
      write(`${results === 1 ? '' : ','}\n      ${safeJson(whole)}`);
    };
    return {
      spec({ path, gaps, advice }) {
        const uri = pathUri(fromRoot(path));
        const at = (region: object) => [{ physicalLocation: { artifactLocation: { uri }, region } }];
        for (const gap of gaps) {
          const message = { text: `${gap.name}: ${gap.message}. ${gap.fix}`.trim() };
          add(
            { ...gap, level: 'error', place: `${path}\0${gap.id}` },
            {
              level: gap.accepted ? 'note' : gap.tolerated ? 'warning' : 'error',
              message,
              locations: at(region(gap)),
            },
          );
        }
        for (const { id, severity, message, fix, line, place } of advice) {
          const text = `${message}. ${fix}`;
          const level = LEVELS[severity];
          add(
            { rule: id, fix, level, place: `${path}\0${place}` },
            {
              level,
              message: { text },
              locations: at({ startLine: line ?? 1 }),
            },
          );
        }
      },
      problem(problem) {
        problems.push(problem);
      },
      end() {
        const driver = {
          name: 'spec-wizard',
          version,
          rules: [...rules].map(([id, rule]) => descriptorOf(id, rule)),
        };
        const invocation = {
          executionSuccessful: problems.length === 0,
          toolExecutionNotifications: [
            ...problems.map((problem) => notificationOf(problem, pathUri(fromRoot(problem.path)))),
            ...(results > MOST_RESULTS ? [leftOut(results - MOST_RESULTS)] : []),
          ],
        };
        write(
          `\n    ],\n    "tool": ${safeJson({ driver })},\n    "invocations": [${safeJson(invocation)}]\n  }]\n}\n`,
        );
      },
    };
  },
};

/** A rule with results: how to fix them, and their level unless accepted. */
interface Rule {
  fix: string;
  level: string;
}

function notificationOf({ line, code, message }: ProblemResult, uri: string): object {
  const region = line === undefined ? {} : { region: { startLine: line } };
  return {
    level: 'error',
    descriptor: { id: code },
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri }, ...region } }],
  };
}

/** The notification that results are left out. */
function leftOut(count: number): object {
  const text = `${count} more results are left out`;
  return { level: 'error', descriptor: { id: 'too-many-results' }, message: { text }, locations: [] };
}

/** A rule for code scanning: its meaning, severity, and fix. */
function descriptorOf(id: string, { fix, level }: Rule): object {
  const meaning = (GAP_TEXTS[id] ?? ADVICE_TEXTS[id] ?? REFERENCE_TEXTS[id])?.meaning ?? (fix || id);
  const help = `${fix} More: spec-wizard explain ${id}`.trim();
  return {
    id,
    name: id,
    shortDescription: { text: meaning },
    fullDescription: { text: meaning },
    defaultConfiguration: { level },
    help: { text: help, markdown: help.replace(/spec-wizard explain \S+$/, '`$&`') },
    properties: { 'problem.severity': SEVERITIES[level], tags: ['specification'] },
  };
}

/** The place of a gap; for a missing section, the place where it belongs. */
function region(gap: Gap): object {
  if (gap.line === null) return { startLine: gap.shownLine };
  return {
    startLine: gap.line,
    startColumn: gap.column!,
    endLine: gap.endLine!,
    endColumn: gap.endColumn!,
  };
}

/** A path as a URI reference (RFC 3986): relative stays relative, each part percent-encoded. */
function pathUri(path: string): string {
  const parts = withSlashes(path).split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return `file://${parts}`;
  return /^[^/]*:/.test(parts) ? `./${parts}` : parts;
}
