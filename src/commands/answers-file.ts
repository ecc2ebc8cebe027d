import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { Problem } from '../problem.ts';
import type { LineOf } from '../spec/form.ts';
import { decodeSource } from '../text/source.ts';
import type { Io } from './io.ts';

/** An answers file as data, with the place of each of its keys. */
export interface AnswersFile {
  path: string;
  data: unknown;
  lineOf: LineOf;
}

/** Reads answers, YAML or JSON, from a file or (`-`) from stdin. Raises Problem `bad-answers` with the line of the fault. */
export async function readAnswers(path: string, io: Io): Promise<AnswersFile> {
  const name = path === '-' ? 'stdin' : path;
  if (path === '-' && io.stdin.isTTY)
    throw new Problem('usage', '--answers - reads from a pipe, and stdin is a terminal');
  const source = decodeSource(await bytesOf(path, io)).text;
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    uniqueKeys: true,
    merge: false,
    schema: 'core',
  });
  const [fault] = document.errors;
  if (fault) {
    const place = { path: name, line: fault.linePos?.[0].line, column: fault.linePos?.[0].col };
    throw new Problem(
      'bad-answers',
      fault.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, ''),
      { place },
    );
  }
  return {
    path: name,
    // Aliases are limited by the parser; maps stay free of prototypes, as only known ids are looked up in them.
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

/** The bytes of the file, which may be a pipe (`<(…)`, /dev/stdin). */
async function bytesOf(path: string, io: Io): Promise<Uint8Array> {
  if (path === '-') return buffer(io.stdin);
  try {
    return await buffer(createReadStream(resolve(io.cwd, path)));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new Problem('no-file', 'no such file', { place: { path }, cause });
    if (code === 'EISDIR')
      throw new Problem('not-a-file', 'it is a folder, not a file', { place: { path }, cause });
    throw new Problem('unreadable', `it cannot be read (${code ?? String(cause)})`, {
      place: { path },
      cause,
    });
  }
}
