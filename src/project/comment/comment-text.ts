import { resolve } from 'node:path';
import * as z from 'zod';
import { readRegular } from '../../host/data-path.ts';
import { Problem } from '../../problem.ts';
import { bar, percent, quantity } from '../../text/figures.ts';
import { sum } from '../../text/group.ts';
import * as messages from '../messages.ts';
import { cell, code, html } from '../report/formats/markdown.ts';

/** The beginning of the comment, by which the next run finds it. */
export const MARKER = '<!-- spec-wizard: specifications -->';
/** GitHub allows 65,536 characters in a comment; this limit is in bytes. */
const MOST_BYTES = 65_000;
/** The most gaps of one spec that are listed. */
const MOST_LISTED = 30;
const CLOSED = new Set(['answered', 'not-applicable', 'boilerplate']);

interface OpenGap {
  id: string;
  name: string;
  message: string;
  rule: string;
  line: number | null;
}

/** The change of a spec since `base`. */
interface Change {
  spec: CheckedSpec;
  open: OpenGap[];
  added: OpenGap[];
  filled: OpenGap[];
  isNew: boolean;
}

/**
 * The comment on a pull request, at most 65,000 bytes long: a meter for each spec and, with a report of the base, the
 * gaps that the change adds and fills. Gaps without room are counted instead.
 */
export function commentText(now: CheckReport, base: CheckReport | null): string {
  const before = new Map(base?.specs.map((spec) => [spec.path, spec]));
  const changes = now.specs.map((spec) => changeOf(spec, base ? (before.get(spec.path) ?? null) : undefined));
  const weight = ({ added, filled }: Change) => added.length * 2 + filled.length;
  changes.sort((a, b) => weight(b) - weight(a) || b.open.length - a.open.length);
  const head = [
    MARKER,
    `### ${headline(now)}`,
    '',
    ...now.problems.map((problem) => `- ${code(problem.path)}: ${cell(problem.message)}`),
    ...(now.problems.length > 0 ? [''] : []),
  ];
  const columns = base
    ? '| Spec | Complete | Gaps | This change |\n|---|---|--:|---|'
    : '| Spec | Complete | Gaps |\n|---|---|--:|';
  const rows = changes.map((change) => row(change, base !== null));
  const details = changes.map((change) => detail(change, base !== null)).filter((text) => text !== '');
  return fitted([...head, columns], rows, details);
}

function headline({ specs }: CheckReport): string {
  if (specs.length === 0) return 'Specifications: none changed';
  const required = sum(specs.map(({ completeness }) => completeness.required));
  const answered = sum(specs.map(({ completeness }) => completeness.answered));
  const complete = specs.filter((spec) => gapsOf(spec).length === 0).length;
  return `Specifications: ${complete} of ${specs.length} complete, ${percent(required === 0 ? 1 : answered / required)} answered`;
}

/** `before`: the spec in the base; null if it is new, undefined if the base is unknown. */
function changeOf(spec: CheckedSpec, before: CheckedSpec | null | undefined): Change {
  const open = gapsOf(spec);
  const old = before ? gapsOf(before) : [];
  const oldIds = new Set(old.map(({ id }) => id));
  const ids = new Set(open.map(({ id }) => id));
  return {
    spec,
    open,
    added: before ? open.filter(({ id }) => !oldIds.has(id)) : [],
    filled: old.filter(({ id }) => !ids.has(id)),
    isNew: before === null,
  };
}

function gapsOf({ sections }: CheckedSpec): OpenGap[] {
  return sections.flatMap(({ path, line: heading, slots }) =>
    slots
      .filter(({ required, state }) => required && !CLOSED.has(state))
      .map(({ id, message, rule, line }) => ({ id, name: path.join(' › '), message, rule, line: line ?? heading })),
  );
}

function row({ spec, open, added, filled, isNew }: Change, compares: boolean): string {
  const { ratio, answered, required } = spec.completeness;
  const meter = `${bar(ratio, 11)} ${percent(ratio)} (${answered} of ${required})`;
  const parts = [
    ...(filled.length > 0 ? [`fills ${filled.length}`] : []),
    ...(added.length > 0 ? [`adds ${added.length}`] : []),
  ];
  const change = isNew ? 'new' : parts.length > 0 ? parts.join(', ') : 'the same gaps';
  return `| ${code(spec.path)} | ${meter} | ${open.length} |${compares ? ` ${change} |` : ''}`;
}

