import { dirname } from 'node:path';
import { Problem } from '../problem.ts';
import type { Project } from './project.ts';
import { templateFor } from './project-settings.ts';
import type { TemplateSource } from './template-source.ts';

/** A template that was declared rather than found by comparison. */
export interface DeclaredTemplate {
  source: TemplateSource;
  by: 'mark' | 'option' | 'settings';
}

/**
 * The declared template of a file (absolute path): by option, else by its mark, else by the project's settings; null if
 * none of them names one. Raises Problem `unknown-template`, with the place in the settings.
 */
export function declaredTemplate(
  file: string,
  mark: string | null,
  sources: Project,
  option?: string,
): DeclaredTemplate | null {
  if (option !== undefined) return { source: sources.get(option), by: 'option' };
  const folder = dirname(file);
  if (mark) return { source: sources.namedByData(mark, folder), by: 'mark' };
  const project = sources.settings(folder);
  const use = project && templateFor(project, file);
  if (!use) return null;
  try {
    return { source: sources.namedByData(use.template, project.folder), by: 'settings' };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, message, hints } = error;
    throw new Problem(code, message, { place: use.place(), hints, cause: error });
  }
}
