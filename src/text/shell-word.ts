/** A word as a POSIX shell takes it: as it is where nothing in it means something there, else in single quotes. */
export function shellWord(word: string): string {
  return /^[\p{L}\p{N}_./:@%+,=-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
