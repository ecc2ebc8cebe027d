import type { Reading } from '../../judge/reading.ts';
import type { Block } from '../../markdown/blocks.ts';
import type { Document } from '../../markdown/document.ts';
import { inlineSpans } from '../../markdown/inline.ts';
import { leafLines } from '../../markdown/parts.ts';
import type { Template, Variable } from '../../template/template.ts';
import { formOf } from '../../template/variables.ts';
import { type Form, inForm } from '../../text/casing.ts';
import type { Range, Splice } from '../../text/range.ts';

/** The splices that fill a name into every given place of a variable's tokens, in the form that fits each. */
export function fillNames(
  document: Document,
  variable: Variable,
  template: Template,
  places: readonly Range[],
  name: string,
): Splice[] {
  const forms = formsAt(document, variable, template, places);
  return places.map((place, index) => ({ ...place, text: inForm(name, forms[index]!) }));
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
  return places.map((place) => {
    const token = document.text.slice(place.start, place.end);
    const inCode = code.some((range) => range.start <= place.start && place.end <= range.end);
    return forms[token] ?? formOf(token, document.text, place.start, inCode);
  });
}

function formsOf(variable: Variable, template: Template): Readonly<Record<string, Form>> {
  return template.flow?.variables?.[variable.slot.label ?? '']?.forms ?? {};
}

/** The code of a document around the given places: fences, indented code, and code spans. */
function codeRanges(document: Document, places: readonly Range[]): Range[] {
  const ranges: Range[] = [];
  const visit = (block: Block) => {
    if (!places.some((place) => place.start < block.end && block.start < place.end)) return;
    if (block.kind === 'fence' || block.kind === 'code') ranges.push(block);
    else if ('children' in block) for (const child of block.children as readonly Block[]) visit(child);
    else
      for (const line of leafLines(block))
        ranges.push(...inlineSpans(document.text, line).filter((span) => span.kind === 'code'));
  };
  for (const section of document.sections) {
    if (section.heading) visit(section.heading);
    for (const block of section.blocks) visit(block);
  }
  return ranges;
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
