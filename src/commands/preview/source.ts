import { buffer } from 'node:stream/consumers';
import { type OpenedSpec, openSpec, plannedSpec } from '../../host/spec-file.ts';
import type { Document } from '../../markdown/document.ts';
import { readDocument } from '../../markdown/outline.ts';
import { Problem } from '../../problem.ts';
import { decodeSource } from '../../text/source.ts';
import type { Io } from '../io.ts';

/** What is read of a long document for its first screen, in UTF-16 code units. */
const FIRST_PART = 32_000;

/** Reads the file of a path, or standard input for `-`. Raises what openSpec raises, and `usage` where stdin is no pipe. */
export async function readSource(path: string, io: Io): Promise<OpenedSpec> {
  if (path !== '-') return openSpec(path, { folder: io.cwd });
  if (io.stdin.isTTY) {
    throw new Problem('usage', 'standard input is the terminal', {
      hints: ['Pipe Markdown into it, as in: spec-wizard preview - < FILE'],
    });
  }
  const bytes = await buffer(io.stdin);
  return placed('-', () => plannedSpec('-', decodeSource(bytes), { folder: io.cwd }));
}

/** The structure of what was read. Raises what readDocument raises, with the path as its place. */
export function documentOf({ path, source }: OpenedSpec): Document {
  return placed(path, () => readDocument(source.text));
}

/** The structure of as much of it as the first screen needs. */
export function firstPartOf({ path, source: { text } }: OpenedSpec): Document {
  const lineEnd = text.indexOf('\n', FIRST_PART);
  const end = lineEnd < 0 ? text.length : lineEnd + 1;
  return placed(path, () => readDocument(text.slice(0, end)));
}

function placed<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, message, place, hints } = error;
    throw new Problem(code, message, { place: { path, ...place }, hints, cause: error });
  }
}
