import type { Reading } from '../../judge/reading.ts';
import { codeRanges, lineAt, tokenPlaces } from '../../judge/sections/names.ts';
import type { Document } from '../../markdown/document.ts';
import { type FrontMatterEntry, readFrontMatter } from '../../markdown/front-matter.ts';
import { bareName, formOf } from '../../template/spelling.ts';
import type { Template, TemplateSection, Variable } from '../../template/template.ts';
import { readTitle } from '../../template/title.ts';
import { type Form, inForm } from '../../text/casing.ts';
import { memo } from '../../text/memo.ts';
import { applySplices, isWithin, type Range, type Splice } from '../../text/range.ts';
import { replaceKey } from './placement.ts';

/** The splices that write a name at places of a variable's tokens, in the form that fits each. */
function fillNames(
  document: Document,
  variable: Variable,
  template: Template,
  places: readonly Range[],
  name: string,
): Splice[] {
  const forms = formsAt(document, variable, template, places);
  return asYaml(
    document,
    places.map((place, index) => ({ ...place, text: inForm(name, forms[index]!) })),
  );
}

/** Replaces splices in the front matter by splices of whole values, quoted as YAML requires; lists are left alone. */
function asYaml(document: Document, splices: Splice[]): Splice[] {
  const { frontMatter } = document;
  if (!frontMatter || !splices.some(({ start }) => start < frontMatter.end)) return splices;
  return [...inKeys(document, splices), ...splices.filter(({ start }) => start >= frontMatter.end)];
}

function inKeys(document: Document, splices: readonly Splice[]): Splice[] {
  const entries = readFrontMatter(document)?.entries ?? [];
  const free = splices.filter(({ start }) => start < document.frontMatter!.end);
  const whole = entries.flatMap((entry) => {
    const { valueRange } = entry;
    const inside = free.filter((place) => isWithin(place, valueRange));
    if (inside.length === 0 || !isScalar(entry)) return [];
    for (const splice of inside) free.splice(free.indexOf(splice), 1);
    const value = applySplices(
      document.text.slice(valueRange.start, valueRange.end),
      inside.map(({ start, end, text }) => ({
        start: start - valueRange.start,
        end: end - valueRange.start,
        text,
      })),
    );
    return [replaceKey(document, valueRange, unquoted(value))];
  });
  return [...free, ...whole].sort((a, b) => a.start - b.start);
}

/** Whether a value is on one line, without escapes, and not a list. Braces are a placeholder, not a mapping. */
function isScalar({ raw }: FrontMatterEntry): boolean {
  return !/[\r\n\\]/.test(raw) && !/^(?:\[.*\]|[|>&*!])/.test(raw.trim());
}

