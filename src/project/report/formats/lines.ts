import { percent, quantity } from '../../../text/figures.ts';
import { printable, printableName, shellWord, withoutLogCommands } from '../../../text/printable.ts';
import type { Format, Gap, Outcome, SpecResult } from '../report.ts';
/**
 * For grep, editors and logs: a line for each spec and each finding, which begins with `PATH:` or `PATH:LINE:COLUMN:`
 * and is complete by itself. The last line is the summary.
 */
export const lines: Format = {
  whole: false,
  start({ write, summary }) {
    const line = (text: string) => write(withoutLogCommands(`${text}\n`));
    return {
      spec(result) {
        line(meterLine(result));
        if (!summary) for (const finding of findingLines(result)) line(finding);
      },
      problem() {
        // Problems go to stderr.
      },
      end(outcome) {
        for (const gate of [...outcome.gates, ...outcome.notes]) line(printable(gate));
        if (outcome.specs === 0) {
          if (outcome.problems === 0) for (const text of outcome.nothing) line(text);
          return;
        }
        const fill = fillCommand(outcome);
        line(`${summaryOf(outcome)}${fill === null ? '' : ` Fill them: ${fill}`}`);
      },
    };
  },
};

function meterLine({ path, template, completeness: { ratio, answered, required } }: SpecResult): string {
  return `${printableName(path)}: ${percent(ratio)}, ${answered} of ${required} answered (${printableName(template)})`;
}

function findingLines({ path, gaps, advice }: SpecResult): string[] {
  return [
    ...gaps.map((gap) => {
      const name = gap.name === '' ? '' : `${gap.name}: `;
      return findingLine(
        placeOf(path, gap),
        gap.accepted ? `${gap.state}, accepted` : gap.state,
        `${name}${gap.message}. ${gap.fix}`,
        gap.rule,
      );
    }),
    ...advice.map(({ id, severity, line, message, fix }) =>
      findingLine(
        `${printableName(path)}:${line ?? 1}:1`,
        severity === 'info' ? 'advice' : severity,
        `${message}. ${fix}`,
        id,
      ),
    ),
  ];
}

function placeOf(path: string, { shownLine, column }: Gap): string {
  return `${printableName(path)}:${shownLine}:${column ?? 1}`;
}

function findingLine(place: string, state: string, text: string, rule: string): string {
  return `${place}: ${state}: ${printable(text.trim())} (${rule})`;
}

/** The result of a run, in one sentence: `2 specs, 14 gaps, 1 piece of advice.` */
export function summaryOf({ specs, gaps, accepted, advice }: Outcome): string {
  const state = gaps === 0 ? 'complete' : quantity(gaps, 'gap');
  const more = advice === 0 ? '' : `, ${quantity(advice, 'piece')} of advice`;
  const some = accepted === gaps ? 'all of them' : `${accepted} of them`;
  const known = accepted === 0 ? '' : `, ${gaps === 1 ? 'accepted' : `${some} accepted`}`;
  return `${quantity(specs, 'spec')}, ${state}${known}${more}.`;
}

/** The command that opens the first spec with gaps in the wizard; null if there is none. */
export function fillCommand({ first }: Outcome): string | null {
  if (first === null) return null;
  const words = ['spec-wizard', first.path, ...(first.template === null ? [] : ['--template', first.template])];
  return printableName(words.map(shellWord).join(' '));
}
