import { cellWidth, padCells, truncateCells } from '../../../text/cells.ts';
import { printable, printableName, shellWord, withoutLogCommands } from '../../../text/printable.ts';
import type { SpecResult } from '../../check/result.ts';
import { bar, count, percent } from '../meter.ts';
import { type Paint, painter, type TextStyle } from '../paint.ts';
import type { Format, Outcome } from '../report.ts';
import { type Row, rowLines } from './pretty-rows.ts';

/** For people: each spec's meter and gaps, then what settles them, then one line that sums up. */
export const pretty: Format = {
  whole: false,
  start({ write: writeAny, colour, width, summary }) {
    const write = (text: string) => writeAny(withoutLogCommands(text));
    const paint = painter(colour);
    const fixes = new Map<string, string>();
    return {
      spec(result) {
        write(`${heading(result, paint, width)}\n`);
        if (summary) return;
        const rows = rowsOf(result);
        // Where lines are not cut to a terminal, each says all there is to say.
        if (width !== null) for (const { rule, fix } of rows) if (fix !== '') fixes.set(rule, fix);
        const lines = rowLines(rows, result.path, paint, width);
        write(`${lines.map((line) => `${line}\n`).join('')}\n`);
      },
      problem() {
        // Problems go to stderr, where people see them.
      },
      end({ specs, gaps, advice, first, gates, nothing, problems }) {
        if (summary && specs > 0) write('\n');
        if (fixes.size > 0) write(`${legend(fixes, paint, width!)}\n`);
        for (const line of gates) write(` ${paint('bad', printable(line))}\n`);
        if (specs === 0) {
          if (problems === 0) write(` ${nothing}\n`);
          return;
        }
        const state = gaps === 0 ? 'complete' : count(gaps, 'gap');
        const more = advice === 0 ? '' : `, ${count(advice, 'piece')} of advice`;
        const next = first === null ? '' : ` Fill them: ${printableName(fillCommand(first))}`;
        write(
          ` ${paint(gaps === 0 ? 'good' : 'bold', `${count(specs, 'spec')}, ${state}${more}.`)}${next}\n`,
        );
      },
    };
  },
};

/** What opens a spec in the wizard, as it was checked. */
function fillCommand({ path, template }: NonNullable<Outcome['first']>): string {
  const words = ['spec-wizard', path, ...(template === null ? [] : ['--template', template])];
  return words.map(shellWord).join(' ');
}

function heading({ path, template, completeness }: SpecResult, paint: Paint, width: number | null): string {
  const { ratio, answered, required } = completeness;
  const meter = `${bar(ratio)} ${percent(ratio).padStart(4)}`;
  const numbers = `  ${answered} of ${required}`;
  const room = width === null ? Infinity : width - cellWidth(meter) - numbers.length - 4;
  const id = printableName(template);
  const whole = printableName(path);
  const named = room >= cellWidth(whole) + cellWidth(id) + 3;
  const shown = named || room === Infinity ? whole : lastCells(whole, Math.max(8, room));
  const painted = `${paint(ratio === 1 ? 'good' : 'accent', bar(ratio))} ${percent(ratio).padStart(4)}${paint('dim', numbers)}`;
  return ` ${paint('bold', shown)}   ${named ? `${paint('dim', id)}   ` : ''}${painted}`;
}

/** The end of a text, `width` cells at most, with an ellipsis before it where it was cut. */
function lastCells(text: string, width: number): string {
  if (cellWidth(text) <= width) return text;
  const reversed = [...text].reverse().join('');
  return `…${[...truncateCells(reversed, width - 1, '')].reverse().join('')}`;
}

const SEVERITY: Record<string, TextStyle> = { error: 'bad', warning: 'warn', info: 'dim' };
const STATES: Record<string, TextStyle> = { pending: 'warn', unconfirmed: 'warn', partial: 'warn' };

function rowsOf({ gaps, advice }: SpecResult): Row[] {
  return [
    ...gaps.map(
      (gap): Row => ({
        line: gap.line ?? gap.sectionLine,
        column: gap.line === null ? null : gap.column,
        name: gap.name,
        message: gap.message,
        state: gap.state,
        look: STATES[gap.state] ?? 'bad',
        rule: gap.rule,
        fix: gap.fix,
      }),
    ),
    ...advice.map(
      ({ id, severity, line, message, fix }): Row => ({
        line,
        column: null,
        name: '',
        message,
        state: severity === 'info' ? 'advice' : severity,
        look: SEVERITY[severity]!,
        rule: id,
        fix,
      }),
    ),
  ];
}

function legend(fixes: ReadonlyMap<string, string>, paint: Paint, width: number): string {
  const widest = Math.max(...[...fixes.keys()].map(cellWidth));
  const lines = [...fixes].map(([rule, fix]) => {
    const text = truncateCells(printable(fix), Math.max(20, width - widest - 6));
    return `   ${paint('dim', padCells(printable(rule), widest))}   ${text}`;
  });
  return [` ${paint('bold', 'What settles it')}`, ...lines, ''].join('\n');
}
