import { foldCase } from '../text/fold.ts';
import { isMeasure } from './voice.ts';

/**
 * Whether a block before the first section speaks of the template itself ("Template Version", "Replace all
 * {placeholders}…", "Keep this under two pages"): it is left out of a spec, and what looks like a placeholder in it is none.
 */
export function isInstruction(text: string): boolean {
  const folded = foldCase(text);
  return (
    isMeasure(text) ||
    /\btemplate version\b|\bthis (?:template|file) is (?:filled|a template|used)\b/.test(folded) ||
    /\b(?:replace|fill in|fill out)\b[^.]{0,60}\b(?:placeholders?|template|brackets?|all|every)\b/.test(
      folded,
    ) ||
    /\b(?:delete|remove) (?:this|these|all) (?:instructions?|block|comments?|guidance|section|note|text)\b/.test(
      folded,
    )
  );
}
