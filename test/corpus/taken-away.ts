import type { Paragraph } from '../../src/markdown/blocks.ts';
import { withoutComments } from '../../src/markdown/inline.ts';
import { fold, words } from '../../src/text/fold.ts';
import type { Splice } from '../../src/text/range.ts';
import { one } from '../random.ts';
import { type Target, withBody } from './target.ts';

/** One way to take an answer out of a section; null where it cannot be done there. */
export type TakeAway = (target: Target, random: () => number) => Splice[] | null;

/** The ways in which an answer goes: after each the section is a gap, and nothing else changes. */
export const TAKEN_AWAY: Readonly<Record<string, TakeAway>> = {
  deleted: ({ found, ambiguous, counted }) =>
    ambiguous || counted ? null : [{ start: found.start, end: found.end, text: '' }],
  emptied: (target) => withBody(target, ''),
  'a comment only': (target, random) =>
    withBody(
      target,
      one(
        [
          '<!-- to be looked at again,\n## once the ledger is settled -->',
          '<!-- todo -->\n<!--\n\n- [x] done\n\n-->',
          '<!-- not\n```\na fence -->',
        ],
        random,
      ),
    ),
  'a link definition only': (target, random) =>
    withBody(target, one(['[ledger]: #ledger', '[a]: https://ledger.test/a "A"\n[b]: <b c>', '[x]:\n  /x'], random)),
  TBD: (target, random) => withBody(target, one(PUT_OFF, random)),
  "the template's own body back": (target) => withBody(target, ownBody(target)),
  'the same, folded otherwise': (target, random) => {
    const folded = refolded(target, one([30, 50, 72, Number.POSITIVE_INFINITY], random));
    return folded === null ? null : withBody(target, folded);
  },
  'its paragraph beside the answer': (target, random) => {
    const paragraph = one([...paragraphsOf(target), null], random) ?? paragraphsOf(target)[0];
    // A question that stays above its answer is no leftover.
    if (!paragraph || target.template.text.slice(paragraph.start, paragraph.end).includes('?')) return null;
    const { found, eol, text, template } = target;
    const wording = template.text.slice(paragraph.start, paragraph.end).replace(/\r\n|\n|\r/g, eol);
    const before = random() < 0.5;
    if (before) return [{ start: found.heading!.end, end: found.heading!.end, text: `${eol}${eol}${wording}${eol}` }];
    const open = /(?:^|[\r\n])[ \t]*(?:```|~~~)|<!--|<\w/.test(text.slice(found.start, found.end));
    if (open || found.children.length > 0) return null;
    const closed = /[\r\n]$/.test(text.slice(found.start, found.end)) ? '' : eol;
    return [{ start: found.end, end: found.end, text: `${closed}${eol}${wording}${eol}${eol}` }];
  },
};

const PUT_OFF = [
  'TBD',
  'tbd.',
  'TODO',
  '**TBD**',
  '*To be added.*',
  'To be determined',
  'TBD: who owns this?',
  'Coming soon',
  '- TBD',
  '> TODO',
];

function ownBody({ section, template }: Target): string {
  const { own } = section.found;
  return template.text.slice(own.start, own.end).replace(/^\s*?(?=\S)|\s+$/g, '');
}

/** The template's paragraphs that ask for an answer: five words or more, and nothing but a paragraph. */
function paragraphsOf({ section, template }: Target): Paragraph[] {
  const asked = section.slots.filter((slot) => slot.shape.form === 'prose' && !slot.boilerplate);
  return section.found.blocks.filter(
    (block): block is Paragraph =>
      block.kind === 'paragraph' &&
      asked.some((slot) => slot.range.start <= block.start && block.end <= slot.range.end) &&
      words(withoutComments(template.text.slice(block.start, block.end))).length >= 5,
  );
}

/** The template's body with its paragraphs wrapped to a width; null where that changes nothing. */
function refolded(target: Target, width: number): string | null {
  const { section, template } = target;
  const { own, blocks } = section.found;
  let body = '';
  let at = own.start;
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    const lines = block.lines.map((line) => template.text.slice(line.start, line.end));
    if (lines.some((line) => /^\s*(?:\*\*|__)/.test(line) || / {2}$|\\$/.test(line))) continue;
    const wrapped = wrap(fold(lines.join(' ')).split(' '), width);
    // A word that would begin a block of its own at the start of a line.
    if (/\n(?:[-+*#>|=~`[<:]|\d{1,9}[.)])/.test(wrapped)) continue;
    body += template.text.slice(at, block.start) + wrapped;
    at = block.end;
  }
  const whole = body + template.text.slice(at, own.end);
  return at === own.start || whole === template.text.slice(own.start, own.end) ? null : whole.trim();
}

function wrap(words: readonly string[], width: number): string {
  return words.reduce((text, word) => {
    const line = text.slice(text.lastIndexOf('\n') + 1);
    return text === '' ? word : `${text}${line.length + 1 + word.length > width ? '\n' : ' '}${word}`;
  }, '');
}
