import type { Readable } from 'node:stream';
import { MAX_BYTES } from '../text/source.ts';

/** The bytes of a stream up to its end; a stream with more than 10 MB is left there, one byte above the limit or more. */
export async function readStream(stream: Readable): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let total = 0;
  for await (const part of stream) {
    const bytes = Buffer.from(part as Buffer | string);
    parts.push(bytes);
    total += bytes.length;
    if (total > MAX_BYTES) break;
  }
  return Buffer.concat(parts);
}
