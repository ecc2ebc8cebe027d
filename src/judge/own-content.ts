import type { Document } from '../markdown/document.ts';
import { type Concept, conceptsOf, Phrases } from '../template/languages/index.ts';
import { sentences } from '../template/phrasing.ts';
import type { TemplateSection } from '../template/template.ts';
import { likenessOf, termsOf } from '../template/terms.ts';
import { readTitle } from '../template/title.ts';
import { foldCase } from '../text/fold.ts';
import { pushTo } from '../text/group.ts';
import { memo } from '../text/memo.ts';
import type { Alignment } from './align.ts';
import { notApplicableReason } from './rules/author-text.ts';
import type { Body } from './sections/body.ts';
import { judgeSection } from './sections/section.ts';
import { isOnlyHeading } from './sections/section-index.ts';
import { PARAGRAPH } from './slot-reading.ts';

/** What a section says beyond the template's text: nothing, something of the author's own, or that it does not apply. */
type Says = 'nothing' | 'own' | 'not-applicable';

/** What the sections of a spec say for missing or empty ones below them. It is judged when it is first asked for. */
export class OwnContent {
  readonly #document: Document;
  readonly #askedFor: ReadonlySet<TemplateSection>;
  /** The sections above existing ones. */
  readonly #parents: ReadonlySet<TemplateSection | null>;
  readonly #bodies = new Map<TemplateSection, Body[]>();
  readonly #known = new Map<TemplateSection, Says>();

  constructor(document: Document, { found }: Alignment, askedFor: ReadonlySet<TemplateSection>) {
    this.#document = document;
    this.#askedFor = askedFor;
    this.#parents = new Set([...found.keys()].map(({ parent }) => parent));
  }

  isAskedFor(section: TemplateSection): boolean {
    return this.#askedFor.has(section);
  }

  /** Adds the content of a section in one of its places; of several, the last counts. */
  add(section: TemplateSection, body: Body): void {
    pushTo(this.#bodies, section, body);
  }

  /** Whether a section has text of the author's own. */
  hasOwnText(section: TemplateSection | null): boolean {
    return section !== null && this.#of(section) === 'own';
  }

  /** Whether a section above is marked as not applicable, which covers the missing sections below it. */
  isNotApplicableAbove({ parent }: TemplateSection): boolean {
    for (let above = parent; above; above = above.parent)
      if (this.#bodies.get(above)?.some(mayNotApply) && this.#of(above) === 'not-applicable') return true;
    return false;
  }

  /**
   * Whether the author's text in a section may answer one of those below it, none of which has text: text in one piece,
   * or a design under headings of the author's own.
   */
  mayAnswer(section: TemplateSection, child: TemplateSection): boolean {
    if (isPartOfDesign(child) && this.#bodies.get(section)?.some(isDividedOtherwise)) return true;
    const undivided = (this.#bodies.get(section) ?? []).filter(isUndivided);
    if (undivided.some((body) => isAtLength(section, body))) return true;
    if (undivided.length === 0) return false;
    return asksLittle(section) || (isOnlyHeading(child) && undivided.some(saysSeveralThings));
  }

  says(section: TemplateSection, body: Body): Says {
    const verdicts = [...judgeSection(withParagraph(section), body, this.#document, () => false).values()];
    if (verdicts.every(({ rule }) => rule === 'not-applicable') || saysNone(section, body)) return 'not-applicable';
    return verdicts.some(({ state }) => state === 'answered') ? 'own' : 'nothing';
  }

  #of(section: TemplateSection): Says | undefined {
    const body = this.#bodies.get(section)?.at(-1);
    if (!body) return undefined;
    const known = this.#known.get(section);
    if (known) return known;
    const alone = this.says(section, body);
    // Sections below are judged separately: "not applicable" above covers them only if none of them has text.
    const says = alone === 'not-applicable' && this.#parents.has(section) ? 'nothing' : alone;
    this.#known.set(section, says);
    return says;
  }
}

/** A section with an additional slot for everything that no other slot takes. */
const withParagraph = memo(
  (section: TemplateSection): TemplateSection => ({
    ...section,
    slots: [...section.slots, PARAGRAPH],
  }),
);

/** Whether anything in a section may say that it does not apply, which few do. */
function mayNotApply({ parts }: Body): boolean {
  if (parts.length < 2) return true;
  const says = (text: string) => notApplicableReason(text) !== null;
  return parts.some(
    (part) =>
      (part.form === 'prose' && says(part.text)) || (part.form === 'list' && part.items.some(({ text }) => says(text))),
  );
}

const NONE_OF = new Phrases('noneOf');
const SHORT = 12;

/** Whether a section consists of one sentence that denies what its title names: "No data models." */
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

/** Whether a section asks for variables only, or for an introduction that may be left out. */
function asksLittle({ slots }: TemplateSection): boolean {
  return slots.every(({ shape, required }) => shape.form === 'variable' || (shape.form === 'implied' && !required));
}

/**
 * Whether a section has several kinds of blocks (a picture and a list) where its template only has an introduction to
 * the sections below.
 */
function isAtLength({ slots }: TemplateSection, { parts }: Body): boolean {
  const forms = parts.map((part) => (part.form === 'prose' && /^!\[|^<img\b/.test(part.text) ? 'image' : part.form));
  return (
    slots.every(({ shape, boilerplate }) => boilerplate || shape.form === 'prose' || shape.form === 'implied') &&
    new Set(forms.filter((form) => form !== 'prose' && form !== 'quiet')).size > 1
  );
}

/** What is divided as its subject demands, whatever headings a template proposes. */
const DESIGNS = new Set<Concept>(['architecture', 'specification']);

/** The parts of a design. A heading on another subject (errors, tests) is missed, however a design is divided. */
const PARTS_OF_DESIGN = new Set(['design', 'architecture', 'interface', 'component', 'model', 'implementation']);

function isPartOfDesign({ title, parent }: TemplateSection): boolean {
  return (
    conceptsOf(readTitle(parent!.title).plain).some((concept) => DESIGNS.has(concept)) &&
    termsOf(readTitle(title).key).some(({ ideas }) => ideas.some((idea) => PARTS_OF_DESIGN.has(idea)))
  );
}

/** Whether a section has several subsections of the author's own, all with text. */
function isDividedOtherwise({ section, subsections }: Body): boolean {
  const own = subsections.filter(({ parent }) => parent === section);
  return own.length > 1 && own.every(({ blocks, children }) => blocks.length > 0 || children.length > 0);
}

/** Whether a section's text is in one piece, not divided by headings or several bold lines. */
function isUndivided({ parts, subsections }: Body): boolean {
  const heads = parts.filter(
    (part) => part.form === 'prose' && part.labels.some(({ bold, text }) => bold && text === ''),
  );
  return subsections.length === 0 && heads.length < 2;
}

/** Whether a section has more than one sentence, in text, items or rows. */
function saysSeveralThings({ parts }: Body): boolean {
  let count = 0;
  for (const part of parts) {
    if (part.form === 'prose') count += sentences(part.text).length;
    else if (part.form === 'list') count += part.items.length;
    else if (part.form === 'table') count += part.rows.length;
    else if (part.form === 'fence') count += 2;
  }
  return count > 1;
}
