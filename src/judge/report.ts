import { readFrontMatter } from '../markdown/front-matter.ts';
import { partsOf } from '../markdown/parts.ts';
import type { TemplateVersion, VersionSource } from '../template/template.ts';
import { topicKeys } from '../template/topics.ts';
import { fold, foldCase } from '../text/fold.ts';
import { positionAt } from '../text/source.ts';
import type { Drift, Reading, SlotReading } from './reading.ts';

/** A slot in `check --json`. */
interface SlotReport {
  id: string;
  kind: string;
  state: string;
  required: boolean;
  rule: string;
  text: string;
  message: string;
  fix: string;
  reason?: string;
  /** Lines and columns count from 1, columns in UTF-16 units; `endColumn` is exclusive. Null if it is empty. */
  line: number | null;
  column: number | null;
  endLine: number | null;
  endColumn: number | null;
}

/** A spec in `check --json`, without its path and how its template was found. */
export interface SpecReport {
  template: string;
  completeness: { answered: number; required: number; ratio: number };
  tasks: { done: number; total: number };
  sections: {
    path: string[];
    line: number | null;
    state: string;
    /** Present if the section has the form of an earlier version of the template. */
    drift?: Drift;
    answered: number;
    required: number;
    slots: SlotReport[];
  }[];
  extra: { title: string; line: number }[];
  /** The version of the template that it was written from, if its history is known. */
  version?: VersionSource;
}

/** A reading in the shape of `check --json`. */
export function reportOf(reading: Reading): SpecReport {
  const { document } = reading;
  const version = writtenFrom(reading);
  return {
    template: reading.template.id,
    completeness: reading.meter,
    tasks: reading.tasks,
    sections: reading.sections.map(({ section, line, state, drift, meter, slots }) => ({
      path: section.path,
      line,
      state,
      ...(drift ? { drift } : {}),
      answered: meter.answered,
      required: meter.required,
      slots: slots.map((slot) => slotReport(reading, slot)),
    })),
    extra: reading.extra.map((section) => ({
      title: section.title,
      line: positionAt(document.starts, section.start).line,
    })),
    ...(version ? { version: version.source } : {}),
  };
}

function slotReport(reading: Reading, slot: SlotReading): SlotReport {
  const { id, state, required, rule, text, message, fix, reason } = slot;
  const at = slot.evidence ?? slot.range;
  const from = at && positionAt(reading.document.starts, at.start);
  const to = at && positionAt(reading.document.starts, at.end);
  return {
    id,
    kind: slot.slot.kind,
    state,
    required,
    rule,
    text,
    message,
    fix,
    ...(reason === null ? {} : { reason }),
    line: from?.line ?? null,
    column: from?.column ?? null,
    endLine: to?.line ?? null,
    endColumn: to?.column ?? null,
  };
}

/**
 * A spec's status, as the author spelled it: after the label `Status` if the template asks for it, else in the front
 * matter, else after a label of its title section; null if there is none.
 */
export function statusOf(reading: Reading): string | null {
  const { document, sections } = reading;
  for (const { slot, value } of reading.slots) {
    if (slot.label && isStatus(slot.label) && typeof value === 'string' && value !== '') return plain(value);
  }
  for (const { key, value } of readFrontMatter(document)?.entries ?? []) {
    if (isStatus(key) && typeof value === 'string') return plain(value);
  }
  const found = sections[0]?.found;
  const blocks = new Set([...document.root.blocks, ...(found?.blocks ?? [])]);
  for (const part of partsOf(document.text, [...blocks])) {
    const labels =
      part.form === 'prose' ? part.labels : part.form === 'list' ? part.items.map(({ label }) => label) : [];
    for (const label of labels) if (label && isStatus(label.name) && label.text !== '') return plain(label.text);
  }
  return null;
}

function isStatus(name: string): boolean {
  return foldCase(name) === 'status';
}

function plain(value: string): string {
  return fold(value.replace(/[*_`]/g, ''));
}

/**
 * The version of its template that a spec was written from: the one whose titles, bold texts and labels are most
 * similar to the spec's, the newest of equal ones. Null if the template's history is unknown, or the spec has nothing
 * of it.
 */
export function writtenFrom({ document, template }: Reading): TemplateVersion | null {
  const { versions } = template;
  if (versions.length === 0) return null;
  const known = new Set(versions.flatMap(({ keys }) => [...keys]));
  const own = topicKeys(document).filter((key) => known.has(key));
  const likeness = ({ keys }: TemplateVersion) =>
    (2 * own.filter((key) => keys.has(key)).length) / (keys.size + own.length);
  let best: TemplateVersion | null = null;
  let most = 0;
  for (const version of versions) {
    const score = likeness(version);
    if (score > most) [best, most] = [version, score];
  }
  return best;
}