function unquoted(value: string): string {
  const [, quote, inner] = /^(["'])(.*)\1$/.exec(value.trim()) ?? [];
  if (inner === undefined) return value;
  return quote === "'" ? inner.replaceAll("''", "'") : inner;
}

/** The form of a name at each of the given places of a variable's tokens. */
function formsAt(document: Document, variable: Variable, template: Template, places: readonly Range[]): Form[] {
  const code = codeRanges(document, places);
  const forms = formsOf(variable, template);
  const sole = new Set(variable.tokens.map(bareName)).size === 1;
  return places.map((place) => {
    const token = document.text.slice(place.start, place.end);
    const inCode = code.some((range) => isWithin(place, range));
    return forms[token] ?? formOf(token, { text: document.text, at: place.start, code: inCode, sole });
  });
}

function formsOf(variable: Variable, template: Template): Readonly<Record<string, Form>> {
  return template.flow?.variables?.[variable.slot.label ?? '']?.forms ?? {};
}

/** The splices that write the names of a spec over the tokens of a new section. */
export function nameSplices(before: Reading, after: Reading): Splice[] {
  return after.template.variables.flatMap((variable) => {
    const known = before.slots.find((slot) => slot.id === variable.slot.id);
    const now = after.slots.find((slot) => slot.id === variable.slot.id);
    const name = typeof known?.value === 'string' ? known.value : null;
    return name !== null && known?.state === 'answered' && now?.site?.form === 'names'
      ? fillNames(after.document, variable, after.template, now.site.places, name)
      : [];
  });
}

/** A form of a name to write: the present text, its number of places, and the new text. */
interface WrittenForm {
  token: string;
  text: string;
  places: number;
}

/**
 * Each form of a name to write, with the tokens that it replaces, or the older name if none is left; in the order of
 * the text. Empty for a slot that is not a name.
 */
export function writtenForms(reading: Reading, id: string, name: string): WrittenForm[] {
  const variable = reading.template.variables.find(({ slot }) => slot.id === id);
  if (!variable) return [];
  const { text } = reading.document;
  const seen = new Map<string, WrittenForm>();
  for (const splice of writeName(reading, variable, name)) {
    const token = text.slice(splice.start, splice.end);
    const key = `${token}\n${splice.text}`;
    const form = seen.get(key) ?? { token, text: splice.text, places: 0 };
    seen.set(key, { ...form, places: form.places + 1 });
  }
  return [...seen.values()];
}

/** The splices that write a variable's name over its tokens or, if none is left, over the older name. */
export function writeName(reading: Reading, variable: Variable, name: string): Splice[] {
  const slot = reading.slots.find(({ id }) => id === variable.slot.id);
  if (slot?.site?.form !== 'names') return [];
  const { places } = slot.site;
  if (places.length > 0) return fillNames(reading.document, variable, reading.template, places, name);
  if (typeof slot.value !== 'string') return [];
  // The name comes from a heading, which may have a number before it.
  const { number } = readTitle(slot.value);
  const known = slot.value.slice(number.length);
  const newName = name.startsWith(number) ? name.slice(number.length) : name;
  return known === newName ? [] : renameSplices(reading, variable, known, newName);
}

/** An occurrence of a variable in a template, with the written form of the name that replaces it. */
interface Token extends Range {
  form: Form;
  /** The section that contains it; null for the front matter. */
  section: TemplateSection | null;
  /** The line that contains it. */
  line: Range;
}

/**
 * The splices that replace a spec's name in each of its forms: wherever the template has a token and the filled form
 * still exists, in its line or, if that was changed, as a word of its section. Empty if it exists nowhere.
 */
function renameSplices(reading: Reading, variable: Variable, known: string, name: string): Splice[] {
  const { document, template, sections, mark } = reading;
  const tokens = tokensOf(variable, template);
  const splices: Splice[] = [];
  const rename = (range: Range, own: readonly Token[]) => {
    for (const { place, form } of placesIn(document.text, range, own, template.document.text, known))
      splices.push({ ...place, text: inForm(name, form) });
  };
  if (document.frontMatter)
    rename(
      document.frontMatter.yaml,
      tokens.filter(({ section }) => section === null),
    );
  for (const { section, found } of sections) {
    if (!found) continue;
    rename(
      { start: found.start, end: Math.min(found.own.end, mark?.start ?? found.own.end) },
      tokens.filter((token) => token.section === section),
    );
  }
  return asYaml(
    document,
    splices.sort((a, b) => a.start - b.start),
  );
}

const tokensOf = memo((variable: Variable, template: Template): Token[] => {
  const { document } = template;
  const parts = template.sections.map((section) => ({
    section: section as TemplateSection | null,
    own: { start: section.found.start, end: section.found.own.end },
  }));
  if (variable.inKeys && document.frontMatter) parts.unshift({ section: null, own: document.frontMatter.yaml });
  return parts.flatMap(({ section, own }) => {
    const places = tokenPlaces(document, [own], variable.tokens);
    const forms = formsAt(document, variable, template, places);
    return places.map((place, index) => ({
      ...place,
      form: forms[index]!,
      section,
      line: lineAt(document.text, place),
    }));
  });
});

/** The places of a section's filled tokens in a range of a spec: those in lines like the template's first. */
function placesIn(
  text: string,
  range: Range,
  tokens: readonly Token[],
  template: string,
  name: string,
): { place: Range; form: Form }[] {
  const found: { place: Range; form: Form }[] = [];
  const isFree = ({ start, end }: Range) => !found.some(({ place }) => place.start < end && start < place.end);
  const left: Token[] = [];
  for (const line of new Map(tokens.map((token) => [token.line.start, token.line])).values()) {
    const inLine = tokens.filter((token) => token.line.start === line.start);
    const { filled, places } = fill(template, line, inLine, name);
    const at = lineLike(text, range, filled, (start) => isFree({ start, end: start + filled.length }));
    if (at < 0) left.push(...inLine);
    else
      places.forEach(({ start, end }, index) => {
        found.push({ place: { start: at + start, end: at + end }, form: inLine[index]!.form });
      });
  }
  for (const { start, end, form } of left) {
    const before = /[\p{L}\p{N}_]*$/u.exec(template.slice(Math.max(0, start - 80), start))![0];
    const after = /^[\p{L}\p{N}_]*/u.exec(template.slice(end, end + 80))![0];
    const place = wordLike(text, range, [before, inForm(name, form), after], isFree);
    if (place) found.push({ place, form });
  }
  return found;
}

/** A template's line without blanks at its ends and with a name filled in, and the range of the name in it. */
function fill(
  template: string,
  line: Range,
  tokens: readonly Token[],
  name: string,
): { filled: string; places: Range[] } {
  let filled = '';
  let at = line.start + /^[ \t]*/.exec(template.slice(line.start, line.end))![0].length;
  const places = tokens.map(({ start, end, form }) => {
    filled += template.slice(at, start);
    const from = filled.length;
    filled += inForm(name, form);
    at = end;
    return { start: from, end: filled.length };
  });
  return { filled: filled + template.slice(at, line.end).trimEnd(), places };
}

/** The offset of a text that fills a line except for blanks; -1 if there is none. */
function lineLike(text: string, range: Range, filled: string, isFree: (at: number) => boolean): number {
  for (let at = text.indexOf(filled, range.start); at >= 0; at = text.indexOf(filled, at + 1)) {
    if (at + filled.length > range.end) return -1;
    const line = lineAt(text, { start: at, end: at + filled.length });
    const rest = text.slice(line.start, at) + text.slice(at + filled.length, line.end);
    if (rest.trim() === '' && isFree(at)) return at;
  }
  return -1;
}

/** The second of three adjacent parts that form a word; null if they do not. */
function wordLike(
  text: string,
  range: Range,
  [before, middle, after]: readonly [string, string, string],
  isFree: (place: Range) => boolean,
): Range | null {
  const word = before + middle + after;
  for (let at = text.indexOf(word, range.start); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at + word.length > range.end) return null;
    const place = { start: at + before.length, end: at + before.length + middle.length };
    const isWord =
      !/(?<=[\p{L}\p{N}_])$/u.test(text.slice(Math.max(0, at - 2), at)) &&
      !/^[\p{L}\p{N}_]/u.test(text.slice(at + word.length, at + word.length + 2));
    if (isWord && isFree(place)) return place;
  }
  return null;
}
