import { type Document, isMap, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { Problem, type ProblemCode } from '../problem.ts';

/** YAML or JSON as data, with the place of each of its keys. */
export interface PositionedYaml {
  data: unknown;
  /** The line (from 1) of a key, or of the nearest above it that stands; undefined where none does. */
  lineOf: (key: readonly (string | number)[]) => number | undefined;
}

/**
 * Parses YAML (1.2, core schema; JSON is YAML). With `asWritten` a number is the text it is written as, so that 1.10 and
 * 012 stay what they are. Raises a Problem of the given code with the line of the first fault.
 */
export function readYaml(
  source: string,
  path: string,
  code: ProblemCode,
  { asWritten = false } = {},
): PositionedYaml {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    uniqueKeys: true,
    merge: false,
    schema: 'core',
  });
  const [fault] = document.errors;
  if (fault) {
    const said = fault.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
    const message = /call stack/.test(said) ? 'it nests too deeply' : said;
    const place = { path, line: fault.linePos?.[0].line, column: fault.linePos?.[0].col };
    throw new Problem(code, message, { place });
  }
  if (asWritten) {
    visit(document, {
      Scalar(_key, node) {
        if (typeof node.value === 'number' && node.source !== undefined) node.value = node.source;
      },
    });
  }
  return {
    data: dataOf(document, path, code),
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

/** Aliases are limited, so that a few lines cannot grow beyond measure. */
function dataOf(document: Document.Parsed, path: string, code: ProblemCode): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (cause) {
    const message = cause instanceof RangeError ? 'it nests too deeply' : 'its aliases expand beyond measure';
    throw new Problem(code, message, { place: { path }, cause });
  }
}
