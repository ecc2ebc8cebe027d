import { plainTitle } from '../../markdown/inline.ts';
import { isGap, type SectionReading, type SlotReading } from '../../spec/reading.ts';
import { cellWidth, padCells } from '../../text/cells.ts';
import { positionAt } from '../../text/lines.ts';
import { printable } from '../../text/printable.ts';
import type { Io } from '../io.ts';
import type { Checked } from './check-one.ts';

const BAR = 11;

/** A spec's report for people: its meter, then its gaps with place, name, what is the matter, and state. */
export function prettyReport({ path, matched, reading }: Checked, _io: Io): string {
  const { answered, required, ratio } = reading.meter;
  const head = ` ${printable(path)}   ${printable(matched.template.id)}   ${bar(ratio)} ${percent(ratio)}  ${answered} of ${required}`;
  const rows = reading.sections.flatMap((section) =>
    section.slots.filter(isGap).map((slot) => gapRow(section, slot, reading.document.starts)),
  );
  const width = Math.max(0, ...rows.map((row) => cellWidth(row.name)));
  const place = Math.max(0, ...rows.map((row) => row.at.length));
  const lines = rows.map(
    (row) => `   ${row.at.padStart(place)}   ${padCells(row.name, width)}   ${row.state}: ${row.message}`,
  );
  return `${[head, ...lines].join('\n')}\n\n`;
}

/** The last line: how many specs and gaps, and how to go on. */
export function prettySummary(
  { specs, gaps }: { specs: number; gaps: number },
  first: string | null,
): string {
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  if (specs === 0) return ' No specs found.\n';
  const done =
    gaps === 0 ? `${count(specs, 'spec')}, complete.` : `${count(specs, 'spec')}, ${count(gaps, 'gap')}.`;
  return ` ${done}${first === null ? '' : ` Fill them: spec-wizard ${printable(first)}`}\n`;
}

/** A bar of eleven cells, full only for a ratio of 1. */
export function bar(ratio: number): string {
  const full = Math.floor(ratio * BAR);
  return '█'.repeat(full) + '░'.repeat(BAR - full);
}

function percent(ratio: number): string {
  return `${Math.floor(ratio * 100 + 1e-9)}%`.padStart(4);
}

function gapRow(
  section: SectionReading,
  slot: SlotReading,
  starts: readonly number[],
): { at: string; name: string; state: string; message: string } {
  const at = slot.evidence ?? slot.range;
  const position = at ? positionAt(starts, at.start) : null;
  const path =
    section.section.path.length > 0
      ? section.section.path
      : [plainTitle(section.found?.title ?? section.section.title)];
  const label =
    slot.slot.label && slot.slot.kind !== 'variable'
      ? [slot.slot.label]
      : slot.slot.kind === 'variable'
        ? [`{${slot.slot.label}}`]
        : [];
  return {
    at: position ? `${position.line}:${position.column}` : section.line === null ? '–' : `${section.line}`,
    name: printable([...path, ...label].join(' › ')),
    state: slot.state,
    message: printable(`${slot.message}. ${slot.fix}`.replace(/^\. /, '')),
  };
}
