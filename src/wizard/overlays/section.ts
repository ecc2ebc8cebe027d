import { markSplices } from '../../interview/answer/mark.ts';
import {
  familyOf,
  notApplicableProblem,
  ownHeadings,
  recordHeading,
  sectionsAround,
} from '../../interview/answer/whole-section.ts';
import { isAsked, isOpen, sectionPath } from '../../interview/questions.ts';
import { isGap, type Reading, type SectionReading } from '../../judge/reading.ts';
import { plainTitle } from '../../markdown/inline.ts';
import { quantity } from '../../text/figures.ts';
import { printable } from '../../text/printable.ts';
import { readingOf, type Update, type Walking, withNotice } from '../action.ts';
import { changeWhole } from '../answering.ts';
import { goOn, skip } from '../go.ts';
import * as messages from '../messages.ts';
import { askOverlay } from './ask.ts';
import { type ChooseOverlay, chooseOverlay } from './overlay.ts';

/** Offers what can be done with the section of the question as a whole, and with those around it. */
export function offerSection(state: Walking, id?: string): Update {
  const reading = readingOf(state);
  const around = sectionsAround(reading, state.walk.id);
  const at = id === undefined ? 0 : around.findIndex((one) => one.id === id);
  const one = around[at];
  if (!one) return [withNotice(state, messages.wholeDocument), []];
  const slots = slotsIn(reading, one);
  const open = slots.filter(isOpen).length;
  const kept = notApplicableProblem(reading, one);
  const outer = around[at + 1];
  const title = titleOf(one);
  const options = [
    ...(kept === null && open > 0 ? [{ key: 'x', name: 'not', label: messages.itDoesNotApply }] : []),
    ...(!one.found && !one.lead && ownHeadings(reading).length > 0
      ? [{ key: 'm', name: 'mine', label: messages.ownSection }]
      : []),
    ...(open > 0 ? [{ key: 's', name: 'skip', label: messages.leaveForLater(quantity(open, 'question')) }] : []),
    ...(examples(slots).length > 0
      ? [{ key: 'k', name: 'keep', label: messages.keepExamples(quantity(examples(slots).length, 'example')) }]
      : []),
    ...(outer ? [{ key: 'o', name: 'outer', label: messages.sectionAround(titleOf(outer)) }] : []),
  ];
  const lines = [
    `${quantity(slots.length, 'question')}, ${open === 0 ? 'none' : open} open${one.found ? '' : '; it does not stand in your document yet'}.`,
    ...(kept !== null && open > 0 ? [messages.cannotBeLeftOut(kept)] : []),
  ];
  if (options.length === 0) return [withNotice(state, messages.nothingOpen(title)), []];
  return [
    {
      ...state,
      overlay: chooseOverlay({ what: 'section', id: one.id }, messages.wholeSection(title), lines, options),
    },
    [],
  ];
}

/** Runs the chosen action on a section. */
export function runSectionChoice(state: Walking, id: string, option: string): Update {
  const reading = readingOf(state);
  const one = reading.sections.find((section) => section.id === id);
  if (!one) return [state, []];
  switch (option) {
    case 'not': {
      const help = messages.reasonHelp;
      const overlay = askOverlay({ what: 'section-reason', id }, messages.whyNotApplicable(titleOf(one)), help);
      return [{ ...state, overlay }, []];
    }
    case 'mine':
      return [{ ...state, overlay: offerHeadings(reading, one) }, []];
    case 'skip': {
      const skipped = slotsIn(reading, one).reduce((next, slot) => skip(next, slot.id), state);
      const [there, effects] = goOn(skipped, state.walk.id);
      return [withNotice(there, messages.sectionLeft(titleOf(one))), effects];
    }
    case 'keep': {
      const ids = examples(slotsIn(reading, one)).map((slot) => slot.id);
      return changeWhole(
        state,
        markSplices(reading, { keep: ids }),
        messages.examplesKept(quantity(ids.length, 'example')),
      );
    }
    default: {
      const around = sectionsAround(reading, state.walk.id);
      return offerSection(state, around[around.findIndex((other) => other.id === id) + 1]?.id);
    }
  }
}

function offerHeadings(reading: Reading, one: SectionReading): ChooseOverlay {
  const headings = ownHeadings(reading).map((heading, index) => ({
    key: index < 9 ? String(index + 1) : '',
    name: String(index),
    label: printable(`${'#'.repeat(heading.level)} ${plainTitle(heading.title)}`),
  }));
  const lines = [messages.ownSectionHelp];
  return chooseOverlay({ what: 'heading', id: one.id }, messages.whichSection(titleOf(one)), lines, headings);
}

/** Remembers which of the author's headings a section is. */
export function assignHeading(state: Walking, id: string, option: string): Update {
  const reading = readingOf(state);
  const heading = ownHeadings(reading)[Number(option)];
  if (!heading) return [state, []];
  const title = printable(plainTitle(heading.title));
  return changeWhole(state, recordHeading(reading, id, heading), messages.sectionRead(title));
}

function slotsIn(reading: Reading, one: SectionReading) {
  return familyOf(reading, one)
    .flatMap(({ slots }) => slots)
    .filter(isAsked);
}

function examples(slots: ReturnType<typeof slotsIn>) {
  return slots.filter((slot) => slot.state === 'unconfirmed' && isGap(slot));
}

function titleOf(one: SectionReading): string {
  return printable(sectionPath(one).at(-1)!);
}
