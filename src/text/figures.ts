/** A bar of `width` cells for a ratio of 0 to 1: full only at 1, empty only at 0. */
export function bar(ratio: number, width: number): string {
  const part = Math.min(width - 1, Math.max(ratio > 0 ? 1 : 0, Math.floor(ratio * width)));
  const full = ratio >= 1 ? width : part;
  return '█'.repeat(full) + '░'.repeat(width - full);
}

/** A ratio as a percentage, rounded down. */
export function percent(ratio: number): string {
  return `${Math.floor(ratio * 100 + 1e-9)}%`;
}

/** A number with commas between thousands. */
export function withCommas(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A number with its noun in the singular or plural: `1 gap`, `3 gaps`. */
export function quantity(number: number, noun: string): string {
  return `${withCommas(number)} ${noun}${number === 1 ? '' : 's'}`;
}
