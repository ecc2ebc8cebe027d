import { type Document, readDocument } from '../markdown/document.ts';
import type { Template } from '../template/template.ts';
import { BoundedCache, memo } from '../text/memo.ts';
import { align } from './align.ts';
import { copiesInOrder, withCopyLimits } from './copy-limits.ts';
import { finalize } from './finalize.ts';
import { readMark } from './mark.ts';
import { openOwnSections } from './own-sections.ts';
import { withPairingQuestions } from './pairings.ts';
import type { Reading } from './reading.ts';
import { SectionJudge } from './section-judge.ts';

/** The last readings of each template's specs, by text, so that asking again costs nothing. */
const readingsOf = memo((_template: Template) => new BoundedCache<string, Reading>(6));

/**
 * Judges a spec's text against its template: every section and slot with its state, and the meters. Raises Problem
 * `too-deep` as readDocument does.
 */
export function readSpec(text: string, template: Template): Reading {
  return readingsOf(template).get(text) ?? judgeSpec(readDocument(text), template);
}

/** Judges a document. From then on readSpec returns the same reading for its text. */
export function judgeSpec(document: Document, template: Template): Reading {
  const readings = readingsOf(template);
  const known = readings.get(document.text);
  if (known) return known;
  const reading = judgeOnce(document, template);
  readings.set(document.text, reading);
  return reading;
}

/** Judges a spec that nobody asks for again: its reading is not kept. */
export function judgeOnce(document: Document, template: Template): Reading {
  const mark = readMark(document.text);
  const alignment = align(document, template, mark?.headings);
  const judge = new SectionJudge(document, template, alignment, mark);
  const sections = template.sections.flatMap((section) => judge.readingsOf(section));
  const joined = new Set([...alignment.joined.values()].flat());
  const own = alignment.extra.filter((section) => !joined.has(section) && !alignment.owner.has(section));
  const reading = finalize({
    document,
    template,
    sections: [
      ...withCopyLimits(template.sections, copiesInOrder(template.sections, sections), document),
      ...openOwnSections(document, template, own, alignment.owner, mark),
    ],
    alignment,
    claimed: judge.claimedHeadings(),
    mark,
    ownContent: judge.ownContent,
  });
  return withPairingQuestions(reading);
}
