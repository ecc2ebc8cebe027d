import { readSpec } from '../../judge/read.ts';
import { type Drift, isGap, type Reading } from '../../judge/reading.ts';
import { writtenFrom } from '../../judge/report.ts';
import { plainTitle } from '../../markdown/inline.ts';
import type { Template } from '../../template/template.ts';
import { readTitle } from '../../template/title.ts';
import { words } from '../../text/fold.ts';
import { applySplices, type Splice } from '../../text/range.ts';
import { eolNear, positionAt, withEol } from '../../text/source.ts';
import { type Change, changeFor } from './changes.ts';

/** A step from the form of an earlier template to the present one. */
export interface UpgradeStep {
  /** The id of its section. */
  id: string;
  /** The line on which it begins, from 1. */
  line: number;
  form: Drift;
  /** The titles in the spec, and those of the template. */
  from: readonly string[];
  to: readonly string[];
  /** Whether only the author can do it, because nobody else knows which words belong where. */
  byAuthor: boolean;
}

/** The text that a step replaces, and its replacement. */
interface Proposal {
  before: string;
  after: string;
}

/** A step with its proposal. */
export interface PlannedStep extends UpgradeStep {
  proposal: Proposal;
}

/** The decision on a step: take it, leave it, or take it with another text. */
export type Decision = 'take' | 'leave' | { text: string };

/** The upgrade of a spec to the present form of its template. */
export interface Upgrade {
  /** In document order: the steps taken, and those for the author. */
  steps: PlannedStep[];
  /** The text after the steps taken. */
  text: string;
}

/**
 * Upgrades a spec's text step by step, as `decide` returns. No step changes the author's words; one that would lose an
 * answer is left out. The lines of the steps are in the given text. Raises Problem `too-deep` as readDocument does.
 */
export function upgrade(
  text: string,
  template: Template,
  decide: (step: PlannedStep) => Decision = () => 'take',
): Upgrade {
  const lines = new Map(readSpec(text, template).sections.map(({ id, line }) => [id, line]));
  const steps: PlannedStep[] = [];
  const seen = new Set<string>();
  const nameOf = (id: string, drift: Drift | null) => `${drift} ${id}`;
  let result = text;
  for (;;) {
    const reading = readSpec(result, template);
    // The last one first, since a new heading takes in what follows it.
    const [section] = reading.sections
      .filter(({ id, drift }) => drift && !seen.has(nameOf(id, drift)))
      .sort((a, b) => (b.line ?? 0) - (a.line ?? 0));
    if (!section) break;
    seen.add(nameOf(section.id, section.drift));
    const change = changeFor(reading, section);
    if (!change) continue;
    const { form, from, to, main } = change;
    const { id } = section;
    const line = lines.get(id) ?? section.line ?? 1;
    const proposal = { before: result.slice(main.start, main.end), after: main.text };
    const step: PlannedStep = { id, line, form, from, to, byAuthor: form === 'divided', proposal };
    const next = applySplices(result, change.splices);
    if (!step.byAuthor && !isSafe(reading, next, id, change)) continue;
    const decision = decide(step);
    if (decision === 'leave') continue;
    steps.push(step);
    if (decision === 'take') result = step.byAuthor ? result : next;
    else result = applySplices(result, withText(result, change, decision.text));
  }
  return { steps: steps.sort((a, b) => a.line - b.line), text: result };
}

/** The splices of a change with the author's text instead of its own. */
function withText(document: string, { splices, main }: Change, words: string): Splice[] {
  const own = { ...main, text: withEol(words, eolNear(document, main.start)) };
  return splices.map((splice) => (splice === main ? own : splice));
}

/** Whether a change keeps every word except those of titles, opens no gap, and ends the earlier form of the section. */
function isSafe({ document, slots, template }: Reading, text: string, id: string, change: Change): boolean {
  const after = readSpec(text, template);
  const open = new Set(slots.filter(isGap).map((slot) => slot.id));
  return (
    after.slots.every((slot) => !isGap(slot) || open.has(slot.id)) &&
    !after.sections.some((section) => section.id === id && section.drift === change.form) &&
    sameWords(document.text, change.words.out, text, change.words.in)
  );
}

function sameWords(before: string, out: string, after: string, into: string): boolean {
  const count = (text: string, less: string) => {
    const counts = new Map<string, number>();
    for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const word of words(less)) counts.set(word, (counts.get(word) ?? 0) - 1);
    return JSON.stringify([...counts].filter(([, times]) => times !== 0).sort());
  };
  return count(before, out) === count(after, into);
}

/** What else changed between the version of its template that a spec was written from and the present one. */
export interface TemplateNews {
  /** Sections that the spec lacks and that are gaps. */
  added: { id: string; title: string }[];
  /** Sections that the template no longer has; they stay, as the author's own. */
  dropped: { title: string; line: number }[];
}

/** The changes of a spec's template; empty if its history is unknown. */
export function templateNews(text: string, template: Template): TemplateNews {
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
