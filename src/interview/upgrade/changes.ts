import { withoutColumns } from '../../judge/item-text.ts';
import type { Drift, Reading, SectionReading } from '../../judge/reading.ts';
import type { Document, Section } from '../../markdown/document.ts';
import { plainTitle } from '../../markdown/inline.ts';
import { type Lead, leadsOf } from '../../markdown/leads.ts';
import type { TemplateSection } from '../../template/template.ts';
import { readTitle } from '../../template/title.ts';
import { applySplices, type Splice } from '../../text/range.ts';
import { endsInBlankLine, eolNear, lineStartAt, withEol } from '../../text/source.ts';
import { destinationOf, headingText, levelBelow } from '../answer/insert-section.ts';
import { setApart } from '../answer/placement.ts';

/** The change that brings one section from an earlier form to the present one. */
export interface Change {
  form: Drift;
  /** The titles in the spec, and the template's. */
  from: readonly string[];
  to: readonly string[];
  splices: readonly Splice[];
  /** The splice that an author may word differently. */
  main: Splice;
  /** The titles that it removes and adds; every other word stays. */
  words: { out: string; in: string };
}

/** The change for a section with an earlier form; null if it cannot be computed. */
export function changeFor(reading: Reading, reached: SectionReading): Change | null {
  const { drift } = reached;
  return drift && CHANGES[drift](reading, reached);
}

const CHANGES: Record<Drift, (reading: Reading, reached: SectionReading) => Change | null> = {
  renamed: rename,
  'bold-text': makeHeading,
  moved: move,
  joined: join,
  divided: divide,
};

/** A section's title in the template, without its number. */
function titleOf({ section }: SectionReading): string {
  return section.title.slice(readTitle(section.title).number.length);
}

/** The number of a section in the template, if the spec numbers the section above it in the same way; else ''. */
function numberIn({ title, parent }: TemplateSection, above: Section): string {
  const numberOf = (of: string) => readTitle(of).number;
  return parent && numberOf(parent.title) === numberOf(above.title) ? numberOf(title) : '';
}

function rename({ document: { text } }: Reading, reached: SectionReading): Change | null {
  const { found } = reached;
  if (!found?.heading) return null;
  const { number, plain } = readTitle(found.title);
  const { start, end, content } = found.heading;
  const hasNumber = text.slice(content.start, content.end).startsWith(number);
  const from = content.start + (hasNumber ? number.length : 0);
  const title = titleOf(reached);
  const main = { start, end, text: text.slice(start, from) + title + text.slice(content.end, end) };
  const to = plainTitle(title);
  return { form: 'renamed', from: [plain], to: [to], splices: [main], main, words: { out: plain, in: to } };
}

function makeHeading(reading: Reading, reached: SectionReading): Change | null {
  const { document } = reading;
  const existing = leadsOf(document).find(({ start }) => start === reached.lead?.start);
  if (!existing) return null;
  const level = Math.min(6, levelBelow(reading, reached.section, existing.section));
  const title = titleOf(reached);
  const heading = numberIn(reached.section, existing.section) + title;
  const main = headingFor(document.text, existing, `${'#'.repeat(level)} ${heading}`);
  const [from, to] = [existing.title, plainTitle(title)];
  return {
    form: 'bold-text',
    from: [from],
    to: [to],
    splices: [main],
    main,
    words: { out: from, in: plainTitle(heading) },
  };
}

function move(reading: Reading, { section, found }: SectionReading): Change | null {
  if (!found?.heading) return null;
  const { document } = reading;
  const { at, level } = destinationOf(reading, section, null);
  const title = readTitle(found.title).plain;
  const named = { form: 'moved' as const, from: [title], to: [title], words: { out: '', in: '' } };
  const levels = relevelled(document, [found], level - found.level);
  if (at >= found.start && at <= found.end) {
    const [main] = levels;
    return main ? { ...named, splices: levels, main } : null;
  }
  const { cut, text } = cutOut(document, found, levels);
  const main = setApart(document.text, at, text);
  return { ...named, splices: [cut, main], main };
}

/** Puts one heading above the sections that the template has joined, which become parts of it. */
function join(reading: Reading, reached: SectionReading): Change | null {
  const { found, joined } = reached;
  if (!found?.heading) return null;
  const { document } = reading;
  const { number, plain } = readTitle(found.title);
  const title = titleOf(reached);
  const style = { level: found.level, setext: found.heading.setext };
  const main = setApart(document.text, found.heading.start, headingText(number + title, style));
  const splices: Splice[] = [main, ...relevelled(document, [found], 1)];
  let end = found.end;
  for (const other of joined) {
    const levels = relevelled(document, [other], found.level + 1 - other.level);
    if (other.start === end) {
      splices.push(...levels);
      end = other.end;
    } else {
      const { cut, text } = cutOut(document, other, levels);
      splices.push(cut, setApart(document.text, end, text));
    }
  }
  const from = [plain, ...joined.map((other) => readTitle(other.title).plain)];
  const to = plainTitle(title);
  return { form: 'joined', from, to: [to], splices, main, words: { out: '', in: number + to } };
}

