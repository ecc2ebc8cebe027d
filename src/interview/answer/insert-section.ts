import type { Reading } from '../../judge/reading.ts';
import { type Document, readDocument, type Section } from '../../markdown/document.ts';
import type { Template, TemplateSection } from '../../template/template.ts';
import { readTitle } from '../../template/title.ts';
import { LETTERS, schemeOf } from '../../text/counting.ts';
import { groupBy, pushTo } from '../../text/group.ts';
import { memo } from '../../text/memo.ts';
import { isWithin, type Splice } from '../../text/range.ts';
import { lineStartAt } from '../../text/source.ts';
import { setApart } from './placement.ts';

/** A place for a section in a spec: between two of the template's sections, or at the end of its parent's text. */
interface Place {
  parent: Section;
  before: Section | null;
  after: Section | null;
}

/**
 * The section to insert so that `target` exists: itself, or its outermost parent without any section in the spec. In a
 * copy of a repeating section, `within`, always itself.
 */
export function sectionToInsert(reading: Reading, target: TemplateSection, within: Section | null): TemplateSection {
  if (within) return target;
  const existing = existingIn(reading);
  const children = childrenIn(reading.template);
  let section = target;
  while (
    section.parent &&
    !existing.has(section.parent) &&
    !children.get(section.parent)!.some((other) => existing.has(other))
  )
    section = section.parent;
  return section;
}

/**
 * The splice that inserts a missing section where the template has it, with the template's own text, in the spec's own
 * style: heading form and level, numbering, rules between sections, line ends. With `within` it goes into that copy of
 * a repeating section.
 */
export function insertSection(reading: Reading, section: TemplateSection, within: Section | null): Splice {
  const { document, template } = reading;
  const place = placeOf(reading, section, within);
  const { before, after } = place;
  const neighbour = before ?? after;
  const rule = followsRule(template, section) ? ruleOf(document, neighbour) : null;
  const { at, level } = destinationOf(reading, section, within, rule !== null);
  const text = sectionText(template, section, {
    level,
    setext: neighbour?.heading?.setext ?? false,
    number: numberAt(place, section),
  });
  return setApart(document.text, at, withRules(document, at, text, rule));
}

/** The place of a section of the template in a spec, and the level of its heading there; `ruled`: after a rule. */
export function destinationOf(
  reading: Reading,
  section: TemplateSection,
  within: Section | null,
  ruled = false,
): { at: number; level: number } {
  const { document } = reading;
  const { parent, before, after } = placeOf(reading, section, within);
  const end = reading.mark?.start ?? document.root.end;
  const own = section.parent ? sectionEnd(document, { ...parent, end: parent.own.end, children: [] }, false) : end;
  const at = before ? sectionEnd(document, before, ruled) : (after?.start ?? own);
  const level = (before ?? after)?.level ?? levelBelow(reading, section, parent);
  return { at: Math.min(at, end), level };
}

/** A missing section, and where it belongs. */
interface MissingSection {
  id: string;
  title: string;
  level: number;
  /** The offset in the spec's text at which it would be inserted. */
  at: number;
}

/** The missing sections that have questions, in the order in which they would appear. */
export function missingSections(reading: Reading): MissingSection[] {
  return reading.sections
    .filter(({ found, state }) => !found && state === 'missing')
    .map(({ id, section, within }) => {
      const outermost = sectionToInsert(reading, section, within);
      const { at, level } = destinationOf(reading, outermost, within);
      return {
        id,
        title: section.title,
        level: level + section.level - outermost.level,
        at,
      };
    })
    .sort((a, b) => a.at - b.at);
}

/** The headings of each template section in a spec, in the order of the reading. */
const existingIn = memo(({ sections }: Reading) => {
  const existing = new Map<TemplateSection, Section[]>();
  for (const { section, found } of sections) if (found) pushTo(existing, section, found);
  return existing;
});

/** The sections of a template by their parent, in order, without the title section. */
const childrenIn = memo(({ sections }: Template) =>
  groupBy(
    sections.filter(({ id }) => id !== ''),
    ({ parent }) => parent,
  ),
);

function placeOf(reading: Reading, section: TemplateSection, within: Section | null): Place {
  const { sections, template, document } = reading;
  const siblings = childrenIn(template).get(section.parent) ?? [];
  const existing = (other: TemplateSection) => {
    const found = existingIn(reading).get(other) ?? [];
    return within ? found.filter((one) => isWithin(one, within)) : found;
  };
  const at = siblings.indexOf(section);
  const nearest = siblings.slice(0, at).findLast((other) => existing(other).length > 0);
  const before = nearest ? existing(nearest).at(-1)! : null;
  const next = siblings.slice(at + 1).find((other) => existing(other).length > 0);
  const after = next ? existing(next)[0]! : null;
  const above = within ?? (section.parent ? existing(section.parent)[0] : undefined);
  return { parent: (before ?? after)?.parent ?? above ?? sections[0]?.found ?? document.root, before, after };
}

/** The offset at which to insert after a section: its end, or before its closing rule unless a rule may precede. */
export function sectionEnd(document: Document, section: Section, ruled: boolean): number {
  let last = section;
  while (last.children.length > 0) last = last.children.at(-1)!;
  const rule = last.blocks.at(-1);
  if (ruled || rule?.kind !== 'rule') return section.end;
  const { text } = document;
  return lineStartAt(text, rule.start);
}

