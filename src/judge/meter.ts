import { isGap, type Meter, type SlotReading, type State } from './reading.ts';

/** What is answered of what is required; the ratio is rounded down to hundredths, so that 1 means complete. */
export function meterOf(slots: readonly SlotReading[]): Meter {
  const required = slots.filter((slot) => slot.required);
  const answered = required.filter((slot) => !isGap(slot)).length;
  return {
    answered,
    required: required.length,
    ratio: required.length === 0 ? 1 : Math.floor((answered / required.length) * 100) / 100,
  };
}

/** The one state that a section's own required slots share, else `partial`; child sections do not count. */
export function sectionState(slots: readonly SlotReading[], found: boolean): State {
  const states = new Set(slots.filter((slot) => slot.required).map((slot) => slot.state));
  if (states.size > 1) states.delete('not-applicable');
  if (states.size > 1) return 'partial';
  const [only] = states;
  if (only) return only;
  if (!found) return 'missing';
  return slots.some((slot) => slot.state === 'not-applicable') ? 'not-applicable' : 'boilerplate';
}
