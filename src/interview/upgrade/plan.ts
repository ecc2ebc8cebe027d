import { readSpec } from '../../judge/read.ts';
import { isGap } from '../../judge/reading.ts';
import { writtenFrom } from '../../judge/report.ts';
import { plainTitle } from '../../markdown/inline.ts';
import type { Template } from '../../template/template.ts';
import { readTitle } from '../../template/title.ts';
import { positionAt } from '../../text/lines.ts';

/** What changed between the version of its template that a spec was written from and today's, beside the steps. */
export interface TemplateNews {
  /** Sections that the spec does not have and that are gaps. */
  added: { id: string; title: string }[];
  /** Sections that the template does not have any more; they stay, as the author's own. */
  dropped: { title: string; line: number }[];
}

/** What is new in a spec's template and what is gone from it; nothing where its history is not known. */
export function newsFor(text: string, template: Template): TemplateNews {
  const reading = readSpec(text, template);
  const version = writtenFrom(reading);
  if (!version) return { added: [], dropped: [] };
  const keyOf = (title: string) => readTitle(title).key;
  const { starts } = reading.document;
  return {
    added: reading.sections
      .filter(
        ({ found, lead, section, slots }) =>
          !found && !lead && slots.some(isGap) && !version.keys.has(keyOf(section.title)),
      )
      .map(({ id, section }) => ({ id, title: plainTitle(section.title) })),
    dropped: reading.extra
      .filter(({ title }) => version.keys.has(keyOf(title)))
      .map(({ title, start }) => ({ title: plainTitle(title), line: positionAt(starts, start).line })),
  };
}
