// Random keys and resizes, the emulator's screen against the frame after each, with Ink as it is shipped:
// npm run any-keys [-- STEPS [TEMPLATE [SEED]]]
import { anyKeys } from '../view/any-keys.ts';
import { TEMPLATES } from '../view/stage.ts';

const [, , steps = '20000', only, seed] = process.argv;
for (const { id } of TEMPLATES.filter(({ id }) => only === undefined || id === only))
  for (const run of seed === undefined ? [1, 2, 3, 4, 5] : [Number(seed)]) {
    const from = Date.now();
    await anyKeys(id, run, Number(steps), ['😀', '❤️']);
    console.log(`${id}, seed ${run}: ${steps} steps, no difference (${Math.round((Date.now() - from) / 1000)} s)`);
  }
