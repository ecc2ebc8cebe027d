import { openSpec } from '../../host/spec-file.ts';
import { readSpec } from '../../judge/read.ts';
import type { Reading } from '../../judge/reading.ts';
import { Problem } from '../../problem.ts';
import type { Catalogue } from '../catalogue.ts';
import { type Matched, matchSpec, mustMatch } from '../match.ts';
import type { Found } from './spec-paths.ts';

/** One checked spec. */
export interface Checked {
  path: string;
  matched: Matched;
  reading: Reading;
}

/** Checks one file; null where it was come upon rather than named, and is no spec of any template. */
export function checkOne(
  { path, named }: Found,
  catalogue: Catalogue,
  cwd: string,
  template?: string,
): Checked | null {
  const spec = openSpec(path, { folder: cwd });
  const matched = named ? mustMatch(spec, catalogue, template) : matchSpec(spec, catalogue, template);
  if (!matched) return null;
  try {
    return { path, matched, reading: readSpec(spec.source.text, matched.template) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.code, error.message, {
      place: { path, ...error.place },
      hints: error.hints,
      cause: error,
    });
  }
}
