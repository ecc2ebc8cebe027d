import type { TemplateVersion } from '../template/template.ts';
import { topicKeys } from '../template/topics.ts';
import type { Reading } from './reading.ts';

/**
 * The version of its template that a spec was written from: the one whose titles, bold texts and labels are most like
 * the spec's, and of those that are equally so the newest. Null where the template's history is not known, or the spec
 * has nothing of it.
 */
export function writtenFrom({ document, template }: Reading): TemplateVersion | null {
  const { versions } = template;
  if (versions.length === 0) return null;
  const known = new Set(versions.flatMap(({ keys }) => [...keys]));
  const own = topicKeys(document).filter((key) => known.has(key));
  const likeness = ({ keys }: TemplateVersion) =>
    (2 * own.filter((key) => keys.has(key)).length) / (keys.size + own.length);
  let best: TemplateVersion | null = null;
  let most = 0;
  for (const version of versions) {
    const score = likeness(version);
    if (score > most) [best, most] = [version, score];
  }
  return best;
}
