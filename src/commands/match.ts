import { dirname } from 'node:path';
import type { OpenedSpec } from '../host/spec-file.ts';
import { readDocument } from '../markdown/outline.ts';
import { Problem } from '../problem.ts';
import { readMark } from '../spec/mark.ts';
import { matchTemplates } from '../spec/match.ts';
import type { Template } from '../template/template.ts';
import type { Catalogue } from './catalogue.ts';

/** How a spec came to its template. */
export interface Matched {
  template: Template;
  by: 'mark' | 'option' | 'settings' | 'structure';
  /** 0 to 1; 1 where it was said rather than found out. */
  score: number;
}

/**
 * The template of a spec: the one said by option, else by the spec's mark, else the best match by structure. Null where
 * none fits. Raises Problem `no-template` where two fit alike, and what reading a template raises.
 */
export function matchSpec(spec: OpenedSpec, catalogue: Catalogue, said?: string): Matched | null {
  if (said !== undefined) return { template: catalogue.get(said), by: 'option', score: 1 };
  const mark = readMark(spec.source.text);
  if (mark?.template)
    return { template: catalogue.get(mark.template, dirname(spec.absolutePath)), by: 'mark', score: 1 };
  const [best, second] = matchTemplates(readDocument(spec.source.text), catalogue.all());
  if (!best) return null;
  if (second?.score === best.score) {
    throw new Problem('no-template', `it fits ${best.template.id} and ${second.template.id} alike`, {
      place: { path: spec.path },
      hints: ['Say which one with --template.'],
    });
  }
  return { template: best.template, by: 'structure', score: best.score };
}

/** The same, for a spec that was named: one that fits no template is a Problem `no-template`. */
export function mustMatch(spec: OpenedSpec, catalogue: Catalogue, said?: string): Matched {
  const matched = matchSpec(spec, catalogue, said);
  if (matched) return matched;
  throw new Problem('no-template', whyNot(spec), {
    place: { path: spec.path },
    hints: ['Name its template with --template ID or --template PATH.'],
  });
}

function whyNot({ source: { text } }: OpenedSpec): string {
  if (text.trim() === '') return 'the file is empty';
  const lines = text.trim().split(/\r\n|\n|\r/).length;
  if (lines <= 3 && /\s#{1,6}\s/.test(text))
    return 'the whole document stands on one line, so its sections cannot be told';
  if (text.length < 200 && /\b(?:moved to|see|superseded by|replaced by)\b/i.test(text))
    return 'it only points to another document, so there is nothing to fill';
  return 'it fits none of the templates';
}
