import { plainTitle } from '../../../markdown/inline.ts';
import { excerpt } from '../../../text/fold.ts';
import type { AdviceRule } from '../advice.ts';

/** A section stands in the form that an earlier version of its template had. */
export const olderForm: AdviceRule = {
  id: 'older-form',
  severity: 'info',
  fix: 'spec-wizard upgrade brings it to the form of the template.',
  find: (reading) =>
    reading.sections.flatMap(({ id, section, found, line, drift }) => {
      if (!drift) return [];
      const title = excerpt(plainTitle(section.title));
      const message = found
        ? `“${excerpt(plainTitle(found.title))}” is called “${title}” in the template`
        : `“${title}” is a bold text here and a heading in the template`;
      return [{ place: id, line, message }];
    }),
};
