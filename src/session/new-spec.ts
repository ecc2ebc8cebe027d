import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { relativePath } from '../host/platform.ts';
import { createSpec } from '../host/save-spec.ts';
import { type OpenedSpec, plannedSpec } from '../host/spec-file.ts';
import { PathClaim } from '../host/write-lock.ts';
import { type AnswersFile, fillText } from '../interview/answer.ts';
import { blankSpec } from '../interview/form.ts';
import { readDocument } from '../markdown/document.ts';
import { Problem } from '../problem.ts';
import type { Project } from '../project/project.ts';
import { givenTitle, pathFor } from '../project/spec-path.ts';
import type { Template } from '../template/template.ts';
import { printable } from '../text/printable.ts';
import * as messages from './messages.ts';

/** A new spec before its first save, and the title to suggest; undefined if its name is a path or a file name. */
interface NewSpec {
  spec: OpenedSpec;
  title: string | undefined;
}

/**
 * Plans a new spec of a template: chooses its path, claims it, and makes the text that it starts with. Writes nothing.
 * Raises Problem `file-exists`, `bad-name` and `bad-flow`.
 */
export function planSpec(template: Template, name: string, claim: PathClaim, cwd: string): NewSpec {
  const path = claim.choose((files) => pathFor(template, name, cwd, files), cwd);
  const text = newSpecText(template, path, cwd);
  const spec = plannedSpec(path, { text, bom: false }, { folder: cwd });
  if (existsSync(spec.absolutePath)) {
    throw new Problem('file-exists', messages.existsAlready, {
      place: { path },
      hints: [messages.openIt(path)],
    });
  }
  return { spec, title: givenTitle(name) };
}

/**
 * Writes a new spec without the wizard, with the answers if there are any, and returns its path. Raises the Problems of
 * choosing a path, of filling and of saving.
 */
export function writeNewSpec(template: Template, name: string, answers: AnswersFile | null, cwd: string): string {
  const claim = new PathClaim();
  try {
    const path = claim.choose((files) => pathFor(template, name, cwd, files), cwd);
    const blank = newSpecText(template, path, cwd);
    const text = answers === null ? blank : fillText(blank, template, answers);
    createSpec(path, { text, bom: false }, { folder: cwd });
    return path;
  } finally {
    claim.release();
  }
}

/** Tells that `check` passes over a spec, and what would change that; empty if it does not, or that is unknown. */
export async function passedOverNote(path: string, project: Project, cwd: string): Promise<string[]> {
  try {
    const settings = project.settings();
    const { isPassedOver } = await import('../project/check/spec-paths.ts');
    if (!settings || !(await isPassedOver(path, settings, cwd))) return [];
    return [messages.passedOver(printable(path), printable(settings.placeOf('specs').path))];
  } catch {
    // Settings that cannot be used are reported where they are needed.
    return [];
  }
}

/** A number in a file's name, with or without letters before it: `adr-0007-queues.md`. */
const NUMBER = /^(?:\p{L}{1,12}-)?(\d{3,9})-/u;
/** A placeholder for a number in the first heading, or as the whole value of a key in front matter. */
const IN_TITLE = /^(#[ \t][^\r\n]*?)\b(?:N{3,}|X{3,}|0{3,})\b/m;
const BEHIND_KEY = /^(\w+:[ \t]*)(?:N{3,}|X{3,}|0{3,})(?=[ \t]*(?:#.*)?$)/m;

/** The text of a new spec at `path`: blank, except for the number in its file name. */
export function newSpecText(template: Template, path: string, cwd: string): string {
  const text = blankSpec(template, markName(template, path, cwd));
  const number = NUMBER.exec(basename(path))?.[1];
  if (number === undefined) return text;
  const body = readDocument(text).frontMatter?.end ?? 0;
  const numbered = (part: string, pattern: RegExp) => part.replace(pattern, (_all, before: string) => before + number);
  return numbered(text.slice(0, body), BEHIND_KEY) + numbered(text.slice(body), IN_TITLE);
}

/** How a spec at `path` names its template in its mark: by id, or by a path relative to the spec. */
function markName(template: Template, path: string, cwd: string): string {
  if (template.flow) return template.id;
  const named = relativePath(resolve(cwd, path, '..'), resolve(cwd, template.id));
  return named.includes('/') ? named : `./${named}`;
}
