import { type Lock, lockSpec, nameOf } from '../host/lock.ts';
import type { OpenedSpec } from '../host/spec-file.ts';
import type { Prompter } from '../plain/prompter.ts';
import { askChoice } from '../plain/values/choices.ts';
import { Problem } from '../problem.ts';

const LEAVE = 'leave it';
const TAKE = 'take it over';

/** A spec that is this sitting's to write, as long as nobody takes it over. */
export class PlainLock {
  readonly #path: string;
  #lock: Lock;

  private constructor(path: string) {
    this.#path = path;
    this.#lock = lockSpec(path);
  }

  /** Asks for a spec; where another wizard has it, asks the author. Null where it is left to the other one. */
  static async on({ realPath }: OpenedSpec, asker: Prompter): Promise<PlainLock | null> {
    const lock = new PlainLock(realPath);
    return (await lock.#settled(asker, 'Another wizard has this file open')) === 'left' ? null : lock;
  }

  /**
   * Whether the spec is `ours` as before. Where another wizard took it over meanwhile, asks the author: it is `left` to
   * the other one, or taken `back`, as its file is then.
   */
  async stay(asker: Prompter): Promise<'ours' | 'left' | 'back'> {
    this.#look();
    return this.#settled(asker, 'Another wizard took this file over');
  }

  /** Raises Problem `conflict` where another wizard took the spec over; a lock that merely vanished is taken again. */
  refuseIfLost(): void {
    this.#look();
    if (this.#lock.kind === 'ours') return;
    throw new Problem(
      'conflict',
      `another wizard took the file over, ${nameOf(this.#lock.by)}; nothing was written`,
    );
  }

  /** Whether nobody has taken the spec over. */
  isOurs(): boolean {
    this.#look();
    return this.#lock.kind === 'ours';
  }

  release(): void {
    if (this.#lock.kind === 'ours') this.#lock.release();
  }

  #look(): void {
    if (this.#lock.kind === 'ours' && this.#lock.lost()) this.#lock = lockSpec(this.#path);
  }

  async #settled(asker: Prompter, what: string): Promise<'ours' | 'left' | 'back'> {
    if (this.#lock.kind === 'ours') return 'ours';
    asker.say(`${what}, ${nameOf(this.#lock.by)}.`);
    if ((await askChoice(asker, [LEAVE, TAKE], LEAVE)) !== TAKE) return 'left';
    this.#lock = lockSpec(this.#path, { takeOver: true });
    return 'back';
  }
}
