import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { Io } from '../host/io.ts';
import { readStream, withPlace } from '../host/read-file.ts';
import { readYaml } from '../host/yaml-positions.ts';
import type { AnswersFile } from '../interview/answer.ts';
import { Problem } from '../problem.ts';
import { decodeSource } from '../text/source.ts';
import * as messages from './messages.ts';

/** Reads answers, YAML or JSON, from a file or, for `-`, stdin. Raises Problem `bad-answers` with the fault's line. */
export async function readAnswers(path: string, io: Io): Promise<AnswersFile> {
  const name = path === '-' ? 'stdin' : path;
  if (path === '-' && io.stdin.isTTY) throw new Problem('usage', messages.stdinIsTerminal);
  const bytes = await bytesOf(path, io);
  try {
    return {
      path: name,
      ...readYaml(decodeSource(bytes).text, name, 'bad-answers', { asWritten: true }),
    };
  } catch (error) {
    throw withPlace(error, name);
  }
}

/** The bytes of the file, which may be a pipe (`<(…)`, /dev/stdin). */
async function bytesOf(path: string, io: Io): Promise<Uint8Array> {
  if (path === '-') return readStream(io.stdin);
  try {
    return await readStream(createReadStream(resolve(io.cwd, path)));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new Problem('no-file', messages.noSuchFile, { place: { path }, cause });
    if (code === 'EISDIR') throw new Problem('not-a-file', messages.isFolder, { place: { path }, cause });
    throw new Problem('unreadable', messages.cannotBeRead(code ?? String(cause)), {
      place: { path },
      cause,
    });
  }
}
