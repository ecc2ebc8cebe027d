import { type Lock, lockSpec, nameOf } from '../../host/lock.ts';
import type { OpenedSpec } from '../../host/spec-file.ts';
import type { Asker } from '../../plain/asker.ts';
import { askChoice } from '../../plain/values/choices.ts';
import { Problem } from '../../problem.ts';

const WAYS = ['leave it', 'take it over'] as const;

/** A spec that is this sitting's to write, as long as nobody takes it over. */
export class PlainLock {
  readonly #path: string;
  #lock: Lock;

  private constructor(path: string, lock: Lock) {
    this.#path = path;
    this.#lock = lock;
  }

  /** Asks for a spec; where another wizard has it, asks the author. Null where it is left to the other one. */
  static async on({ realPath }: OpenedSpec, asker: Asker): Promise<PlainLock | null> {
    const lock = lockSpec(realPath);
    if (lock.kind === 'ours') return new PlainLock(realPath, lock);
    asker.say(`Another wizard has this file open, ${nameOf(lock.by)}.`);
    if ((await askChoice(asker, WAYS, WAYS[0])) !== 'take it over') return null;
    return new PlainLock(realPath, lockSpec(realPath, { takeOver: true }));
  }

  /** Raises Problem `conflict` where another wizard took the spec over; a lock that merely vanished is taken again. */
  refuseIfLost(): void {
    if (this.#lock.kind === 'ours' && this.#lock.lost()) this.#lock = lockSpec(this.#path);
    if (this.#lock.kind === 'ours') return;
    throw new Problem(
      'conflict',
      `another wizard took the file over, ${nameOf(this.#lock.by)}; nothing was written`,
    );
  }

  release(): void {
    if (this.#lock.kind === 'ours') this.#lock.release();
  }
}
