import type { Document } from '../../markdown/document.ts';
import { Phrases } from '../../template/languages/index.ts';
import { sentences } from '../../template/phrasing.ts';
import type { ShapedSlot } from '../../template/slot.ts';
import type { TemplateSection } from '../../template/template.ts';
import { likenessOf, termsOf } from '../../template/terms.ts';
import { readTitle } from '../../template/title.ts';
import { foldCase } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import type { Body } from './body.ts';
import { judgeSection } from './section.ts';

/**
 * What a section says beyond its template's text, for the sections below it that are left out: nothing, something of the
 * author's own, or that it does not apply.
 */
export function ownContentOf(
  section: TemplateSection,
  body: Body,
  document: Document,
): 'nothing' | 'own' | 'not-applicable' {
  const verdicts = [...judgeSection(withParagraph(section), body, document, () => false).values()];
  if (verdicts.every(({ rule }) => rule === 'not-applicable') || saysNone(section, body))
    return 'not-applicable';
  return verdicts.some(({ state }) => state === 'answered') ? 'own' : 'nothing';
}

const NONE_OF = new Phrases('noneOf');
const SHORT = 12;

/** Whether a section says in one sentence that there is nothing of what its title names: "No data models." */
function saysNone({ title }: TemplateSection, { parts, subsections }: Body): boolean {
  const [only] = parts;
  if (only?.form !== 'prose' || parts.length > 1 || subsections.length > 0) return false;
  const [first = ''] = sentences(only.text);
  const terms = termsOf(foldCase(first));
  return (
    terms.length <= SHORT &&
    NONE_OF.restAfter(first) !== null &&
    termsOf(readTitle(title).key).some((term) => likenessOf([term], terms).contained)
  );
}

/** A section with one more slot, which takes whatever no other slot does. */
const withParagraph = memo(
  (section: TemplateSection): TemplateSection => ({
    ...section,
    slots: [...section.slots, PARAGRAPH],
  }),
);

/** A paragraph that no template asks for: what the judge looks for where a section has no slot of its own. */
export const PARAGRAPH: ShapedSlot = {
  id: '',
  kind: 'paragraph',
  section: '',
  label: null,
  required: false,
  boilerplate: false,
  ask: '',
  help: '',
  guidance: '',
  example: '',
  options: [],
  open: false,
  columns: [],
  language: '',
  range: { start: 0, end: 0 },
  shape: { form: 'implied' },
  units: [],
  lapses: false,
  allow: [],
};
