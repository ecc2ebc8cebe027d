import { scanBlocks } from '../../markdown/scan.ts';

/**
 * Code in a fence that is longer than any run of its own character inside; `opening` is the first line of the fence it
 * takes the place of, or of a new one. Code that is a whole fence by itself keeps it. Lines end with LF.
 */
export function codeText(value: string, opening: string): string {
  const code = value.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const [own, more] = scanBlocks(code);
  if (own?.kind === 'fence' && own.closed && !more && own.start === 0) return code.trimEnd();
  const [, ticks = '```', info = ''] = /^(`{3,}|~{3,})(.*)$/.exec(opening) ?? [];
  const sign = ticks[0]!;
  const runs = code.match(sign === '`' ? /`{3,}/g : /~{3,}/g) ?? [];
  const fence = sign.repeat(Math.max(ticks.length, ...runs.map((run) => run.length + 1)));
  return `${fence}${info}\n${code}${code === '' ? '' : '\n'}${fence}`;
}
