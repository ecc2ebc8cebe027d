import { dirname } from 'node:path';
import type { OpenedSpec } from '../../host/spec-file.ts';
import { readSpec } from '../../judge/read.ts';
import { isGap, type Reading } from '../../judge/reading.ts';
import type { Section } from '../../markdown/document.ts';
import { Problem } from '../../problem.ts';
import { Catalogue } from '../../project/catalogue.ts';
import { matchSpec, mustMatch } from '../../project/match.ts';
import { Project } from '../../project/project.ts';
import type { Mark, MissingHeading } from '../../render/context.ts';
import { type Range, rangeOf } from '../../text/range.ts';
import { gapsShown } from '../../wizard/pager/marks.ts';
import type { PreviewRequest } from './options.ts';

/** The gaps of a previewed spec. */
export interface Gaps {
  marks: readonly Mark[];
  /** The missing sections, where they belong. */
  missingHeadings: readonly MissingHeading[];
  /** The text of the sections with gaps, each within those of the sections around it. */
  within: readonly Range[];
  /** The paths of the missing sections, as titles. */
  missing: readonly (readonly string[])[];
}

/**
 * The gaps of a previewed spec; null if it follows no template. Raises Problem `no-template` if a template was named or
 * only gaps were asked for, and what reading the template raises.
 */
export async function gapsOf(spec: OpenedSpec, request: PreviewRequest, cwd: string): Promise<Gaps | null> {
  const needed = request.gaps || request.template !== undefined;
  try {
    const folders = [dirname(spec.absolutePath)];
    const catalogue = new Catalogue(await Project.open(cwd, { folders, history: request.history }));
    const matched = (needed ? mustMatch : matchSpec)(spec, catalogue, request.template);
    return matched && gapsIn(readSpec(spec.source.text, matched.template));
  } catch (error) {
    // A preview needs no template; without one it shows no gaps.
    if (needed) throw error;
    return null;
  }
}

/** A request for the gaps, as plain data for another thread. */
export interface GapsRequest {
  spec: OpenedSpec;
  request: PreviewRequest;
  cwd: string;
}

/** The gaps, null if there is no template; or why they are unknown, in one line. */
export type GapsFound = { gaps: Gaps | null } | { problem: string };

/** Like gapsOf, but returns a problem instead of raising it. */
export async function gapsFound({ spec, request, cwd }: GapsRequest): Promise<GapsFound> {
  try {
    return { gaps: await gapsOf(spec, request, cwd) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { problem: error.message };
  }
}

function gapsIn(reading: Reading): Gaps {
  const open = reading.sections.filter(({ slots }) => slots.some(isGap));
  return {
    ...gapsShown(reading),
    within: open.flatMap(({ found }) => (found ? [...headingsAbove(found), ownText(found)] : [])),
    missing: open.filter(({ found, state }) => !found && state === 'missing').map(({ section }) => section.path),
  };
}

function headingsAbove({ parent }: Section): Range[] {
  if (!parent) return [];
  const { heading } = parent;
  return [...headingsAbove(parent), ...(heading ? [rangeOf(heading)] : [])];
}

function ownText({ start, own, heading }: Section): Range {
  return { start: heading ? start : 0, end: Math.max(own.end, start + 1) };
}
