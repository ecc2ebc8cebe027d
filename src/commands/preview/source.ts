import { buffer } from 'node:stream/consumers';
import { type OpenedSpec, openSpec, plannedSpec } from '../../host/spec-file.ts';
import type { Document } from '../../markdown/document.ts';
import { readDocument } from '../../markdown/outline.ts';
import { Problem } from '../../problem.ts';
import { decodeSource } from '../../text/source.ts';
import type { Io } from '../io.ts';

/** What is previewed: a file or standard input, and its structure. */
export interface Previewed {
  spec: OpenedSpec;
  document: Document;
}

/** Reads the file of a path, or standard input for `-`. Raises what openSpec and readDocument raise. */
export async function readPreviewed(path: string, io: Io): Promise<Previewed> {
  return path === '-' ? withDocument(await readInput(io)) : readFileAgain(path, io);
}

/** The same for a file, at once. */
export function readFileAgain(path: string, io: Io): Previewed {
  return withDocument(openSpec(path, { folder: io.cwd }));
}

function withDocument(spec: OpenedSpec): Previewed {
  return placed(spec.path, () => ({ spec, document: readDocument(spec.source.text) }));
}

async function readInput(io: Io): Promise<OpenedSpec> {
  if (io.stdin.isTTY) {
    throw new Problem('usage', 'standard input is the terminal', {
      hints: ['Pipe Markdown into it, as in: spec-wizard preview - < FILE'],
    });
  }
  const bytes = await buffer(io.stdin);
  return placed('-', () => plannedSpec('-', decodeSource(bytes), { folder: io.cwd }));
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
