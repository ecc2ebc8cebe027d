import { percent, quantity } from '../../../text/figures.ts';
import { printable, printableName } from '../../../text/printable.ts';
import type { Format, Outcome, ProblemResult, SpecResult } from '../report.ts';

/** GitHub allows 65,536 characters in a comment. */
const MOST = 65_000;

/** A table for a pull request: incomplete specs, with their gaps folded. */
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

/** Builds a report in Markdown with a limited number of characters: incomplete specs first, the rest as numbers. */
export class MarkdownTable {
  readonly #room: { rows: number; details: number };
  #rows = '';
  #details = '';
  #hidden = 0;
  #cut = 0;

  /** `most`: the limit for the whole report, in characters. */
  constructor(most: number) {
    this.#room = { rows: Math.floor(most * 0.4), details: Math.floor(most * 0.55) };
  }

  spec({ path, template, completeness, gaps, advice }: SpecResult): void {
    if (gaps.length === 0 && advice.length === 0) return;
    const { ratio, answered, required } = completeness;
    const row = `| ${code(path)} | ${cell(template)} | ${percent(ratio)} | ${answered} of ${required} | ${gaps.length} | ${advice.length} |\n`;
    if (this.#rows.length + row.length > this.#room.rows) {
      this.#hidden++;
      return;
    }
    this.#rows += row;
    const lines = [
      ...gaps.map(
        (gap) =>
          `| ${gap.shownLine} | ${cell(gap.name)} | ${cell(gap.message)} | ${cell(gap.fix)} | ${gap.state}${gap.accepted ? ', accepted' : ''} |\n`,
      ),
      ...advice.map(
        ({ line, severity, message, fix, id }) =>
          `| ${line ?? '–'} | ${cell(id)} | ${cell(message)} | ${cell(fix)} | ${severity} |\n`,
      ),
    ];
    const head = `\n<details><summary>${html(path)}: ${quantity(gaps.length, 'gap')}</summary>\n\n| Line | Where | What | What settles it | State |\n|--:|---|---|---|---|\n`;
    const block = `${head}${lines.join('')}\n</details>\n`;
    if (this.#details.length + block.length > this.#room.details) this.#cut++;
    else this.#details += block;
  }

  problem({ path, message }: ProblemResult): void {
    const row = `| ${code(path)} | – | – | ${cell(message)} | – | – |\n`;
    if (this.#rows.length + row.length > this.#room.rows) this.#hidden++;
    else this.#rows += row;
  }

  text(outcome: Outcome): string {
    const { specs, gaps, answered, required } = outcome;
    const gates = [...outcome.gates, ...outcome.notes];
    const ratio = required === 0 ? 1 : answered / required;
    const parts = [
      `**${quantity(specs, 'spec')}, ${gaps === 0 ? 'complete' : quantity(gaps, 'gap')}** · ${answered} of ${required} answered (${percent(ratio)})\n`,
      gates.length > 0 ? `\n${gates.map((line) => `- ${cell(line)}\n`).join('')}` : '',
      this.#rows === ''
        ? ''
        : `\n| Spec | Template | Complete | Answered | Gaps | Advice |\n|---|---|--:|--:|--:|--:|\n${this.#rows}`,
      this.#hidden > 0 ? `\nAnd ${quantity(this.#hidden, 'more spec')} with something to do.\n` : '',
      this.#details,
      this.#cut > 0 ? `\nThe gaps of ${quantity(this.#cut, 'more spec')} are not listed for want of room.\n` : '',
    ];
    return parts.join('');
  }
}

/** A text for a table cell: on one line, with nothing in it read as Markdown or HTML. */
export function cell(text: string): string {
  return printable(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>|#~@]/g, (sign) => (sign === '<' ? '&lt;' : sign === '@' ? '&#64;' : `\\${sign}`));
}

/** A name as code. Nothing can be escaped between backquotes, so only plain names become code. */
export function code(text: string): string {
  const name = printableName(text).replace(/\s+/g, ' ');
  return /^[\p{L}\p{N} ._/,()+=-]+$/u.test(name) ? `\`${name}\`` : `<code>${html(name)}</code>`;
}

/** A name for HTML in Markdown: every character that may begin a construct or a mention is written by its number. */
export function html(text: string): string {
  return printableName(text).replace(/[!-,:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
