import { setImmediate } from 'node:timers/promises';
import type { Io } from '../../host/io.ts';
import { readStream } from '../../host/read-file.ts';
import { type OpenedSpec, openSpec, plannedSpec } from '../../host/spec-file.ts';
import { type Document, documentOf as documentOfSource, documentSteps, readDocument } from '../../markdown/document.ts';
import { Problem } from '../../problem.ts';
import { decodeSource, lineStarts } from '../../text/source.ts';
import * as messages from '../messages.ts';

/** How much of a long document to read for its first screen, in UTF-16 code units. */
const FIRST_PART = 32_000;

/** Reads a file, or standard input for `-`. Raises what openSpec raises, and `usage` if stdin is not a pipe. */
export async function readSource(path: string, io: Io): Promise<OpenedSpec> {
  if (path !== '-') return openSpec(path, { folder: io.cwd });
  if (io.stdin.isTTY) {
    throw new Problem('usage', messages.stdinIsTerminal, {
      hints: [messages.pipeHint],
    });
  }
  const bytes = await readStream(io.stdin);
  return placed('-', () => plannedSpec('-', decodeSource(bytes), { folder: io.cwd }));
}

/** The structure of a file. Raises what readDocument raises, with the path as its place. */
export function documentOf({ path, source }: OpenedSpec): Document {
  return placed(path, () => documentOfSource(source));
}

/** The structure of the part for the first screen, with the lines of the whole text, and whether it is all of it. */
export function documentStart({ path, source: { text } }: OpenedSpec): {
  document: Document;
  whole: boolean;
} {
  const lineEnd = text.indexOf('\n', FIRST_PART);
  const whole = lineEnd < 0 || lineEnd + 1 === text.length;
  const part = whole ? text : text.slice(0, lineEnd + 1);
  const document = placed(path, () => readDocument(part));
  return { document: { ...document, starts: lineStarts(text) }, whole };
}

/** Like documentOf, in turns; null once no longer needed. Rejects with what readDocument raises, with the path. */
export async function documentInTurns(
  { path, source }: OpenedSpec,
  isCurrent: () => boolean,
): Promise<Document | null> {
  try {
    return await inTurns(documentSteps(source.text), isCurrent);
  } catch (error) {
    throw withPath(error, path);
  }
}

function placed<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw withPath(error, path);
  }
}

function withPath(error: unknown, path: string): unknown {
  return error instanceof Problem ? error.at({ path, ...error.place }) : error;
}

/** How long a turn lasts, in milliseconds: too short to notice. */
const TURN = 15;

/** Runs a long task in turns, with the event loop between them; null once the result is no longer needed. */
export async function inTurns<Result>(
  steps: Generator<undefined, Result>,
  isCurrent: () => boolean,
): Promise<Result | null> {
  for (;;) {
    await setImmediate();
    if (!isCurrent()) return null;
    const end = performance.now() + TURN;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
  }
}