/** The level of a template's section below a heading of the document. */
export function levelBelow({ template, sections }: Reading, section: TemplateSection, parent: Section): number {
  const above = section.parent ?? template.sections[0]!;
  if (parent.level === 0 || above.level === 0) return section.parent ? parent.level + 1 : section.level;
  const title = sections[0]?.found;
  return parent === title || section.parent ? parent.level + Math.max(1, section.level - above.level) : section.level;
}

/** The number of a new section: in its neighbours' scheme, or without one in that of its parent and the template. */
function numberAt({ parent, before, after }: Place, section: TemplateSection): string {
  const numberOf = (title: string) => readTitle(title).number;
  const own = numberOf(section.title);
  if (parent.children.length > 0) {
    const siblings = parent.children.map(({ title }) => numberOf(title));
    return nextNumber(siblings, before && numberOf(before.title), after && numberOf(after.title));
  }
  if (own === '' || !section.parent) return own;
  return firstNumber(numberOf(parent.title));
}

/** A section with thematic breaks between it and its neighbours, if the document has them. */
function withRules({ text }: Document, at: number, section: string, rule: string | null): string {
  if (rule === null) return section;
  const before = text.slice(0, at);
  const rest = text.slice(at);
  const atEnd = rest.trim() === '' || rest.startsWith('<!-- spec-wizard:');
  const lines = [...(before.trim() === '' || endsInRule(before) ? [] : [rule]), section, ...(atEnd ? [] : [rule])];
  return lines.join('\n\n');
}

function endsInRule(text: string): boolean {
  const line = /[^\r\n]*$/.exec(text.trimEnd().slice(-200))![0];
  return /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/.test(line);
}

/** Whether a thematic break precedes the section in its template. */
function followsRule(template: Template, section: TemplateSection): boolean {
  const { sections } = template.document;
  return sections[sections.indexOf(section.found) - 1]?.blocks.at(-1)?.kind === 'rule';
}

/** The rule between the sections of a document; null if there are sections without one. */
function ruleOf({ text, sections }: Document, neighbour: Section | null): string | null {
  for (const { blocks } of sections) {
    const last = blocks.at(-1);
    if (last?.kind === 'rule') return text.slice(last.start, last.end);
  }
  return neighbour ? null : '---';
}

/** A section's heading and own text in the template, at another level and in another form, with its placeholders. */
function sectionText(
  template: Template,
  section: TemplateSection,
  style: { level: number; setext: boolean; number: string },
): string {
  const { found } = section;
  const { text } = template;
  const heading = headingText(style.number + section.title.slice(readTitle(section.title).number.length), style);
  const blocks = [...found.blocks];
  while (blocks.at(-1)?.kind === 'rule') blocks.pop();
  const first = blocks[0];
  if (!first) return heading;
  const between =
    text.slice(found.heading?.end ?? first.start, first.start).split(/\r\n|\n|\r/).length > 2 ? '\n\n' : '\n';
  return heading + between + text.slice(first.start, blocks.at(-1)!.end).replace(/\r\n?/g, '\n');
}

/** A heading of a level, on request underlined if possible: "1. Title" above a line would be a list. */
export function headingText(title: string, style: { level: number; setext: boolean }): string {
  const level = Math.min(6, style.level);
  const underlined = `${title}\n${(level === 1 ? '=' : '-').repeat(Math.max(3, title.length))}`;
  if (style.setext && level <= 2 && readDocument(underlined).root.children[0]?.title === title) return underlined;
  return `${'#'.repeat(level)} ${title}`;
}

/** The number of a heading taken apart: `4.` · `2` · `. ` of `4.2. `. */
interface Parsed {
  lead: string;
  last: string;
  tail: string;
}

const NUMBER = /^(.*?)(\d{1,3}|[IVX]{1,5}|[A-Z])([.):]?[ \t]*)$/s;

/**
 * The number of a section between two others, in their scheme: the successor of its predecessor's or, if that is taken,
 * the next free one, because existing numbers are not changed. Numbers are as written, with the blanks after them;
 * `siblings` are in document order. '' if the neighbour has none.
 */
export function nextNumber(siblings: readonly string[], before: string | null, after: string | null): string {
  const beside = parse(before ?? after ?? siblings.at(-1) ?? '');
  if (!beside) return '';
  const same = siblings
    .map(parse)
    .filter((number) => number?.lead === beside.lead && isDigits(number.last) === isDigits(beside.last));
  const letters = same.map((number) => number!.last);
  const scheme = schemeOf(letters) ?? LETTERS;
  const taken = new Set(letters.map(scheme.read));
  const next = before === null && after !== null ? scheme.read(beside.last) - 1 : scheme.read(beside.last) + 1;
  const free = next > 0 && !taken.has(next) ? next : Math.max(0, ...taken) + 1;
  return `${beside.lead}${scheme.write(free)}${beside.tail}`;
}

/** The number of the first section below a numbered one: `3.1 ` below `3. `; '' if that has none. */
function firstNumber(parent: string): string {
  const above = parse(parent);
  return above && isDigits(above.last) ? `${above.lead}${above.last}.1 ` : '';
}

function parse(number: string): Parsed | null {
  const match = NUMBER.exec(number);
  return match ? { lead: match[1]!, last: match[2]!, tail: match[3]! } : null;
}

function isDigits(last: string): boolean {
  return /^\d/.test(last);
}