/** The headings of the sections into which the template divided one, with all of its text below the first. */
function divide(reading: Reading, { found }: SectionReading): Change | null {
  if (!found?.heading) return null;
  const { document, sections } = reading;
  const parts = sections.filter(
    (one) => one.drift === 'divided' && (one.found === found || one.lead?.start === found.heading!.start),
  );
  const style = { level: found.level, setext: found.heading.setext };
  const [first, ...others] = parts.map((part) => headingText(titleOf(part), style));
  const own = document.text.slice(found.heading.end, found.own.end).trim();
  const text = withEol([first, own, ...others].join('\n\n'), eolNear(document.text, found.start));
  const existing = document.text.slice(found.heading.start, found.own.end);
  const end = found.own.end - (existing.length - existing.trimEnd().length);
  const main = { start: found.heading.start, end, text };
  const from = readTitle(found.title).plain;
  const to = parts.map((part) => plainTitle(titleOf(part)));
  return { form: 'divided', from: [from], to, splices: [main], main, words: { out: from, in: to.join(' ') } };
}

/** Lowers the headings of sections, and of all below them, by a number of levels. */
function relevelled({ text }: Document, sections: readonly Section[], by: number): Splice[] {
  if (by === 0) return [];
  return sections.flatMap(function splices(section): Splice[] {
    const { heading, children } = section;
    const below = children.flatMap(splices);
    if (!heading) return below;
    const level = Math.min(6, Math.max(1, section.level + by));
    const { start, end } = heading.setext ? heading : hashesOf(text, heading.start);
    const line = heading.setext
      ? headingText(text.slice(heading.content.start, heading.content.end), { level, setext: true })
      : '#'.repeat(level);
    return [{ start, end, text: withEol(line, eolNear(text, start)) }, ...below];
  });
}

function hashesOf(text: string, start: number): { start: number; end: number } {
  const [, indent = '', hashes = ''] = /^( *)(#+)/.exec(text.slice(start, start + 12)) ?? [];
  return { start: start + indent.length, end: start + indent.length + hashes.length };
}

/** The splice that cuts a section out, and its text with its headings at their new levels. */
function cutOut({ text }: Document, section: Section, levels: readonly Splice[]): { cut: Splice; text: string } {
  const own = levels.map(({ start, end, text: heading }) => ({
    start: start - section.start,
    end: end - section.start,
    text: heading,
  }));
  const moved = applySplices(text.slice(section.start, section.end), own);
  const isLast = text.slice(section.end).trim() === '';
  const before = text.slice(0, section.start);
  const start = isLast
    ? before.trimEnd().length + (/^[ \t]*(?:\r\n|\n|\r)/.exec(before.slice(before.trimEnd().length))?.[0].length ?? 0)
    : section.start;
  return { cut: { start, end: section.end, text: '' }, text: moved.trim() };
}

/** Replaces bold text by a heading, with what is nested in its item below it. */
function headingFor(text: string, { start, after, item, parts }: Lead, heading: string): Splice {
  const newline = eolNear(text, start);
  const from = lineStartAt(text, start);
  const before = text.slice(0, from);
  const isBehindBlank = from === 0 || endsInBlankLine(before);
  // The blocks after a paragraph, or after an item without blocks of its own, stay.
  const to = item?.end ?? after;
  const nested = parts.some((part) => part.start < to) || !item;
  const body = nested ? dedented(text.slice(after, to), item?.indent ?? 0) : '';
  const rest = text.slice(to);
  const gap = /^[ \t]*(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r|$)/.test(rest) || rest.trim() === '' ? '' : newline;
  const lines = [heading, ...(body === '' ? [] : ['', body])].join(newline);
  const follows = item ? gap : /^[ \t]*\S/.test(rest) ? `${newline}${newline}` : gap;
  const skipped = item ? 0 : /^[ \t]*/.exec(rest)![0].length;
  return {
    start: from,
    end: to + skipped,
    text: `${isBehindBlank ? '' : newline}${lines}${follows}`,
  };
}

/**
 * Removes the indentation of a list item from the text after its bold text, so that it can be below a heading. Removes
 * further indentation that all lines share, unless the lines are code.
 */
function dedented(text: string, columns: number): string {
  const [rest = '', ...lines] = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const outdented = lines.map((line) => withoutColumns(line, columns));
  const indents = outdented.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)![0].length);
  const shared = rest.trim() === '' ? Math.min(...indents) : 0;
  const body = [rest.trimStart(), ...outdented.map((line) => (shared < CODE ? withoutColumns(line, shared) : line))];
  return body
    .join('')
    .replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/, '')
    .replace(/[\r\n]+$/, '');
}

/** The number of columns that makes an indented line code. */
const CODE = 4;
