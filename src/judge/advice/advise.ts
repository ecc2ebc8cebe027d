import { hiddenValue, readFrontMatter } from '../../markdown/front-matter.ts';
import { plainTitle } from '../../markdown/inline.ts';
import type { Flow } from '../../template/schemas.ts';
import type { TemplateSection } from '../../template/template.ts';
import { bare } from '../../template/title.ts';
import { excerpt } from '../../text/fold.ts';
import { groupBy } from '../../text/group.ts';
import { positionAt } from '../../text/source.ts';
import type { Drift, Reading } from '../reading.ts';
import { unclosedBlock } from '../unclosed.ts';
import type { Advice, AdviceRule } from './advice.ts';
import {
  alertWithoutAction,
  CHECKS,
  dependencyWithoutFailure,
  readingsBelow,
  unmeasuredRequirement,
} from './checks.ts';
import { barelyChanged, bracketsKept, guidanceLeft, instructionsLeft, stillOpen } from './left-over.ts';

/** A table with rows has fewer columns than the template's. */
const columnsLost: AdviceRule = {
  id: 'columns-lost',
  severity: 'warning',
  fix: 'Add the column, or say below the table why it does not apply.',
  find(reading) {
    const asked = new Map(reading.template.slots.map((slot) => [slot.id, slot.columns]));
    return reading.slots.flatMap(({ slot, state, range }) => {
      if (slot.kind !== 'table' || range === null || state === 'boilerplate') return [];
      const has = new Set(slot.columns.map((column) => bare(column.title)));
      const columns = asked.get(slot.id) ?? [];
      const lost = columns.filter((column) => bare(column.title) !== '' && !has.has(bare(column.title)));
      // As many columns with other titles are the same table in the author's words.
      if (lost.length === 0 || has.size >= columns.length) return [];
      const names = lost.map((column) => `“${column.title}”`).join(', ');
      return [
        {
          place: slot.id,
          line: positionAt(reading.document.starts, range.start).line,
          message: `the table has lost the template's column${lost.length === 1 ? '' : 's'} ${names}`,
        },
      ];
    });
  },
};

/** A table that the template requires has no row. */
const tableWithoutRows: AdviceRule = {
  id: 'table-without-rows',
  severity: 'warning',
  fix: 'Add a row, or write below the heading why there is none.',
  find: (reading) =>
    reading.slots
      .filter(({ slot, required, rule }) => slot.kind === 'table' && required && rule === 'empty-table')
      .map(({ slot, range }) => ({
        place: slot.id,
        line: range && positionAt(reading.document.starts, range.start).line,
        message: `a required table has a head (${slot.columns.map((column) => column.title).join(', ')}) and no row`,
      })),
};

/** A section has the form of an earlier version of its template. */
const olderForm: AdviceRule = {
  id: 'older-form',
  severity: 'info',
  fix: 'spec-wizard upgrade brings it to the form of the template.',
  find: (reading) =>
    reading.sections.flatMap(({ id, section, found, line, drift }) => {
      // A divided section is reported once, at its heading.
      if (!drift || (drift === 'divided' && !found)) return [];
      const title = excerpt(plainTitle(section.title));
      const here = excerpt(plainTitle(found?.title ?? ''));
      const messages: Record<Drift, string> = {
        renamed: `“${here}” is called “${title}” in the template`,
        moved: `“${here}” stands ${placeOf(section)} in the template`,
        joined: `“${here}” is a part of “${title}” in the template`,
        divided: `“${here}” is divided into several sections in the template`,
        'bold-text': `“${title}” is a bold text here and a heading in the template`,
      };
      const message = messages[drift];
      return [{ place: id, line, message }];
    }),
};

/** The place of a section in a template, for people. */
function placeOf({ parent }: TemplateSection): string {
  return parent && parent.id !== '' ? `below “${excerpt(plainTitle(parent.title))}”` : 'at the top level';
}

/** A code block or a comment that is never closed takes in headings below it. */
const notClosed: AdviceRule = {
  id: 'not-closed',
  severity: 'warning',
  fix: 'Close it where it should end.',
  find({ document }) {
    const found = unclosedBlock(document);
    return found ? [{ place: '', line: found.line, message: found.message }] : [];
  },
};

/** A value in the front matter begins with `#`, so that YAML reads a comment: `issue: #1234`. */
const valueInComment: AdviceRule = {
  id: 'value-in-comment',
  severity: 'warning',
  fix: 'Put the value in quotes.',
  find: ({ document, slots }) =>
    (readFrontMatter(document)?.entries ?? []).flatMap((entry) => {
      const asked = slots.find(
        ({ slot: { shape } }) => shape.form === 'key' && shape.key.toLowerCase() === entry.key.toLowerCase(),
      );
      if (asked?.slot.shape.form !== 'key') return [];
      const hidden = hiddenValue(entry, asked.slot.shape.comment, document.text);
      if (!hidden) return [];
      const hiddenText = document.text.slice(hidden.start, hidden.end);
      return [
        {
          place: asked.id,
          line: positionAt(document.starts, hidden.start).line,
          message: `YAML reads “${hiddenText}” behind “${entry.key}:” as a comment`,
        },
      ];
    }),
};

/** A key occurs more often in the front matter than in the template's, which is an error in YAML. */
const keyTwice: AdviceRule = {
  id: 'key-twice',
  severity: 'warning',
  fix: 'Keep the line that is true and take the others out.',
  find({ document, template }) {
    const entries = groupBy(readFrontMatter(document)?.entries ?? [], ({ key }) => key);
    if (entries.size === 0) return [];
    const given = groupBy(readFrontMatter(template.document)?.entries ?? [], ({ key }) => key);
    return [...entries]
      .filter(([key, all]) => all.length > Math.max(1, given.get(key)?.length ?? 0))
      .map(([key, all]) => {
        const lines = all.map(({ range }) => positionAt(document.starts, range.start).line);
        return {
          place: '',
          line: lines[0]!,
          message: `the key “${key}” stands in lines ${lines.join(', ')}`,
        };
      });
  },
};

/** The general advice. The order does not matter: a spec's advice is sorted by line. */
export const ADVICE_RULES: readonly AdviceRule[] = [
  unmeasuredRequirement,
  alertWithoutAction,
  dependencyWithoutFailure,
  columnsLost,
  tableWithoutRows,
  barelyChanged,
  bracketsKept,
  instructionsLeft,
  guidanceLeft,
  valueInComment,
  keyTwice,
  notClosed,
  olderForm,
  stillOpen,
];

/** The advice for a spec, by its flow's rules and the general ones, sorted by line. */
export function adviceFor(reading: Reading): Advice[] {
  const general = ADVICE_RULES.flatMap(({ id, severity, fix, find }) =>
    find(reading).map((found): Advice => ({ id, severity, fix, ...found })),
  );
  return [...flowAdvice(reading), ...general].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** The advice of a flow's own rules. */
function flowAdvice(reading: Reading): Advice[] {
  const rules: NonNullable<Flow['advice']> = reading.template.flow?.advice ?? [];
  return rules.flatMap((rule) => {
    const place = rule.section === undefined || rule.section === '/' ? '' : rule.section;
    const sections = readingsBelow(reading, place);
    const [first] = sections;
    if (!first || first.state === 'not-applicable' || !CHECKS[rule.check](reading, sections, rule.words ?? []))
      return [];
    const { id, severity, message, fix } = rule;
    return [{ id, severity, place, line: place === '' ? null : first.line, message, fix }];
  });
}
