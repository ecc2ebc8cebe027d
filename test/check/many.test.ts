import { beforeAll, expect, test } from 'vitest';
import { generated } from '../bench/project.ts';
import { runAlone, temporaryFolder } from '../terminal/program.ts';
import { startTerminal } from '../terminal/terminal.ts';

/** How many specs: 10,000 with SOAK=1. */
const MANY = process.env.SOAK ? 10_000 : 200;
const HANG = 30 * 60_000;
/** Megabytes of heap that the program gets, however many specs it checks. */
const HEAP = 100;

const cwd = temporaryFolder();
const env = { XDG_CACHE_HOME: temporaryFolder() };
const whole = new RegExp(`^ ?${MANY.toLocaleString('en')} specs, [\\d,]+ gaps`, 'm');

beforeAll(() => void generated(cwd, MANY), HANG);

/** How many files were said to be done, in the order in which it was said. */
const progress = (raw: string) =>
  [...raw.matchAll(/checked ([\d,]+) of ([\d,]+) files/g)].map(([, done, total]) => [number(done!), number(total!)]);
const number = (shown: string) => Number(shown.replaceAll(',', ''));

test(
  'on a terminal, Ctrl+C ends a long check between two lines, and the next one is whole',
  async () => {
    const terminal = startTerminal({ args: ['check', '--summary'], cols: 120, cwd, env });
    await terminal.waitUntil('a part done', () => progress(terminal.raw()).length > 0);
    terminal.press('ctrl+c');
    expect(await terminal.exit).toEqual({ code: 130, signal: 0 });
    // The terminal itself shows the key.
    const lines = terminal.screen().flatMap((line) => line.replace('^C', '') || []);
    expect(lines.at(-1)).toMatch(new RegExp(`^spec-wizard: stopped after \\d+ of ${MANY} files$`));
    const torn = lines
      .slice(0, -1)
      .filter((line) => !/^ [█░]{11} .*\d+ of \d+ +docs\/\d+\/spec-\d+\.md {3}[a-z-]+$/.test(line));
    // With the key a terminal throws away what it has not shown yet (termios(3), NOFLSH): one line may have a hole.
    expect(torn.length, torn.join('\n')).toBeLessThanOrEqual(1);

    const again = startTerminal({ args: ['check', '--summary'], cols: 120, cwd, env });
    expect(await again.exit).toEqual({ code: 1, signal: 0 });
    expect(again.screen().join('\n')).toMatch(whole);
    const steps = progress(again.raw());
    expect(steps.length).toBeGreaterThan(0);
    for (const [index, [done, total]] of steps.entries()) {
      expect(total).toBe(MANY);
      expect(done).toBeLessThanOrEqual(MANY);
      expect(done).toBeGreaterThanOrEqual(steps[index - 1]?.[0] ?? 0);
    }
  },
  HANG,
);

test(
  'memory does not grow with the specs, and a pipe gets no progress',
  async () => {
    const small = { ...env, NODE_OPTIONS: `--max-old-space-size=${HEAP}` };
    // The soak tries the ways of running that differ less.
    const ways = [['--no-cache'], [], ['--format', 'json']];
    for (const options of process.env.SOAK ? ways : ways.slice(0, 1)) {
      const { code, stdout, stderr } = await runAlone(['check', '--summary', ...options], {
        cwd,
        env: small,
      });
      expect({ options, code, stderr }).toEqual({ options, code: 1, stderr: '' });
      if (options[0] !== '--format') expect(stdout).toMatch(whole);
    }
  },
  HANG,
);
