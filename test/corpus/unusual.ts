import type { Section } from '../../src/markdown/document.ts';
import type { Splice } from '../../src/text/range.ts';
import { one } from '../random.ts';
import { type Target, withBody } from './target.ts';

/** One way to answer that looks odd and is an answer all the same; null where it cannot be done there. */
export type Unusual = (target: Target, random: () => number) => Splice[] | null;

const says = (body: string): Unusual => {
  return (target) => withBody(target, body);
};

/** One sentence, which answers no section that asks for several labels (judgement, rule 14). */
const saysInOneSentence = (body: string): Unusual => {
  return (target) => {
    const labels = target.section.slots.filter(({ required, shape }) => required && shape.form === 'label');
    return labels.length > 1 ? null : withBody(target, body);
  };
};

/** The ways in which an answer may look: after each the section is answered, or said not to apply. */
export const UNUSUAL: Readonly<Record<string, Unusual>> = {
  'n/a': says('n/a'),
  'N/A.': says('N/A.'),
  None: says('None'),
  'see above': says('See above.'),
  'no, with a full stop': says('No.'),
  'not applicable, and why': says('Not applicable: the ledger has no such part.'),
  'own brackets': says(
    'Reads [Archive Index] and writes [Ledger 7], each within the interval [0, 24) hours [^1].\n\n[^1]: Measured at night.',
  ),
  'own braces': saysInOneSentence(
    '`GET /exports/{exportId}` answers per {tenant}, and `$LEDGER_HOME` says from where.',
  ),
  'own dots': says('First it reads … then it waits ... and then it writes the ledger, and so on...'),
  'own boxes': says('- [ ] Rotate the keys of the ledger\n- [x] Move the old archive'),
  'own angle brackets': saysInOneSentence('Gives `Result<Ledger, Error>` back, for <ledger-owner> to read.'),
  'own fence with headings and comments': says(
    '````md\n# Ledger\n\n<!-- the index stands here -->\n\n## Index\n\n```\n- [ ] TBD\n```\n````',
  ),
  'one level deeper': ({ found, text, counted }) => {
    if (counted) return null;
    const headings = withChildren(found).map((section) => section.heading!);
    if (headings.some((heading) => heading.setext || heading.level === 6)) return null;
    return headings.map(({ start }) => ({
      start: text.indexOf('#', start),
      end: text.indexOf('#', start),
      text: '#',
    }));
  },
  'retitled with numbering': (target, random) =>
    /^\s*[\dA-Z]{1,3}[.)\s]/.test(target.found.title)
      ? null
      : retitled(target, (title) => one(['7. ', '3.2 ', '12.4.1. ', 'C. ', '4) ', 'IV. ', '2.1: '], random) + title),
  'retitled in capitals': (target) =>
    /[`[\]<>&\\_*]|https?:/.test(target.found.title) ? null : retitled(target, (title) => title.toUpperCase()),
  'retitled with marks': (target, random) => {
    const mark = one(['**', '_', '`', '***', ':', '(optional)', '(if applicable)', '[optional]', '##'], random);
    if (/[`[\]<>*_(:#]/.test(target.found.title)) return null;
    return retitled(target, (title) =>
      /^[*_`]/.test(mark) ? mark + title + mark : mark === ':' ? `${title}:` : `${title} ${mark}`,
    );
  },
  'moved to the end': ({ found, text, eol, ambiguous, counted }) => {
    if (ambiguous || counted || found.end >= text.length) return null;
    const moved = text.slice(found.start, found.end).trimEnd();
    const gap = /(?:\r\n|\n|\r)$/.test(text) ? eol : eol + eol;
    return [
      { start: found.start, end: found.end, text: '' },
      { start: text.length, end: text.length, text: `${gap}${moved}${eol}` },
    ];
  },
};

function withChildren(section: Section): Section[] {
  return [section, ...section.children.flatMap(withChildren)];
}

function retitled({ found }: Target, change: (title: string) => string): Splice[] | null {
  const { heading, title } = found;
  if (heading!.setext || title.trim() === '') return null;
  return [{ start: heading!.content.start, end: heading!.content.end, text: change(title) }];
}
