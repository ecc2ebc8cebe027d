import { dirname } from 'node:path';
import { withPlace } from '../host/read-file.ts';
import type { OpenedSpec } from '../host/spec-file.ts';
import { type Outline, outlineOf } from '../judge/align.ts';
import { readMark } from '../judge/mark.ts';
import { type Match, matchTemplates, scoreTemplates } from '../judge/match.ts';
import { documentOf } from '../markdown/document.ts';
import { Problem } from '../problem.ts';
import { Phrases } from '../template/languages/index.ts';
import type { Template } from '../template/template.ts';
import { commonStart } from '../text/range.ts';
import { builtOutline } from './built-in.ts';
import type { Catalogue } from './catalogue.ts';
import * as messages from './messages.ts';
import type { DeclaredTemplate } from './project.ts';
import type { TemplateSource } from './template-source.ts';

/** The template of a spec, and how it was found. */
export interface Matched {
  template: Template;
  by: 'mark' | 'option' | 'settings' | 'structure';
  /** 0 to 1; 1 if the template was declared. */
  score: number;
}

/**
 * The template of a spec: the declared one, else the best match by structure, preferring the project's own templates.
 * Null if none fits. Raises Problem `no-template` if two fit alike, and what reading a template raises.
 */
export function matchSpec(spec: OpenedSpec, catalogue: Catalogue, option?: string): Matched | null {
  const mark = option === undefined ? (readMark(spec.source.text)?.template ?? null) : null;
  if (option === undefined && mark === null && pointsElsewhere(spec.source.text)) return null;
  const declared = declaredFor(spec, mark, catalogue, option);
  if (declared && !declared.isGuess) return { template: load(declared, spec, catalogue), by: declared.by, score: 1 };
  const document = documentOf(spec.source);
  const folder = dirname(spec.absolutePath);
  if (declared) {
    const [guessed] = matchTemplates(document, outlinesOf([declared.source], catalogue));
    if (guessed) return { template: catalogue.load(declared.source), by: 'structure', score: guessed.score };
  }
  const best = matchTemplates(document, outlinesIn(catalogue, folder));
  const [first] = best;
  if (!first) return null;
  const fits = new Set(best.map(({ id }) => id));
  const sources = catalogue.project.all(folder).filter(({ id }) => fits.has(id));
  const own = sources.filter((source) => source.own);
  return {
    template: nearestIn(own.length > 0 ? own : sources, catalogue, spec),
    by: 'structure',
    score: first.score,
  };
}

/** The outlines of all templates for a folder. Raises what reading the project's own raises. */
function outlinesIn(catalogue: Catalogue, folder: string): Outline[] {
  return outlinesOf(catalogue.project.all(folder), catalogue);
}

function outlinesOf(sources: readonly TemplateSource[], catalogue: Catalogue): Outline[] {
  return catalogue.eachBy((source) => builtOutline(source) ?? outlineOf(catalogue.load(source)), sources);
}

/** The template nearest to the spec. Raises Problem `no-template` if two are equally near and differ. */
function nearestIn(sources: readonly TemplateSource[], catalogue: Catalogue, spec: OpenedSpec): Template {
  const files = new Map(sources.map((source) => [catalogue.load(source), source.file]));
  const { nearest, rival } = nearestTemplate(
    [...files.keys()],
    (template) => files.get(template)?.replaceAll('\\', '/') ?? null,
    spec.absolutePath.replaceAll('\\', '/'),
  )!;
  if (!rival) return nearest;
  throw new Problem('no-template', messages.fitsBoth(nearest.id, rival.id), {
    place: { path: spec.path },
    hints: [messages.sayWhichTemplate],
  });
}

function declaredFor(
  spec: OpenedSpec,
  mark: string | null,
  catalogue: Catalogue,
  option: string | undefined,
): DeclaredTemplate | null {
  try {
    return catalogue.project.declared(spec.absolutePath, { mark, option });
  } catch (error) {
    throw option === undefined ? withPlace(error, spec.path) : error;
  }
}

