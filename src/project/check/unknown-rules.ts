import { ADVICE_IDS } from '../../judge/advice/ids.ts';
import { Problem } from '../../problem.ts';
import type { Flow } from '../../template/flow.ts';
import { nearest } from '../../text/nearest.ts';
import type { Project } from '../project.ts';
import type { ProjectSettings } from '../project-settings.ts';
import type { TemplateSource } from '../template-source.ts';
import { REFERENCE_RULES } from './references.ts';

const GENERAL: ReadonlySet<string> = new Set([...ADVICE_IDS, ...Object.keys(REFERENCE_RULES)]);

/** What is wrong with the rules of a project's settings: a Problem `bad-settings` for each that no advice is called. */
export function unknownRules(project: ProjectSettings, sources: Project): Problem[] {
  const strange = Object.keys(project.settings.rules ?? {}).filter((id) => !GENERAL.has(id));
  if (strange.length === 0) return [];
  // Flows have advice of their own; they are read only where it may be meant, and one that cannot be read may mean it.
  const flows = flowsOf(sources.all(project.folder));
  if (flows === null) return [];
  const known = new Set([...GENERAL, ...flows.flatMap((flow) => flow?.advice ?? []).map(({ id }) => id)]);
  return strange
    .filter((id) => !known.has(id))
    .map((id) => {
      const near = nearest(id, known);
      return new Problem('bad-settings', `no advice is called “${id}”`, {
        place: project.placeOf('rules', id),
        hints: near ? [`Did you mean “${near}”?`] : [],
      });
    });
}

function flowsOf(sources: readonly TemplateSource[]): (Flow | null)[] | null {
  try {
    return sources.map(({ flow }) => flow());
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return null;
  }
}
