import { Problem } from '../problem.ts';
import { decodeSource, encodeSource, type Source } from '../text/source.ts';
import { placed } from './read-file.ts';

/**
 * The bytes to write for a source. Raises Problem `not-text` or `too-large`, with `path` as its place, for what could not
 * be read back: NUL, half a surrogate pair, too long a line or file.
 */
export function writableBytes(source: Source, path: string): Uint8Array {
  const bytes = encodeSource(source);
  try {
    const back = decodeSource(bytes);
    if (Buffer.compare(encodeSource(back), bytes) === 0 && !/\p{Surrogate}/u.test(source.text)) return bytes;
  } catch (error) {
    if (error instanceof Problem) throw placed(error, path, 'not written: ');
    throw error;
  }
  throw new Problem('not-text', 'not written: the text holds half a character', { place: { path } });
}
