import { foldCase } from '../text/fold.ts';
import { isMeasure } from './phrasing.ts';

/** How to change the template's own parts: "Repeat the subsection for each decision", "Skip subsections that …". */
const EDITS =
  /^[*_>(\s]*(?:please )?(?:repeat|copy|duplicate|skip|delete|remove|omit|add|insert|reorder)\b(?:[^.]{0,20}\b(?:this|the|these|each|more|additional|further|other|unused|unneeded|any))?\s+(?:sub-?sections?|sections?|blocks?|rows?|tables?|templates?|headings?|entries|items?)\b[^.]{0,40}\b(?:for (?:each|every|all)|as (?:many|needed|required|necessary)|if|that|when|which|unless|per)\b/;

/**
 * Whether a block before the first section speaks of the template itself ("Template Version", "Replace all
 * {placeholders}…", "Keep this under two pages"): it is left out of a spec, and what looks like a placeholder in it is none.
 */
export function isAboutTemplate(text: string): boolean {
  const folded = foldCase(text);
  return (
    isMeasure(text) ||
    EDITS.test(folded) ||
    /^(?:[*_>\s]|note:?|please|note,? that)*(?:use|copy|duplicate|clone|save|rename|follow) this template\b|\bthis (?:version of the )?(?:template|is the (?:[\w-]+ )?template)\b/.test(
      folded,
    ) ||
    /\btemplate version\b|\bthis is (?:a|an|the) (?:[\w-]+ )?template (?:for|of)\b|\bthis (?:template|file) is (?:filled|a template|used)\b|\b(?:copy|duplicate|clone) this (?:template|file|page)\b/.test(
      folded,
    ) ||
    /\b(?:replace|fill in|fill out)\b[^.]{0,60}\b(?:placeholders?|template|brackets?|all|every)\b/.test(
      folded,
    ) ||
    /\b(?:delete|remove) (?:this|these|all|the) (?:instructions?|block|comments?|guidance|section|notes?|tips?|hints?|text)\b/.test(
      folded,
    )
  );
}
