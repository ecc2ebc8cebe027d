import { readSpec } from '../../src/judge/read.ts';
import { isGap, type Reading, type SectionReading } from '../../src/judge/reading.ts';
import { Problem } from '../../src/problem.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import { applySplices, type Splice } from '../../src/text/range.ts';
import { lineStarts, positionAt } from '../../src/text/source.ts';
import { some } from '../random.ts';
import type { CorpusDocument } from './documents.ts';
import { finishedSections } from './quiet.ts';
import { TAKEN_AWAY } from './taken-away.ts';
import { type Target, targetsIn } from './target.ts';
import { UNCHANGED } from './unchanged.ts';
import { UNUSUAL } from './unusual.ts';

/** The relations between a document and its mutations, each with the share that must hold. */
export const RELATIONS = {
  'taken away is seen': 0.997,
  'other sections keep state and line': 0.9995,
  'unusual answers stay answered': 0.995,
  'finished sections are quiet': 0.995,
  'rewritten changes nothing': 1,
  'a template answers nothing of itself': 1,
} as const;

export type Relation = keyof typeof RELATIONS;

/** What became of one section under one mutation. */
export interface Outcome {
  relation: Relation;
  mutation: string;
  holds: boolean;
  /** Document, section and states, for those that do not hold. */
  story: string;
}

const CLOSED = new Set(['answered', 'not-applicable']);

/** Puts a document through every relation, `sections` of its sections each. */
export function outcomesOf(
  document: CorpusDocument,
  sections: number,
  random: () => number,
  say: (outcome: Outcome) => void,
): void {
  const reading = readSpec(document.text, document.template);
  const name = `${document.repo} ${document.path}`;
  for (const section of finishedSections(reading)) {
    say({
      relation: 'finished sections are quiet',
      mutation: 'as it is',
      holds: CLOSED.has(section.state),
      story: `${name} :: ${told(section)}`,
    });
  }
  const open = new Set(reading.slots.filter(isGap).map(({ id }) => id));
  const targets = targetsIn(reading);
  for (const [mutation, change] of Object.entries(TAKEN_AWAY)) {
    for (const target of some(targets, sections, random)) {
      const splices = change(target, random);
      if (splices === null) continue;
      const after = mutated(reading, splices);
      const state = stateOf(after, target);
      // A name that is used throughout is asked for by a question of its own.
      const isReported = after.slots.some((slot) => isGap(slot) && !open.has(slot.id));
      const holds = isReported || (!CLOSED.has(state) && state !== 'boilerplate');
      const story = `${name} :: ${target.id} answered → ${told(sectionOf(after, target))}`;
      say({ relation: 'taken away is seen', mutation, holds, story });
      others(reading, after, target, splices, mutation, name, say);
    }
  }
  for (const [mutation, change] of Object.entries(UNUSUAL)) {
    for (const target of some(targets, sections, random)) {
      const splices = change(target, random);
      if (splices === null) continue;
      const after = mutated(reading, splices);
      const holds = CLOSED.has(stateOf(after, target));
      const story = `${name} :: ${target.id} answered → ${told(sectionOf(after, target))}`;
      say({ relation: 'unusual answers stay answered', mutation, holds, story });
      others(reading, after, target, splices, mutation, name, say);
    }
  }
  for (const [mutation, rewrite] of Object.entries(UNCHANGED)) {
    const rewritten = rewrite(reading.document);
    if (rewritten === null) continue;
    const after = readSpec(rewritten.text, document.template);
    const broken = reading.sections.filter((section, index) => {
      const other = after.sections[index];
      const line = section.line === null ? null : rewritten.lineOf(section.line);
      return other?.id !== section.id || other.line !== line || slotStates(other) !== slotStates(section);
    });
    const story = `${name} :: ${broken
      .slice(0, 4)
      .map((section) => {
        const other = after.sections.find(({ id }) => id === section.id);
        return `${told(section)} → ${told(other)}`;
      })
      .join(' | ')}`;
    const holds = broken.length === 0 && after.sections.length === reading.sections.length;
    say({ relation: 'rewritten changes nothing', mutation, holds, story });
  }
}

/** A template checked against itself: every required slot of it is a gap. */
export function ofItself(
  { repo, path, text }: { repo: string; path: string; text: string },
  say: (outcome: Outcome) => void,
): void {
  const relation = 'a template answers nothing of itself'; // A default is an answer as it stands.
  try {
    const { slots } = readSpec(text, readTemplate(text, { id: path }));
    const wrong = slots.filter((slot) => slot.required && !isGap(slot) && slot.rule !== 'default');
    const story = `${repo} ${path} :: ${wrong.map(({ id, state, rule }) => `${id} ${state} (${rule})`).join(', ')}`;
    say({ relation, mutation: 'as it is', holds: wrong.length === 0 && slots.length > 0, story });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say({ relation, mutation: 'as it is', holds: false, story: `${repo} ${path} :: ${error.message}` });
  }
}

function mutated(reading: Reading, splices: readonly Splice[]): Reading {
  return readSpec(applySplices(reading.document.text, splices), reading.template);
}

function sectionOf({ sections }: Reading, { id }: Target): SectionReading | undefined {
  return sections.find((other) => other.id === id);
}

function stateOf(reading: Reading, target: Target): string {
  return sectionOf(reading, target)?.state ?? 'none';
}

function others(
  before: Reading,
  after: Reading,
  target: Target,
  splices: readonly Splice[],
  mutation: string,
  name: string,
  say: (outcome: Outcome) => void,
): void {
  const starts = lineStarts(after.document.text);
  for (const section of before.sections) {
    if (section.id === target.id) continue;
    const at = section.found?.heading?.start ?? section.lead?.start;
    const line = at === undefined ? section.line : positionAt(starts, moved(at, splices)).line;
    const other = after.sections.find(({ id }) => id === section.id);
    const holds = other !== undefined && slotStates(other) === slotStates(section) && other.line === line;
    const story = holds
      ? ''
      : `${name} :: ${target.id} changed; ${told(section)} → ${told(other)}, line ${line} expected`;
    say({ relation: 'other sections keep state and line', mutation, holds, story });
  }
}

/** Where an offset lies after the splices. */
function moved(offset: number, splices: readonly Splice[]): number {
  return splices
    .filter(({ end }) => end <= offset)
    .reduce((at, { start, end, text }) => at + text.length - (end - start), offset);
}

function slotStates({ state, slots }: SectionReading): string {
  // A name stands anywhere, so that any section may open its question; the section's own state is without it then.
  // Which heading may be a missing section is a question that counts for nothing, and changes with what is free.
  const own = slots.filter(({ slot, rule }) => slot.kind !== 'variable' && rule !== 'likely-section');
  const isNamed = slots.some(({ slot }) => slot.kind === 'variable');
  return [isNamed ? '' : state, ...own.map((slot) => slot.state)].join();
}

function told(section: SectionReading | undefined): string {
  if (!section) return 'gone';
  const slots = section.slots
    .filter((slot) => slot.required)
    .map(({ id, state, rule, text }) => `${id.split('/').at(-1)} ${state} ${rule}${text ? ` “${text}”` : ''}`);
  return `${section.id || '/'} line ${section.line} ${section.state} [${slots.slice(0, 6).join('; ')}]`;
}
