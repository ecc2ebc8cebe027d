const BAR = 11;

/** A bar of eleven cells, full only for a ratio of 1. */
export function bar(ratio: number): string {
  const full = Math.floor(ratio * BAR);
  return '█'.repeat(full) + '░'.repeat(BAR - full);
}

/** A ratio as a percentage, rounded down. */
export function percent(ratio: number): string {
  return `${Math.floor(ratio * 100 + 1e-9)}%`;
}

/** A number with its word, which gets an s where there are several: `1 gap`, `3 gaps`. */
export function count(number: number, word: string): string {
  const digits = String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${digits} ${word}${number === 1 ? '' : 's'}`;
}
