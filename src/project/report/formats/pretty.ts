import { cellWidth, padCells } from '../../../text/cells.ts';
import { bar, percent, quantity } from '../../../text/figures.ts';
import { printable, printableName, withoutLogCommands } from '../../../text/printable.ts';
import { wrapWords } from '../../../text/wrap.ts';
import { type Format, type Paint, painter, type SpecResult, type TextStyle } from '../report.ts';
import { fillCommand, summaryOf } from './lines.ts';

/** The width of a line if the report does not go to a terminal, in cells. */
const PIPE_WIDTH = 100;
/** The width of a meter, in cells. */
const BAR = 11;

/** For terminals: a heading with a meter for each spec, its findings by section, then what to do next. */
export const pretty: Format = {
  whole: false,
  start({ write, colour, background, width: columns, summary }) {
    const paint = painter(colour, background);
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
        // Problems go to stderr, which people see.
      },
      end(outcome) {
        const { specs, gaps, gates, notes, nothing, problems } = outcome;
        if (summary && specs > 0) put(['']);
        put(gates.flatMap((line) => wrapped(line, width).map((part) => ` ${paint('bad', part)}`)));
        put(notes.flatMap((line) => wrapped(line, width).map((part) => ` ${paint('dim', part)}`)));
        if (specs === 0) {
          if (problems === 0) put(nothing.flatMap((text) => wrapped(text, width)).map((line) => ` ${line}`));
          return;
        }
        put(wrapped(summaryOf(outcome), width).map((line) => ` ${paint(gaps === 0 ? 'good' : 'bold', line)}`));
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
 * The meter precedes the path, so that meters align. The path is whole, so that it can be copied. The template's id
 * goes below if the line has no room.
 */
function heading({ path, template, completeness }: SpecResult, paint: Paint, width: number): string[] {
  const { ratio, answered, required } = completeness;
  const numbers = `${String(answered).padStart(3)} of ${String(required).padEnd(3)}`;
  const meter = ` ${paint(ratio === 1 ? 'good' : 'accent', bar(ratio, BAR))} ${percent(ratio).padStart(4)}  ${paint('dim', numbers)}  `;
  const indent = 1 + BAR + 5 + 2 + numbers.length + 2;
  const name = printableName(path);
  const id = printableName(template);
  const fits = indent + cellWidth(name) + 3 + cellWidth(id) <= width;
  const head = `${meter}${paint('bold', name)}`;
  if (fits) return [`${head}   ${paint('dim', id)}`];
  return [head, `${' '.repeat(Math.max(1, Math.min(indent, width - cellWidth(id))))}${paint('dim', id)}`];
}

/** A gap or an advice for people. */
interface Finding {
  /** The heading above it. */
  group: string;
  /** `line:column`, or `–` for what is missing. */
  place: string;
  /** Its subject within the group; '' for the group itself. */
  name: string;
  message: string;
  fix: string;
  rule: string;
  style: TextStyle;
}

/** The least width for printing the fix beside its finding. */
const WIDE = 110;
const STATE_STYLES: Record<string, TextStyle> = { pending: 'warn', unconfirmed: 'warn', partial: 'warn' };
const SEVERITY_STYLES: Record<string, TextStyle> = { error: 'bad', warning: 'warn', info: 'dim' };

/**
 * The findings of a spec as rows of at most `width` cells: grouped by top-level section, each with its place, what is
 * missing and, for the first finding of a rule, how to fix it. Long texts are wrapped, never cut.
 */
function findingRows(result: SpecResult, paint: Paint, width: number): string[] {
  const findings = [...gapFindings(result), ...adviceFindings(result)];
  const places = Math.max(0, ...findings.map(({ place }) => cellWidth(place)));
  const columns = columnsFor(findings, width, 3 + places + 2);
  const fixed = new Set<string>();
  let group = '';
  const rows = findings.flatMap((finding) => {
    const { rule, fix } = finding;
    const isNew = fix !== '' && !fixed.has(`${rule} ${fix}`);
    fixed.add(`${rule} ${fix}`);
    const head =
      finding.group === group ? [] : wrapWords(finding.group, width - 2).map((line) => `  ${paint('accent', line)}`);
    group = finding.group;
    return [...head, ...rowsOf(finding, isNew, { ...columns, places }, paint)];
  });
  const accepted = result.gaps.filter((gap) => gap.accepted).length;
  if (accepted === 0) return rows;
  const note = `${quantity(accepted, 'gap')} accepted by the baseline or the status; --format lines lists ${accepted === 1 ? 'it' : 'them'}.`;
  return [...rows, ...wrapWords(note, width - 2).map((line) => `  ${paint('dim', line)}`)];
}

interface Columns {
  what: number;
  /** The width for the fix beside a finding, in cells; null if it goes below. */
  fix: number | null;
  places: number;
}

function columnsFor(findings: readonly Finding[], width: number, indent: number): Omit<Columns, 'places'> {
  const room = Math.max(16, width - indent);
  if (width < WIDE) return { what: room, fix: null };
  const longest = Math.max(0, ...findings.map((finding) => cellWidth(textOf(finding))));
  const what = Math.min(longest, Math.floor(room * 0.6));
  return { what, fix: room - what - 3 };
}

function rowsOf(finding: Finding, isNew: boolean, { what, fix, places }: Columns, paint: Paint): string[] {
  const { place, name, style } = finding;
  const texts = wrapWords(textOf(finding), what);
  const remedy = isNew ? `${printable(finding.fix)} (${finding.rule})` : '';
  const beside = fix === null || remedy === '' ? [] : wrapWords(remedy, fix);
  const below = fix !== null || remedy === '' ? [] : wrapWords(remedy, what - 2);
  const indent = ' '.repeat(3 + places + 2);
  const rows = Array.from({ length: Math.max(texts.length, beside.length) }, (_, index) => {
    const text = texts[index] ?? '';
    const painted = index === 0 && text.startsWith(name) ? `${paint('bold', name)}${text.slice(name.length)}` : text;
    const padding = ' '.repeat(Math.max(0, what - cellWidth(text)));
    const right = beside[index] === undefined ? '' : `${padding}   ${paint('dim', beside[index])}`;
    const left = index === 0 ? `   ${paint(style, padCells(place, places, 'right'))}  ` : indent;
    return `${left}${painted}${right}`;
  });
  return [...rows, ...below.map((line, index) => `${indent}${paint('dim', `${index === 0 ? '→ ' : '  '}${line}`)}`)];
}

function textOf({ name, message }: Finding): string {
  return name === '' ? printable(message) : `${name}: ${printable(message)}`;
}

function gapFindings({ gaps }: SpecResult): Finding[] {
  const open = gaps.filter(({ accepted }) => !accepted);
  return open.map(({ path, line, column, shownLine, message, state, rule, fix }) => {
    const [group = '', ...names] = path.map(printableName);
    return {
      group,
      place: line === null ? String(shownLine) : `${line}:${column ?? 1}`,
      name: names.join(' › '),
      message,
      fix,
      rule,
      style: STATE_STYLES[state] ?? 'bad',
    };
  });
}

function adviceFindings({ advice }: SpecResult): Finding[] {
  return advice.map(({ id, severity, line, message, fix }) => ({
    group: 'Advice',
    place: line === null ? '–' : String(line),
    name: severity === 'info' ? '' : severity,
    message,
    fix,
    rule: id,
    style: SEVERITY_STYLES[severity]!,
  }));
}
