import { withoutComments } from '../../markdown/inline.ts';
import type { Flow } from '../../template/schemas.ts';
import type { TemplateSection } from '../../template/template.ts';
import { foldCase, words } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import { isGap, type Reading, type SectionReading } from '../reading.ts';
import type { AdviceRule } from './advice.ts';

/** Whether a flow's rule applies, given the sections it looks at (the first is the one named) and its words. */
type Check = (reading: Reading, sections: readonly SectionReading[], words: readonly string[]) => boolean;

/** What is written there has none of the words, in any case. */
const missingWord: Check = (reading, sections, words) => {
  const written = writtenIn(reading, sections);
  if (written === null) return false;
  const text = foldCase(written);
  return !words.some((word) => hasWord(text, foldCase(word)));
};

/** Whether a text has a word that is no part of a longer one; words with signs in them ("n't", ".md") may be. */
function hasWord(text: string, word: string): boolean {
  if (!/^[\p{L}\p{N} ]+$/u.test(word)) return text.includes(word);
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!letter.test(text[at - 1] ?? '') && !letter.test(text[at + word.length] ?? '')) return true;
  }
  return false;
}

/** What is written there has no digit. The numbers of a list are none of the author's. */
const noNumber: Check = (reading, sections) => {
  const written = writtenIn(reading, sections);
  return written !== null && !/\p{N}/u.test(written.replace(/^[ \t>]*\d{1,9}[.)][ \t]/gm, ''));
};

/** The section is not there at all. */
const sectionMissing: Check = (_reading, sections) =>
  sections[0]!.found === null && sections[0]!.state !== 'boilerplate';

/** Something required in the section, or below it, is not answered. */
const slotGap: Check = (_reading, sections) => sections.some(({ slots }) => slots.some(isGap));

/** The checks that a flow's advice can name. */
export const CHECKS: Record<NonNullable<Flow['advice']>[number]['check'], Check> = {
  'section-missing': sectionMissing,
  'slot-gap': slotGap,
  'no-number': noNumber,
  'missing-word': missingWord,
};

const titleWords = memo((section: TemplateSection) => words(section.title));

/** The outermost sections that are in a spec and have one of the words in their template's title, with all below them. */
function titled(reading: Reading, sought: readonly string[]): SectionReading[][] {
  const named = reading.sections.filter(
    ({ found, section, state }) =>
      found !== null &&
      state !== 'not-applicable' &&
      section.id !== '' &&
      titleWords(section).some((word) => sought.includes(word)),
  );
  return named
    .filter(({ section }) => !named.some((other) => section.id.startsWith(`${other.section.id}/`)))
    .map(({ section }) => readingsBelow(reading, section.id));
}

/** The readings of a template section and of all below it; all of a spec's for ''. */
export function readingsBelow(reading: Reading, id: string): SectionReading[] {
  if (id === '') return reading.sections;
  return reading.sections.filter(({ section }) => section.id === id || section.id.startsWith(`${id}/`));
}

/**
 * What an author has written in some sections, headings and comments aside; null if nothing in them is answered yet,
 * so that there is nothing to advise on, or where they do not apply.
 */
function writtenIn(reading: Reading, sections: readonly SectionReading[]): string | null {
  const answered = sections.some(({ slots }) =>
    slots.some((slot) => slot.required && !isGap(slot) && slot.state === 'answered'),
  );
  if (!answered) return null;
  const { text } = reading.document;
  const ranges = new Map(
    sections
      .flatMap(({ found }) => (found ? [found, ...below(reading, found)] : []))
      .map((found) => [found, found.own]),
  );
  return withoutComments([...ranges.values()].map((own) => text.slice(own.start, own.end)).join('\n'));
}

/** The author's own sections below one of the template's are a part of its answer. */
function below(reading: Reading, found: NonNullable<SectionReading['found']>): (typeof found)[] {
  const claimed = new Set(reading.sections.map((section) => section.found));
  return found.children
    .filter((child) => !claimed.has(child))
    .flatMap((child) => [child, ...below(reading, child)]);
}

const ACTS =
  'action actions runbook runbooks playbook page pages paged call calls notify notifies escalate restart scale check look investigate roll response respond mitigate mitigation ticket email slack on-call pagerduty →'.split(
    ' ',
  );

/** Alerts are listed, and none says what to do when it is raised. */
export const alertWithoutAction = unmentioned(['alert', 'alerts', 'alerting'], ACTS, {
  id: 'alert-without-action',
  message: 'no alert says what to do when it is raised',
  fix: 'Give each alert who acts on it and the first step, or a link to its runbook.',
});

const FAILS =
  'fail fails failed failing failure failures failover unavailable unreachable down downtime outage fallback fallbacks falls timeout timeouts retry retries retried retrying degrade degrades degraded offline circuit cached cache without breaks blocked optional required criticality critical'.split(
    ' ',
  );

/** Dependencies are listed, and nothing says what happens when one of them fails. */
export const dependencyWithoutFailure = unmentioned(['dependencies', 'dependency'], FAILS, {
  id: 'dependency-without-failure',
  message: 'nothing says what happens when a dependency fails',
  fix: 'Say for each dependency what still works without it, and how it comes back.',
});

/** A rule on sections with one of the words in their titles whose text has none of the expected words. */
function unmentioned(
  titles: readonly string[],
  expected: readonly string[],
  { message, ...rule }: Pick<AdviceRule, 'id' | 'fix'> & { message: string },
): AdviceRule {
  return {
    ...rule,
    severity: 'info',
    find: (reading) =>
      titled(reading, titles)
        .filter((sections) => missingWord(reading, sections, expected))
        .map(([first]) => ({ place: first!.section.id, line: first!.line, message })),
  };
}

const MEASURED = [
  'performance',
  'latency',
  'throughput',
  'availability',
  'scalability',
  'capacity',
  'slo',
  'slos',
  'sla',
  'slas',
  'nfr',
  'nfrs',
];

/** A section on what can be measured has no number. A flow's own rule for the same place applies instead. */
export const unmeasuredRequirement: AdviceRule = {
  id: 'unmeasured-requirement',
  severity: 'warning',
  fix: 'Give an amount with its unit, measured or aimed at.',
  find(reading) {
    const own = (reading.template.flow?.advice ?? [])
      .filter(({ check }) => check === 'no-number')
      .map(({ section }) => section ?? '');
    return titled(reading, MEASURED)
      .filter(
        ([first]) =>
          !own.some(
            (id) =>
              `${id}/`.startsWith(`${first!.section.id}/`) || `${first!.section.id}/`.startsWith(`${id}/`),
          ),
      )
      .filter((sections) => noNumber(reading, sections, []))
      .map(([first]) => ({
        place: first!.section.id,
        line: first!.line,
        message: `“${first!.section.path.at(-1)}” has no number, so nobody can tell whether it is met`,
      }));
  },
};