function detail({ spec, open, added, filled, isNew }: Change, compares: boolean): string {
  const listed = (title: string, gaps: readonly OpenGap[]) => {
    if (gaps.length === 0) return [];
    const lines = gaps.slice(0, MOST_LISTED).map(({ name, message, rule, line }) => {
      const place = line === null ? '' : `line ${line}: `;
      const text = cell(`${name === '' ? '' : `${name}: `}${message}`);
      return `- ${place}${text}${rule === '' ? '' : ` (${code(rule)})`}`;
    });
    const more = gaps.length > MOST_LISTED ? [`- and ${gaps.length - MOST_LISTED} more`] : [];
    return [`**${title}**`, '', ...lines, ...more, ''];
  };
  const body =
    compares && !isNew
      ? [...listed('Added by this change', added), ...listed('Filled by this change', filled)]
      : listed('Open', open);
  if (body.length === 0) return '';
  return [
    // Markdown has no effect in the line of an HTML tag.
    `<details><summary><code>${html(spec.path)}</code>: ${quantity(open.length, 'gap')}</summary>`,
    '',
    ...body,
    '</details>',
  ].join('\n');
}

/** The parts that fit, tables before details, and the number of those left out. */
function fitted(head: readonly string[], rows: readonly string[], details: readonly string[]): string {
  const footer = 'About a finding: `npx spec-wizard explain RULE`. To fill a spec: `npx spec-wizard FILE`.';
  let text = `${head.join('\n')}\n`;
  const left = () => MOST_BYTES - Buffer.byteLength(text) - Buffer.byteLength(footer) - 200;
  const put = (parts: readonly string[]) => {
    let kept = 0;
    for (const part of parts) {
      if (Buffer.byteLength(part) + 1 > left()) break;
      text += `${part}\n`;
      kept++;
    }
    return parts.length - kept;
  };
  const hiddenRows = put(rows);
  if (hiddenRows > 0) text += `\nAnd ${quantity(hiddenRows, 'more spec')}.\n`;
  text += '\n';
  const hiddenDetails = put(details);
  if (hiddenDetails > 0)
    text += `\nThe gaps of ${quantity(hiddenDetails, 'more spec')} are not listed for want of room.\n`;
  return `${text}\n${footer}\n`;
}

/** The largest report that is read, in bytes. */
const LARGEST_REPORT = 256 * 1024 * 1024;

const slot = z.object({
  id: z.string(),
  state: z.string(),
  required: z.boolean(),
  message: z.string(),
  rule: z.string().default(''),
  line: z.number().nullable(),
});
const spec = z.object({
  path: z.string(),
  completeness: z.object({ answered: z.number(), required: z.number(), ratio: z.number() }),
  sections: z.array(
    z.object({ path: z.array(z.string()), line: z.number().nullable().default(null), slots: z.array(slot) }),
  ),
});
const report = z.object({
  version: z.literal(1),
  specs: z.array(spec),
  problems: z.array(z.object({ path: z.string(), message: z.string() })),
});

/** The part of a report of `check --json` that a comment needs. */
type CheckReport = z.infer<typeof report>;
type CheckedSpec = z.infer<typeof spec>;

/** Reads a report of `check --json`. Raises Problem `no-file` and `usage`. */
export function readCheckReport(path: string, cwd: string): CheckReport {
  const place = { path };
  const bytes = readRegular(resolve(cwd, path), LARGEST_REPORT);
  if (bytes === null) throw new Problem('no-file', messages.noReport, { place, hints: [messages.reportHint] });
  let data: unknown;
  try {
    data = JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new Problem('usage', messages.notJson, { place, cause });
  }
  const read = report.safeParse(data);
  if (read.success) return read.data;
  throw new Problem('usage', messages.notAReport, {
    place,
    hints: [messages.reportHint],
  });
}
