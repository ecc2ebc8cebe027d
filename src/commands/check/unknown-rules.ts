import type { Project } from '../../host/project.ts';
import { Problem } from '../../problem.ts';
import { ADVICE_RULES } from '../../spec/advice/rules/index.ts';
import { nearest } from '../../text/nearest.ts';
import type { Catalogue } from '../catalogue.ts';
import { REFERENCE_RULES } from './references.ts';

const GENERAL: ReadonlySet<string> = new Set([
  ...ADVICE_RULES.map(({ id }) => id),
  ...Object.keys(REFERENCE_RULES),
]);

/** What is wrong with the rules of a project's settings: a Problem `bad-settings` for each that no advice is called. */
export function unknownRules(project: Project, catalogue: Catalogue): Problem[] {
  const strange = Object.keys(project.settings.rules ?? {}).filter((id) => !GENERAL.has(id));
  if (strange.length === 0) return [];
  // Flows have advice of their own; they are read only where it may be meant, and one that cannot be read may mean it.
  const templates = catalogue.all(project.folder);
  if (templates.length < catalogue.sources(project.folder).length) return [];
  const flows = templates.flatMap(({ flow }) => flow?.advice ?? []);
  const known = new Set([...GENERAL, ...flows.map(({ id }) => id)]);
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
