import { Leaving } from './leaving.ts';
import { Moved } from './moves.ts';
import type { Prompter } from './prompter.ts';

/** The asker where no question of the spec is open: /quit leaves, and the other moves have nowhere to go. */
export function withoutMoves(asker: Prompter): Prompter {
  return {
    ...asker,
    async line(label, options) {
      for (;;) {
        try {
          return await asker.line(label, options);
        } catch (error) {
          if (!(error instanceof Moved)) throw error;
          if (error.move.kind === 'quit') throw new Leaving('quit');
          asker.say('That goes nowhere here. Choose first, or leave by /quit.');
        }
      }
    },
  };
}
