import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { Problem, type ProblemCode } from '../problem.ts';

/** YAML or JSON as data, with the place of each of its keys. */
export interface PlacedYaml {
  data: unknown;
  /** The line (from 1) of a key, or of the nearest above it that stands; undefined where none does. */
  lineOf: (key: readonly (string | number)[]) => number | undefined;
}

/** Parses YAML (1.2, core schema; JSON is YAML). Raises a Problem of the given code with the line of the first fault. */
export function readPlacedYaml(source: string, path: string, code: ProblemCode): PlacedYaml {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    uniqueKeys: true,
    merge: false,
    schema: 'core',
  });
  const [fault] = document.errors;
  if (fault) {
    const message = fault.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
    const place = { path, line: fault.linePos?.[0].line, column: fault.linePos?.[0].col };
    throw new Problem(code, message, { place });
  }
  return {
    // Aliases are limited by the parser, so that a few lines cannot grow beyond measure.
    data: document.toJS({ maxAliasCount: 50 }),
    lineOf(key) {
      for (let length = key.length; length > 0; length--) {
        const parent = length === 1 ? document.contents : document.getIn(key.slice(0, length - 1), true);
        const last = key[length - 1];
        const node = isMap(parent)
          ? parent.items.find(
              (item) => String((item.key as { value?: unknown } | null)?.value ?? item.key) === last,
            )?.key
          : isSeq(parent)
            ? parent.items[last as number]
            : null;
        const range = (node as { range?: [number, number, number] } | null | undefined)?.range;
        if (range) return lines.linePos(range[0]).line;
      }
      return undefined;
    },
  };
}
