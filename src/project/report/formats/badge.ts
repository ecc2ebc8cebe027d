import { safeJson } from '../../../text/printable.ts';
import type { Format } from '../report.ts';

/** From this share on, which colour; the first that fits. */
const COLOURS = [
  [1, 'brightgreen'],
  [0.8, 'green'],
  [0.5, 'yellow'],
  [0, 'orange'],
] as const;

/** A badge of how far all specs are together, as an endpoint of shields.io takes it (schema version 1). */
export const badge: Format = {
  whole: false,
  start({ write }) {
    return {
      spec() {},
      problem() {},
      end({ specs, answered, required, problems }) {
        const ratio = required === 0 ? 1 : answered / required;
        const message = specs === 0 ? 'none' : ratio === 1 ? 'complete' : `${Math.floor(ratio * 100)}%`;
        const color =
          problems > 0 ? 'red' : specs === 0 ? 'lightgrey' : COLOURS.find(([least]) => ratio >= least)![1];
        write(`${safeJson({ schemaVersion: 1, label: 'specs', message, color }, 2)}\n`);
      },
    };
  },
};
