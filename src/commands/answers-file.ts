import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { readPlacedYaml } from '../host/placed-yaml.ts';
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
  return { path: name, ...readPlacedYaml(source, name, 'bad-answers') };
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
