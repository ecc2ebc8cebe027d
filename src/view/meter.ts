import type { Meter } from '../judge/reading.ts';
import type { Row } from './paint.ts';

/** A meter as a bar of `width` cells: full only when complete, empty only when nothing is done. */
export function bar({ answered, required }: Meter, width: number): Row {
  const share = required === 0 ? 1 : answered / required;
  const full =
    share >= 1 ? width : Math.min(width - 1, Math.max(share > 0 ? 1 : 0, Math.floor(share * width)));
  return [
    { text: '█'.repeat(full), tone: 'accent' },
    { text: '░'.repeat(width - full), tone: 'dim' },
  ];
}

/** A meter's share as `68%`, rounded down. */
export function percent({ ratio }: Meter): string {
  return `${Math.floor(ratio * 100 + 1e-9)}%`;
}

/** `7 gaps`, `1 gap`, `complete`. */
export function gapsText(gaps: number): string {
  return gaps === 0 ? 'complete' : gaps === 1 ? '1 gap' : `${gaps} gaps`;
}
