import type { Document } from '../markdown/document.ts';
import { type Part, partsOf } from '../markdown/parts.ts';
import { Phrases } from './languages/index.ts';

const GUIDANCE_HEAD = new Phrases('guidanceHeads');

/** The bold lines that stand in several sections of a template, as folded texts: they head its guidance, or are labels. */
export function recurringHeads(document: Document): ReadonlySet<string> {
  const sections = new Map<string, number>();
  for (const section of document.sections) {
    const lines = partsOf(document.text, section.blocks).filter(isBoldLine);
    for (const text of new Set(lines.map((part) => part.text)))
      sections.set(text, (sections.get(text) ?? 0) + 1);
  }
  return new Set([...sections].filter(([, count]) => count > 1).map(([text]) => text));
}

/**
 * The parts of a template's section that only order its guidance: bold lines such as "Contents" or "Motivation" above a
 * paragraph, and the HTML that frames them. They recur in other sections, or all such lines of the section are words for
 * guidance.
 */
export function guidanceHeads(shown: readonly Part[], recurring: ReadonlySet<string>): ReadonlySet<Part> {
  const lines = shown.filter(isBoldLine);
  if (lines.length === 0) return new Set();
  const allGuide = lines.every(isGuidanceWord);
  const heads = new Set<Part>();
  for (const [index, part] of shown.entries()) {
    if (!isBoldLine(part) || !(allGuide || (recurring.has(part.text) && isGuidanceWord(part)))) continue;
    const next = shown.slice(index + 1).find((other) => !isFrame(other));
    if (next?.form !== 'prose' || next.labels.length > 0) continue;
    heads.add(part);
    for (const beside of [shown[index - 1], shown[index + 1]])
      if (beside && isFrame(beside)) heads.add(beside);
  }
  return heads;
}

/** Whether HTML only frames what stands between: tags, and the title of what can be folded. */
export function isFrame(part: Part): boolean {
  if (part.form !== 'prose' || part.block.kind !== 'html') return false;
  let inTitle = false;
  return part.text.split(/(<[^<>]*>)/).every((piece) => {
    if (!piece.startsWith('<')) return inTitle || piece.trim() === '';
    inTitle = /^<summary\b/i.test(piece);
    return piece.endsWith('>');
  });
}

function isGuidanceWord(part: Part): boolean {
  return GUIDANCE_HEAD.isWhole(part.text);
}

function isBoldLine(part: Part): boolean {
  if (part.form !== 'prose') return false;
  const [label, another] = part.labels;
  return (
    label !== undefined &&
    another === undefined &&
    label.bold &&
    label.text === '' &&
    !/[:：]/.test(part.text)
  );
}
