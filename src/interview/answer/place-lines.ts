import type { Eol } from '../../text/source.ts';

/** The text with its lines as they stand at a place: each further one behind `prefix`, ended by `eol`. */
export function withPrefix(markdown: string, prefix: string, eol: Eol): string {
  return markdown.replace(
    /(?:\r\n|\n|\r)(?=([^\r\n]?))/g,
    (_, next: string) => eol + (next === '' ? prefix.trimEnd() : prefix),
  );
}
