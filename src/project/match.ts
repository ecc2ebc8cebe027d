import { dirname } from 'node:path';
import { placed } from '../host/read-file.ts';
import type { OpenedSpec } from '../host/spec-file.ts';
import { readMark } from '../judge/mark.ts';
import { matchTemplates } from '../judge/match.ts';
import { readDocument } from '../markdown/outline.ts';
import { Problem } from '../problem.ts';
import type { Template } from '../template/template.ts';
import type { Catalogue } from './catalogue.ts';
import { type DeclaredTemplate, declaredTemplate } from './declared-template.ts';

/** How a spec came to its template. */
export interface Matched {
  template: Template;
  by: 'mark' | 'option' | 'settings' | 'structure';
  /** 0 to 1; 1 where it was said rather than found out. */
  score: number;
}

/**
 * The template of a spec: the one that is said, else the best match by structure, of which the project's own go before
 * the built-in ones. Null where none fits. Raises Problem `no-template` where two fit alike, and what reading a template
 * raises.
 */
export function matchSpec(spec: OpenedSpec, catalogue: Catalogue, option?: string): Matched | null {
  if (pointsElsewhere(spec.source.text)) return null;
  const mark = option === undefined ? (readMark(spec.source.text)?.template ?? null) : null;
  const said = declaredFor(spec, mark, catalogue, option);
  if (said) return { template: load(said, spec, catalogue), by: said.by, score: 1 };
  const folder = dirname(spec.absolutePath);
  const [best, second] = matchTemplates(readDocument(spec.source.text), catalogue.all(folder));
  if (!best) return null;
  const own = new Set(catalogue.project.all(folder).flatMap((source) => (source.own ? [source.id] : [])));
  if (second?.score === best.score && own.has(second.template.id) === own.has(best.template.id)) {
    throw new Problem('no-template', `it fits ${best.template.id} and ${second.template.id} alike`, {
      place: { path: spec.path },
      hints: ['Say which one with --template.'],
    });
  }
  return { template: best.template, by: 'structure', score: best.score };
}

function declaredFor(
  spec: OpenedSpec,
  mark: string | null,
  catalogue: Catalogue,
  option?: string,
): DeclaredTemplate | null {
  try {
    return declaredTemplate(spec.absolutePath, mark, catalogue.project, option);
  } catch (error) {
    throw error instanceof Problem && option === undefined ? placed(error, spec.path) : error;
  }
}

function load({ source, by }: DeclaredTemplate, spec: OpenedSpec, catalogue: Catalogue): Template {
  try {
    return catalogue.load(source);
  } catch (error) {
    if (!(error instanceof Problem) || by === 'option') throw error;
    const { path, line, key } = error.place;
    const where = [path, line].filter(Boolean).join(':');
    throw new Problem(error.code, `its template ${source.id} cannot be read: ${error.message}`, {
      place: { path: spec.path },
      hints: [...(where ? [`See ${where}${key ? `, ${key}` : ''}.`] : []), ...error.hints],
      cause: error,
    });
  }
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

/** Whether a document only says where another one is: there is nothing to fill in it. */
function pointsElsewhere(text: string): boolean {
  return text.length < 200 && /\b(?:moved to|superseded by|replaced by|renamed to)\b/i.test(text);
}

function whyNot({ source: { text } }: OpenedSpec): string {
  if (text.trim() === '') return 'the file is empty';
  const lines = text.trim().split(/\r\n|\n|\r/).length;
  if (lines <= 3 && /\s#{1,6}\s/.test(text))
    return 'the whole document stands on one line, so its sections cannot be told';
  if (pointsElsewhere(text)) return 'it only points to another document, so there is nothing to fill';
  return 'it fits none of the templates';
}
