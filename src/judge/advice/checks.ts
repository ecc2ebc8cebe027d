import type { Section } from '../../markdown/document.ts';
import { withoutComments } from '../../markdown/inline.ts';
import type { Flow } from '../../template/schemas.ts';
import type { TemplateSection } from '../../template/template.ts';
import { foldCase, timesIn, words } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import { isGap, type Reading, type SectionReading } from '../reading.ts';
import type { AdviceRule } from './advice.ts';

/** Whether a flow's rule applies. Gets the sections that it examines, first the one that it names, and its words. */
type Check = (reading: Reading, sections: readonly SectionReading[], words: readonly string[]) => boolean;

/** The text has none of the words, in any case. */
const missingWord: Check = (reading, sections, words) => {
  const written = writtenIn(reading, sections);
  if (written === null) return false;
  const text = foldCase(written);
  return !words.some((word) => hasWord(text, foldCase(word)));
};

/** Whether a text has a word, not as part of a longer one; words with signs in them ("n't", ".md") may be parts. */
function hasWord(text: string, word: string): boolean {
  return /^[\p{L}\p{N} ]+$/u.test(word) ? timesIn(text, word) > 0 : text.includes(word);
}

/** The text has no digit, apart from the numbers of a list. */
const noNumber: Check = (reading, sections) => {
  const written = writtenIn(reading, sections);
  return written !== null && !/\p{N}/u.test(written.replace(/^[ \t>]*\d{1,9}[.)][ \t]/gm, ''));
};

/** The section is missing. */
const sectionMissing: Check = (_reading, sections) =>
  sections[0]!.found === null && sections[0]!.state !== 'boilerplate';

/** A required slot in the section, or below it, is not answered. */
const slotGap: Check = (_reading, sections) => sections.some(({ slots }) => slots.some(isGap));

/** The checks that a flow's advice can name. */
export const CHECKS: Record<NonNullable<Flow['advice']>[number]['check'], Check> = {
  'section-missing': sectionMissing,
  'slot-gap': slotGap,
  'no-number': noNumber,
  'missing-word': missingWord,
};

const titleWords = memo((section: TemplateSection) => words(section.title));

/** The outermost sections of a spec with one of the words in their template's title, and all sections below them. */
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

/** The readings of a template section and of all below it; for '' all readings of a spec. */
export function readingsBelow(reading: Reading, id: string): SectionReading[] {
  if (id === '') return reading.sections;
  return reading.sections.filter(({ section }) => section.id === id || section.id.startsWith(`${id}/`));
}

/**
 * The author's text in some sections, without headings and comments; null if nothing in them is answered yet or they do
 * not apply, so that there is nothing to advise on.
 */
function writtenIn(reading: Reading, sections: readonly SectionReading[]): string | null {
  const answered = sections.some(({ slots }) =>
    slots.some((slot) => slot.required && !isGap(slot) && slot.state === 'answered'),
  );
  if (!answered) return null;
  const { text } = reading.document;
  const claimed = new Set(reading.sections.map(({ found }) => found));
  // The author's own sections below a section of the template are part of its answer.
  const withOwn = (found: Section): Section[] => [
    found,
    ...found.children.filter((child) => !claimed.has(child)).flatMap(withOwn),
  ];
  const written = new Set(sections.flatMap(({ found }) => (found ? withOwn(found) : [])));
  return withoutComments([...written].map(({ own }) => text.slice(own.start, own.end)).join('\n'));
}

const ACTS =
  'action actions runbook runbooks playbook page pages paged call calls notify notifies escalate restart scale check look investigate roll response respond mitigate mitigation ticket email slack on-call pagerduty →'.split(
    ' ',
  );

/** Alerts are listed without an action. */
export const alertWithoutAction = unmentioned(['alert', 'alerts', 'alerting'], ACTS, {
  id: 'alert-without-action',
  message: 'no alert says what to do when it is raised',
  fix: 'Give each alert who acts on it and the first step, or a link to its runbook.',
});

const FAILS =
  'fail fails failed failing failure failures failover unavailable unreachable down downtime outage fallback fallbacks falls timeout timeouts retry retries retried retrying degrade degrades degraded offline circuit cached cache without breaks blocked optional required criticality critical'.split(
    ' ',
  );

/** Dependencies are listed, but not what happens if one of them fails. */
export const dependencyWithoutFailure = unmentioned(['dependencies', 'dependency'], FAILS, {
  id: 'dependency-without-failure',
  message: 'nothing says what happens when a dependency fails',
  fix: 'Say for each dependency what still works without it, and how it comes back.',
});

/** A rule for sections with one of some words in their titles, whose text must have one of the expected words. */
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

/** A section about something measurable has no number. A flow's own rule for the same place takes precedence. */
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
            (id) => `${id}/`.startsWith(`${first!.section.id}/`) || `${first!.section.id}/`.startsWith(`${id}/`),
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
