// Sends random keys to the wizard on every built-in template and prints the memory it takes, in MB, after each quarter
// of the keys: KEYS=20000 SEEDS=5 npm run figures:keys
import { TEMPLATES } from '../view/stage.ts';
import { letLoose } from '../wizard/monkey.ts';

const keys = Number(process.env.KEYS ?? 20_000);
const seeds = Number(process.env.SEEDS ?? 5);

/** The memory of the process in MB, after garbage collection if that is available. */
function megabytes(): string {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return `${Math.round(rss / 2 ** 20)} (heap ${Math.round(heapUsed / 2 ** 20)})`;
}

for (const template of TEMPLATES) {
  for (let seed = 1; seed <= seeds; seed++) {
    const quarters: string[] = [];
    const begun = Date.now();
    const text = letLoose(template, seed, keys, (step) => {
      if (step > 0 && step % Math.floor(keys / 4) === 0) quarters.push(megabytes());
    });
    const took = ((Date.now() - begun) / 1000).toFixed(0);
    const shown = [...quarters.slice(0, 3), megabytes()].join(', ');
    console.log(`${template.id} seed ${seed}: ${keys} keys in ${took} s, ${shown} MB, file ${text.length}`);
  }
}
