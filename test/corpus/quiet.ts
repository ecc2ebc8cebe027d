import type { Reading, SectionReading } from '../../src/judge/reading.ts';
import type { Section } from '../../src/markdown/document.ts';
import { withoutComments } from '../../src/markdown/inline.ts';
import type { TemplateSection } from '../../src/template/template.ts';
import { bare } from '../../src/template/title.ts';
import { fold, words } from '../../src/text/fold.ts';

const PUT_OFF = /\b(?:tbd|tbc|tba|todo|fixme|wip|to be (?:\w+)|coming soon|unresolved|needs clarification)\b|t\.b\.d/i;
const BRACKETED = /\[[^\][\n]+\]|\{[^{}\n]+\}|<[^<>\n]+>|\([^()\n]+\)/g;

/**
 * The leaf sections of a spec in which an author wrote something and nothing of the template is left: no line, no
 * bracketed text, no label of it, and no mark of being put off. Whatever brackets, dots or boxes stand in them, they are
 * answered.
 */
export function finishedSections({ document, template, sections }: Reading): SectionReading[] {
  const owned = new Set(sections.map((section) => section.found));
  const parents = new Set(template.sections.map((section) => section.parent));
  return sections.filter(({ section, found, meter }) => {
    if (section.id === '' || !found?.heading || meter.required === 0 || parents.has(section)) return false;
    const ownWords = withoutComments(ownText(document.text, found, owned));
    const lines = visibleLines(ownWords);
    if (lines.length === 0 || PUT_OFF.test(ownWords) || words(lines.join(' ')).length === 0) return false;
    return !holdsTemplateText(section, template.text, lines);
  });
}

function ownText(text: string, section: Section, owned: ReadonlySet<Section | null>): string {
  const below = section.children.filter((child) => !owned.has(child));
  const own = text.slice(section.own.start, section.own.end);
  return [own, ...below.map((child) => ownText(text, child, owned))].join('\n');
}

function visibleLines(text: string): string[] {
  return text
    .split(/\r\n|\n|\r/)
    .filter((line) => !/^\s*\[[^\]]+\]:\s|^\s*[-*_=]{3,}\s*$|^\s*[`~]{3,}/.test(line))
    .map((line) => bare(line.replace(/^[\s>]*(?:[-*+]|\d{1,9}[.)])?\s*(?:\[[ xX]\]\s)?/, '')))
    .filter((line) => line !== '');
}

function holdsTemplateText(section: TemplateSection, text: string, lines: readonly string[]): boolean {
  const own = withoutComments(text.slice(section.found.own.start, section.found.own.end));
  const all = lines.join(' ');
  const template = visibleLines(own);
  const tokens = (own.match(BRACKETED) ?? []).map((token) => bare(fold(token)));
  const labels = section.slots.flatMap((slot) => (slot.shape.form === 'label' ? `${bare(slot.shape.name)}:` : []));
  return (
    template.some((line) => (words(line).length >= 3 ? all.includes(line) : lines.includes(line))) ||
    tokens.some((token) => all.includes(token)) ||
    labels.some((label) => lines.some((line) => line.startsWith(label)))
  );
}
