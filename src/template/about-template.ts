import type { Document, Section } from '../markdown/document.ts';
import { plainTitle } from '../markdown/inline.ts';
import type { Part } from '../markdown/parts.ts';
import { words } from '../text/fold.ts';
import type { CutContext } from './bare-slot.ts';
import { Phrases } from './languages/index.ts';
import { mayBeLeftOut } from './optional.ts';
import { isInstruction } from './phrasing.ts';
import { tokensIn } from './tokens.ts';

const TEMPLATE_WORDS = new Phrases('templateWords');
const SHORTEST = 5;

/**
 * The parts of a title section that say how to use the template: what stands between two rules right below a title that
 * calls the document a template, in whole sentences and without anything to fill in.
 */
export function usageNotes(found: Section, parts: readonly Part[], { text }: CutContext): readonly Part[] {
  const title = words(plainTitle(found.title));
  if (![title[0], title.at(-1)].some((word) => word && TEMPLATE_WORDS.isWhole(word))) return [];
  const [first, ...rest] = found.blocks.filter(({ kind }) => kind !== 'html');
  if (first?.kind !== 'rule') return [];
  const end = rest.find(({ kind }) => kind === 'rule')?.start ?? found.own.end;
  const between = parts.filter((part) => part.form !== 'quiet' && part.start >= first.end && part.end <= end);
  const asks = between.some((part) => tokensIn(text, part).length > 0 || waits(part, between));
  return !asks && between.flatMap(textsOf).some((said) => isInstruction(said) || mayBeLeftOut(said))
    ? between
    : [];
}

/** What a part says: its text, what stands behind its labels, and its items. */
function textsOf(part: Part): string[] {
  if (part.form === 'prose') return [part.text, ...part.labels.map(({ text }) => text)];
  return part.form === 'list' ? part.items.map(({ text }) => text) : [part.text];
}

/** Whether a part has a label whose value is missing, or too short to be a sentence; one that heads a list is none. */
function waits(part: Part, parts: readonly Part[]): boolean {
  if (part.form === 'list') return false;
  if (part.form !== 'prose') return true;
  const next = parts[parts.indexOf(part) + 1];
  return part.labels.some((label) =>
    label.text === '' ? next?.form !== 'list' : words(label.text).length < SHORTEST,
  );
}

/**
 * Whether a heading is none in truth but a sentence above a rule ("**Warning**: Keep this under 1000 lines." and `---`),
 * which CommonMark takes for an underlined heading.
 */
export function isSentenceHeading({ heading, title }: Section, document: Document): boolean {
  if (!heading?.setext || document.text.slice(heading.start, heading.end).trimEnd().endsWith('='))
    return false;
  const plain = plainTitle(title).trim();
  return /[.!。！]$/.test(plain) && words(plain).length >= SHORTEST;
}
