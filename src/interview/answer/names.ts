import type { Reading } from '../../judge/reading.ts';
import { codeRanges } from '../../judge/sections/names.ts';
import type { Document } from '../../markdown/document.ts';
import { type FrontMatterEntry, readFrontMatter } from '../../markdown/front-matter.ts';
import { bareName, formOf } from '../../template/spelling.ts';
import type { Template, Variable } from '../../template/template.ts';
import { type Form, inForm } from '../../text/casing.ts';
import { applySplices, type Range, type Splice } from '../../text/range.ts';
import { replaceKey } from './placement.ts';

/** The splices that fill a name into every given place of a variable's tokens, in the form that fits each. */
export function fillNames(
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

/** Splices with those in the front matter as splices of whole values, quoted where YAML wants it; in lists as they are. */
export function asYaml(document: Document, splices: Splice[]): Splice[] {
  const { frontMatter } = document;
  if (!frontMatter || !splices.some(({ start }) => start < frontMatter.end)) return splices;
  return [...inKeys(document, splices), ...splices.filter(({ start }) => start >= frontMatter.end)];
}

function inKeys(document: Document, splices: readonly Splice[]): Splice[] {
  const entries = readFrontMatter(document)?.entries ?? [];
  const free = splices.filter(({ start }) => start < document.frontMatter!.end);
  const whole = entries.flatMap((entry) => {
    const { valueRange } = entry;
    const inside = free.filter(({ start, end }) => valueRange.start <= start && end <= valueRange.end);
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

/** Whether a value stands on one line, without escapes, and is no list. Braces are a placeholder's, and no mapping. */
function isScalar({ raw }: FrontMatterEntry): boolean {
  return !/[\r\n\\]/.test(raw) && !/^(?:\[.*\]|[|>&*!])/.test(raw.trim());
}

function unquoted(value: string): string {
  const [, quote, inner] = /^(["'])(.*)\1$/.exec(value.trim()) ?? [];
  if (inner === undefined) return value;
  return quote === "'" ? inner.replaceAll("''", "'") : inner;
}

/** The form in which a name is written at each of the given places of a variable's tokens. */
export function formsAt(
  document: Document,
  variable: Variable,
  template: Template,
  places: readonly Range[],
): Form[] {
  const code = codeRanges(document, places);
  const forms = formsOf(variable, template);
  const sole = new Set(variable.tokens.map(bareName)).size === 1;
  return places.map((place) => {
    const token = document.text.slice(place.start, place.end);
    const inCode = code.some((range) => range.start <= place.start && place.end <= range.end);
    return forms[token] ?? formOf(token, { text: document.text, at: place.start, code: inCode, sole });
  });
}

function formsOf(variable: Variable, template: Template): Readonly<Record<string, Form>> {
  return template.flow?.variables?.[variable.slot.label ?? '']?.forms ?? {};
}

/** The splices that put the names that a spec already has in place of the tokens that a new section brought along. */
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
