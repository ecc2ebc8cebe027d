import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { editInEditor, readEdited } from '../host/editor.ts';
import type { Io } from '../host/io.ts';
import type { Decision, PlannedStep, UpgradeStep } from '../interview/upgrade/upgrade.ts';
import { askChoice } from '../plain/choices.ts';
import { type Prompter, prompterOn } from '../plain/prompter.ts';
import { Leaving } from '../plain/typed-commands.ts';
import { Problem } from '../problem.ts';
import * as messages from './messages.ts';

const ALL = messages.changeAll;

/** Asks the author about the steps of an upgrade, one by one. */
export class StepReview {
  /** How the author left; null until then. */
  left: Leaving['by'] | null = null;
  /** Whether the author takes every step from now on. */
  #all = false;
  readonly #io: Io;
  readonly #asker: Prompter;

  constructor(io: Io) {
    this.#io = io;
    this.#asker = prompterOn(io.stdin, io.stdout);
  }

  /** Prints lines, wrapped between words. */
  say(...lines: string[]): void {
    this.#asker.say(...lines);
  }

  /**
   * The author's decision about each step of a spec, in order; empty once the author has left. `isLast` if no other spec
   * follows.
   */
  async decisions(steps: readonly PlannedStep[], isLast: boolean): Promise<Decision[]> {
    const decisions: Decision[] = [];
    let rest = this.#all;
    try {
      for (const [index, step] of steps.entries()) {
        if (rest) {
          this.say(`  ${stepLine(step)}`);
          decisions.push(step.byAuthor ? 'leave' : 'take');
          continue;
        }
        this.say('', stepLine(step));
        const more = [...(index < steps.length - 1 ? [messages.changeRest] : []), ...(isLast ? [] : [ALL])];
        const ways = step.byAuthor
          ? [messages.editFirst, messages.leaveIt]
          : [messages.changeIt, messages.leaveIt, messages.editFirst, ...more];
        const way = await askChoice(this.#asker, ways, ways[0]!);
        rest = way === messages.changeRest || way === ALL;
        this.#all = way === ALL;
        decisions.push(
          way === messages.editFirst ? await this.#edited(step) : way === messages.leaveIt ? 'leave' : 'take',
        );
      }
      return decisions;
    } catch (error) {
      if (!(error instanceof Leaving)) throw error;
      this.left = error.by;
      return [];
    }
  }

  close(): void {
    this.#asker.close();
  }

  /** Opens a step in the editor. If the editor returns nothing, the step is left out. */
  async #edited({ proposal }: PlannedStep): Promise<Decision> {
    try {
      const edited = await this.#asker.away(() =>
        editInEditor({ text: proposal.after, extension: '.md', env: this.#io.env }),
      );
      if (edited.kind === 'edited') return { text: edited.text };
      this.#asker.say(`${edited.message}.`);
      if (edited.kind === 'failed') {
        this.#asker.say(messages.stepLeftWithText(edited.tempPath));
        return 'leave';
      }
      this.#asker.say(messages.saveTextThenEnter(edited.tempPath));
      await this.#asker.line(messages.enterWhenSaved);
      const text = readEdited(edited.tempPath);
      rmSync(dirname(edited.tempPath), { recursive: true, force: true });
      return { text };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.#asker.say(error.message, ...error.hints, messages.stepLeft);
      return 'leave';
    }
  }
}

export function stepLine({ line, form, from, to }: UpgradeStep): string {
  const old = quoted(from);
  const now = quoted(to);
  const changes: Record<UpgradeStep['form'], string> = {
    renamed: messages.renameStep(old, now),
    'bold-text': messages.headingStep(old, now),
    moved: messages.moveStep(old),
    joined: messages.joinStep(old, now),
    divided: messages.divideStep(old, now),
  };
  return messages.stepAt(line, changes[form]);
}

function quoted(titles: readonly string[]): string {
  return titles.map((title) => `“${title}”`).join(', ');
}
