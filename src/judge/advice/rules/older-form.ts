import { plainTitle } from '../../../markdown/inline.ts';
import type { TemplateSection } from '../../../template/template.ts';
import { excerpt } from '../../../text/fold.ts';
import type { Drift } from '../../reading.ts';
import type { AdviceRule } from '../advice.ts';

/** A section stands in the form that an earlier version of its template had. */
export const olderForm: AdviceRule = {
  id: 'older-form',
  severity: 'info',
  fix: 'spec-wizard upgrade brings it to the form of the template.',
  find: (reading) =>
    reading.sections.flatMap(({ id, section, found, line, drift }) => {
      // Of a section that is divided its heading alone is worth a word.
      if (!drift || (drift === 'divided' && !found)) return [];
      const title = excerpt(plainTitle(section.title));
      const here = excerpt(plainTitle(found?.title ?? ''));
      const messages: Record<Drift, string> = {
        renamed: `“${here}” is called “${title}” in the template`,
        moved: `“${here}” stands ${placeOf(section)} in the template`,
        joined: `“${here}” and what follows it are one section “${title}” in the template`,
        divided: `“${here}” is divided into several sections in the template`,
        'bold-text': `“${title}” is a bold text here and a heading in the template`,
      };
      const message = messages[drift];
      return [{ place: id, line, message }];
    }),
};

/** Where a template has a section, for people. */
function placeOf({ parent }: TemplateSection): string {
  return parent && parent.id !== '' ? `below “${excerpt(plainTitle(parent.title))}”` : 'at the top level';
}
