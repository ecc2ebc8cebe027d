import type { Document, Section } from '../../markdown/document.ts';
import { plainTitle } from '../../markdown/inline.ts';
import { partsOf } from '../../markdown/parts.ts';
import { isInstruction } from '../../template/instructions.ts';
import { namesIn, patternOf } from '../../template/pattern.ts';
import type { Template, TemplateSection, Variable } from '../../template/template.ts';
import { fold } from '../../text/fold.ts';
import type { Range } from '../../text/range.ts';
import type { Alignment } from '../align.ts';
import type { Mark } from '../mark.ts';
import type { Verdict } from './verdict.ts';

/** Judges a variable: every place in the spec where one of its exact tokens still stands (GAPS 2). */
export function judgeVariable(
  variable: Variable,
  document: Document,
  template: Template,
  alignment: Alignment,
  mark: Mark | null,
): Verdict {
  const name = nameOf(variable, template, alignment);
  const places = tokenPlaces(document, ownedRanges(document, alignment, mark), variable.tokens);
  if (places.length === 0) {
    return {
      state: 'answered',
      rule: 'answered',
      site: { form: 'names', places },
      evidence: null,
      value: name,
    };
  }
  const first = places[0]!;
  return {
    state: name === null ? 'untouched' : 'partial',
    rule: 'variable',
    site: { form: 'names', places },
    evidence: first,
    needle: document.text.slice(first.start, first.end),
    value: name,
  };
}

/** The name that a spec has filled into its headings at the variable's places; null where none can be told. */
export function nameOf(variable: Variable, template: Template, alignment: Alignment): string | null {
  for (const section of template.sections) {
    const pattern = patternOf(plainTitle(section.title), variable.tokens);
    if (pattern.pieces.length < 2) continue;
    for (const found of alignment.found.get(section) ?? []) {
      const [name] = namesIn(pattern, fold(plainTitle(found.title))) ?? [];
      if (name && !variable.tokens.some((token) => name.includes(token))) return name;
    }
  }
  return null;
}

/** The parts of a spec that belong to its template: headings and text, without instructions and without the mark. */
export function ownedRanges(document: Document, alignment: Alignment, mark: Range | null): Range[] {
  const ranges: Range[] = [];
  const add = (section: Section) => {
    const end = Math.min(section.own.end, mark?.start ?? Number.POSITIVE_INFINITY);
    let at = section.start;
    const skipped =
      alignment.owner.get(section)?.id === ''
        ? partsOf(document.text, section.blocks).filter(
            (part) => part.form === 'prose' && isInstruction(part.text),
          )
        : [];
    for (const part of skipped) {
      ranges.push({ start: at, end: part.start });
      at = part.end;
    }
    if (at < end) ranges.push({ start: at, end });
  };
  for (const section of document.sections) if (isOwned(section, alignment.owner)) add(section);
  return ranges;
}

function isOwned(section: Section, owner: ReadonlyMap<Section, TemplateSection>): boolean {
  for (let here: Section | null = section; here; here = here.parent) {
    const template = owner.get(here);
    if (template) return here === section || template.id !== '';
  }
  return false;
}

function tokenPlaces(document: Document, ranges: readonly Range[], tokens: readonly string[]): Range[] {
  const { text } = document;
  const places: Range[] = [];
  for (const range of ranges) {
    for (const token of tokens) {
      for (
        let at = text.indexOf(token, range.start);
        at >= 0 && at + token.length <= range.end;
        at = text.indexOf(token, at + token.length)
      ) {
        const end = at + token.length;
        const link = token.startsWith('[') && /[([:]/.test(text[end] ?? '');
        if (!link && !places.some((place) => place.start < end && at < place.end))
          places.push({ start: at, end });
      }
    }
  }
  return places.sort((a, b) => a.start - b.start);
}
