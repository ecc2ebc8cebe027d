import type { Io } from '../host/io.ts';
import type { UpgradeStep } from '../interview/upgrade.ts';
import { Leaving } from '../plain/leaving.ts';
import { type Prompter, prompterOn } from '../plain/prompter.ts';
import { askChoice } from '../plain/values/choices.ts';

const TAKE = 'change it';
const LEAVE = 'leave it';
const REST = 'change it and all that follows';

/** Asks the author about the steps of upgrades, one by one. */
export class StepReview {
  /** How the author left; null while the review goes on. */
  left: Leaving['by'] | null = null;
  readonly #asker: Prompter;

  constructor(io: Io) {
    this.#asker = prompterOn(io.stdin, io.stdout);
  }

  /** The steps that the author takes; none once the author has left. */
  async chosen(steps: readonly UpgradeStep[]): Promise<UpgradeStep[]> {
    const taken: UpgradeStep[] = [];
    try {
      for (const [index, step] of steps.entries()) {
        this.#asker.say('', lineOf(step));
        const way = await askChoice(this.#asker, [TAKE, LEAVE, REST], TAKE);
        if (way === REST) return [...taken, ...steps.slice(index)];
        if (way === TAKE) taken.push(step);
      }
      return taken;
    } catch (error) {
      if (!(error instanceof Leaving)) throw error;
      this.left = error.by;
      return [];
    }
  }

  close(): void {
    this.#asker.close();
  }
}

/** A step in one line, for people. */
export function lineOf({ line, kind, from, to }: UpgradeStep): string {
  if (kind === 'renamed') return `line ${line}: rename “${from}” to “${to}”`;
  const heading = from === to ? 'a heading' : `the heading “${to}”`;
  return `line ${line}: turn the bold text “${from}” into ${heading}`;
}
