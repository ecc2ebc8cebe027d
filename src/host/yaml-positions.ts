import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import { Problem, type ProblemCode } from '../problem.ts';
import { memo } from '../text/memo.ts';
import * as messages from './messages.ts';

/** YAML or JSON as data, with the position of each key. */
export interface PositionedYaml {
  data: unknown;
  /** The line (from 1) of a key or its nearest existing parent; undefined if there is none. */
  lineOf: (key: readonly (string | number)[]) => number | undefined;
}

/**
 * Parses YAML (1.2, core schema; JSON is YAML). With `asWritten` numbers are the text they are written as, so that 1.10
 * and 012 do not change. Raises a Problem of the given code with the line of the first fault.
 */
export function readYaml(source: string, path: string, code: ProblemCode, { asWritten = false } = {}): PositionedYaml {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    // The library's own check for duplicate keys takes quadratic time.
    uniqueKeys: false,
    merge: false,
    schema: 'core',
  });
  const [fault] = document.errors;
  const repeated = fault ? null : repeatedKey(document);
  if (repeated !== null) {
    const { line, col: column } = lines.linePos(repeated);
    throw new Problem(code, 'Map keys must be unique', { place: { path, line, column } });
  }
  if (fault) {
    const reason = fault.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
    const message = /call stack/.test(reason) ? messages.nestsTooDeeply : reason;
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
      let at: unknown = document.contents;
      let offset: number | undefined;
      for (const name of key) {
        const pair = isMap(at) ? pairsOf(at).get(String(name)) : undefined;
        const found = pair ? pair.key : isSeq(at) ? at.items[Number(name)] : undefined;
        if (!isNode(found)) break;
        offset = found.range?.[0] ?? offset;
        at = pair ? pair.value : found;
      }
      return offset === undefined ? undefined : lines.linePos(offset).line;
    },
  };
}

const pairsOf = memo((map: YAMLMap) => new Map(map.items.map((pair) => [keyOf(pair), pair])));

function keyOf({ key }: Pair): string {
  return String(isScalar(key) ? key.value : key);
}

/** The offset of the first key that its map already has; null if there is none. */
function repeatedKey(document: Document.Parsed): number | null {
  let offset: number | null = null;
  visit(document, {
    Map(_key, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          offset = key.range?.[0] ?? 0;
          return visit.BREAK;
        }
        seen.add(key.value);
      }
      return undefined;
    },
  });
  return offset;
}

/** Limits aliases, so that a few lines cannot grow without bound. */
function dataOf(document: Document.Parsed, path: string, code: ProblemCode): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (cause) {
    const message = cause instanceof RangeError ? messages.nestsTooDeeply : messages.aliasesTooLarge;
    throw new Problem(code, message, { place: { path }, cause });
  }
}