function load({ source, by }: DeclaredTemplate, spec: OpenedSpec, catalogue: Catalogue): Template {
  try {
    return catalogue.load(source);
  } catch (error) {
    if (!(error instanceof Problem) || by === 'option') throw error;
    const { path, line, key } = error.place;
    const where = [path, line].filter(Boolean).join(':');
    throw new Problem(error.code, messages.unreadableTemplate(source.id, error.message), {
      place: { path: spec.path },
      hints: [...(where ? [`See ${where}${key ? `, ${key}` : ''}.`] : []), ...error.hints],
      cause: error,
    });
  }
}

/** Like matchSpec, but raises Problem `no-template` if no template fits. */
export function mustMatch(spec: OpenedSpec, catalogue: Catalogue, declared?: string): Matched {
  const matched = matchSpec(spec, catalogue, declared);
  if (matched) return matched;
  throw new Problem('no-template', whyNot(spec), {
    place: { path: spec.path },
    hints: [...candidatesFor(spec, catalogue).slice(0, MOST_NAMED).map(scoreText), messages.nameTemplate],
  });
}

/** The most templates that a message names. */
const MOST_NAMED = 5;

/**
 * The templates that an author may choose for a spec that fits none, the likeliest first: those that share a heading
 * with it, else all. Empty for an empty file.
 */
export function candidatesFor({ absolutePath, source }: OpenedSpec, catalogue: Catalogue): Match[] {
  if (source.text.trim() === '' || pointsElsewhere(source.text)) return [];
  const scores = scoreTemplates(documentOf(source), outlinesIn(catalogue, dirname(absolutePath)));
  const some = scores.filter(({ headings }) => headings > 0);
  return some.length > 0 ? some : scores;
}

/** A template with its score: `component: 4 of 12 headings (33%)`. */
export function scoreText({ id, headings, expected, score }: Match): string {
  const share = headings === 0 ? 'none' : String(headings);
  return messages.headingsShared(id, share, expected, Math.floor(score * 100));
}

/**
 * Whether a document only refers to another one, so that there is nothing to fill in. A new document with the sections
 * of its template does not, although it may offer "superseded by" as a status.
 */
function pointsElsewhere(text: string): boolean {
  const declared = text.replace(/<!--[\s\S]*?-->/g, '');
  if (declared.length >= 200) return false;
  const headings = declared.match(/^ {0,3}(?:#{1,6}[ \t]|(?:=+|-+)[ \t]*$)/gm) ?? [];
  return headings.length <= 1 && POINTS.isIn(declared);
}

const POINTS = new Phrases('pointers');

function whyNot({ source: { text } }: OpenedSpec): string {
  if (text.trim() === '') return messages.fileIsEmpty;
  const lines = text.trim().split(/\r\n|\n|\r/).length;
  if (lines <= 3 && /\S[ \t]+#{1,6}[ \t]/.test(text)) return messages.oneLine;
  if (pointsElsewhere(text)) return messages.pointsElsewhere;
  return messages.fitsNone;
}

/** Of templates that fit a document alike, the one to judge it by. */
interface Nearest {
  nearest: Template;
  /** Another one that is as near and has another text. */
  rival: Template | undefined;
}

/**
 * Of templates that fit a document alike, the one whose file is nearest to the document's: with the most folders in
 * common, then the fewest below them; the first of those that are equally near. Files are paths from one folder, with
 * slashes; null for one that has none. Null where there are no templates.
 */
export function nearestTemplate(
  templates: readonly Template[],
  fileOf: (template: Template) => string | null,
  path: string,
): Nearest | null {
  const steps = new Map(templates.map((template) => [template, distance(fileOf(template), path)]));
  const least = Math.min(...steps.values());
  const [nearest, ...others] = templates.filter((template) => steps.get(template) === least);
  return nearest ? { nearest, rival: others.find(({ text }) => text !== nearest.text) } : null;
}

/** The number of steps from a file's folder to that of another; infinite if there is no file. */
function distance(file: string | null, path: string): number {
  if (file === null) return Number.POSITIVE_INFINITY;
  const [a, b] = [file.split('/').slice(0, -1), path.split('/').slice(0, -1)];
  const common = commonStart(a, b);
  return a.length - common + (b.length - common);
}
