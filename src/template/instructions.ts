import { foldCase } from '../text/fold.ts';
import { isMeasure } from './phrasing.ts';

/**
 * Whether a block before the first section speaks of the template itself ("Template Version", "Replace all
 * {placeholders}…", "Keep this under two pages"): it is left out of a spec, and what looks like a placeholder in it is none.
 */
export function isInstruction(text: string): boolean {
  const folded = foldCase(text);
  return (
    isMeasure(text) ||
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
