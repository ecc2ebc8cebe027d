import type { BareSlot } from './bare-slot.ts';
import { asks } from './voice.ts';

/** A question for a slot that no flow words: from what the template says there, else from its label or title. */
export function questionFor(slot: BareSlot, title: string): string {
  const name = slot.label ?? title;
  const said = firstSentence(slot.guidance);
  if (slot.kind === 'paragraph' && asks(said) && said.length <= 140) return said;
  if (slot.shape.form === 'label' && asks(slot.guidance) && /\?$/.test(said)) return said;
  if (slot.shape.form === 'heading') return `What takes the place of “${name}” in the heading?`;
  switch (slot.kind) {
    case 'choice':
    case 'choices':
      return `${name}: which one fits?`;
    case 'date':
      return `${name}: on which day?`;
    case 'table':
      return `Which rows belong in the table “${title}”?`;
    case 'list':
      return `Which points belong under “${title}”?`;
    case 'checklist':
      return `What has to be done for “${title}”?`;
    case 'code':
      return slot.label
        ? `${slot.label}: how does it look?`
        : `How does “${title}” look${slot.language === '' ? '' : ` in ${slot.language}`}?`;
    case 'variable':
      return `What is the ${name}?`;
    default:
      return slot.shape.form === 'label' || slot.shape.form === 'key'
        ? `What goes behind “${name}”?`
        : `What is there to say about “${title}”?`;
  }
}

function firstSentence(text: string): string {
  const line = text
    .split(/\n\s*\n/, 1)[0]!
    .replace(/\s+/g, ' ')
    .trim();
  return /^.*?[.?!](?=\s|$)/.exec(line)?.[0] ?? line;
}
