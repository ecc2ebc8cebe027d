import { dirname } from 'node:path';
import { gitHead } from '../host/git-head.ts';

let wanted = true;

/** From here on templates know no earlier wordings but those that their flows carry (`--no-history`). */
export function withoutHistory(): void {
  wanted = false;
}

/** Whether earlier wordings are looked for. */
export function wantsHistory(): boolean {
  return wanted;
}

/** What the earlier wordings of a template's file (absolute) depend on; null where that cannot be told at once. */
export function historyState(file: string): string | null {
  return wanted ? gitHead(dirname(file)) : 'none';
}
