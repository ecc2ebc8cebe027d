import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './program.ts';
import { fillDisk, mountDisk } from './small-disk.ts';
import { startTerminal, type TestTerminal } from './terminal.ts';

const TEMPLATE = '# Title\n\n## Purpose\n\n[What it is for]\n\n## Owner\n\n[Who owns it]\n';
const SPEC = `${TEMPLATE.replace('# Title', '# Export')}\n<!-- spec-wizard: template=./template.md -->\n`;
const TYPED = 'It exports orders';
const OTHERS = SPEC.replace('[Who owns it]', 'Someone else');

/** The places of one sitting; absolute. */
interface Places {
  root: string;
  folder: string;
  file: string;
  state: string;
}

/** What happens to the disk while an answer is being typed, and what has to be left of it. */
const FAULTS: Record<string, { happen: (places: Places) => void; stays?: (places: Places) => void }> = {
  'the disk is full': {
    happen: ({ folder }) => fillDisk(folder),
    stays: ({ file }) => expect(readFileSync(file, 'utf8')).toMatch(/^# Export\n/),
  },
  'a folder takes the place of the file': {
    happen: ({ file }) => {
      rmSync(file);
      mkdirSync(file);
      writeFileSync(join(file, 'theirs.txt'), 'theirs');
    },
    stays: ({ file }) => expect(readFileSync(join(file, 'theirs.txt'), 'utf8')).toBe('theirs'),
  },
  'a pipe takes the place of the file': {
    happen: ({ file }) => {
      rmSync(file);
      spawnSync('mkfifo', [file]);
    },
    stays: ({ file }) => expect(statSync(file).isFIFO()).toBe(true),
  },
  'a link to a device takes the place of the file': {
    happen: ({ file }) => {
      rmSync(file);
      symlinkSync('/dev/null', file);
    },
    stays: () => expect(statSync('/dev/null').isCharacterDevice()).toBe(true),
  },
  'another file takes its place': {
    happen: ({ file }) => {
      rmSync(file);
      writeFileSync(file, OTHERS);
    },
    stays: ({ file }) => expect(readFileSync(file, 'utf8')).toContain('Someone else'),
  },
  'the file is removed': { happen: ({ file }) => rmSync(file) },
  'the file is renamed': {
    happen: ({ file }) => renameSync(file, `${file}.old`),
    stays: ({ file }) => expect(readFileSync(`${file}.old`, 'utf8')).toBe(SPEC),
  },
  'its folder is renamed': {
    happen: ({ folder }) => renameSync(folder, `${folder}-old`),
    stays: ({ folder }) => expect(readFileSync(join(`${folder}-old`, 'spec.md'), 'utf8')).toMatch(/^# Export\n/),
  },
  'its folder is removed': { happen: ({ folder }) => rmSync(folder, { recursive: true, maxRetries: 20 }) },
  'the file becomes binary': {
    happen: ({ file }) => writeFileSync(file, Buffer.from([0, 1, 2, 255])),
    stays: ({ file }) => expect(readFileSync(file)).toEqual(Buffer.from([0, 1, 2, 255])),
  },
  'the file changes, with its size and time as before': {
    happen: ({ file }) => {
      const { atime, mtime } = statSync(file);
      writeFileSync(file, SPEC.replace('[Who owns it]', '[Who 0wns it]'));
      utimesSync(file, atime, mtime);
    },
    stays: ({ file }) => expect(readFileSync(file, 'utf8')).toContain('[Who 0wns it]'),
  },
  'the file loses all permissions': { happen: ({ file }) => chmodSync(file, 0) },
  'the file becomes read-only': { happen: ({ file }) => chmodSync(file, 0o444) },
  'its folder becomes read-only': { happen: ({ folder }) => chmodSync(folder, 0o555) },
  'the time of the file is in the future': {
    happen: ({ file }) => utimesSync(file, new Date('2090-01-01'), new Date('2090-01-01')),
  },
  'the state folder is removed': {
    // The program may put something into it meanwhile.
    happen: ({ state }) => spawnSync('sh', ['-c', `rm -rf "${state}" || rm -rf "${state}" || rm -rf "${state}"`]),
  },
  'the state folder is full': {
    happen: ({ state }) => fillDisk(state),
  },
};

const FRONTS = [
  { front: 'in the wizard', args: [], keep: 'ctrl+s', share: 0 },
  { front: 'line by line', args: ['--plain'], keep: 'enter', share: 2 },
];

/** A fifth of the faults for each front, each time others; SOAK=1 does them all. */
const CASES = FRONTS.flatMap((front) =>
  Object.keys(FAULTS)
    .filter((_, at) => process.env.SOAK || at % 5 === front.share)
    .map((fault) => ({ ...front, fault })),
);

/** All that stands in regular files below a folder. */
function everything(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'ballast')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

/** Leaves by ^C, as often as it takes. */
async function leave(terminal: TestTerminal): Promise<void> {
  let ended = false;
  void terminal.exit.then(() => {
    ended = true;
  });
  while (!ended) {
    terminal.press('ctrl+c');
    await terminal.still();
  }
}

test.for(CASES)('$front, $fault: what was typed is kept', async ({ args, keep, fault }, { skip }) => {
  const { happen, stays } = FAULTS[fault]!;
  const root = temporaryFolder();
  const folder = join(root, 'project');
  const [state, home] = [join(root, 'state'), join(root, 'home')];
  for (const one of [folder, state, home]) mkdirSync(one);
  if (fault === 'the disk is full') mountDisk(folder, '256k', skip);
  if (fault === 'the state folder is full') mountDisk(state, '256k', skip);
  const places: Places = { root, folder, state, file: join(folder, 'spec.md') };
  writeFileSync(join(folder, 'template.md'), TEMPLATE);
  writeFileSync(places.file, SPEC);
  const env = { XDG_STATE_HOME: state, TMPDIR: home, HOME: home };
  const terminal = startTerminal({ cwd: folder, args: ['spec.md', ...args], env });
  await terminal.waitFor(/question \d of 3/i);
  terminal.type(TYPED);
  await terminal.waitFor(TYPED);
  happen(places);
  terminal.press(keep);
  await terminal.still();
  await leave(terminal);
  const printed = /could be kept nowhere/.test(terminal.screen().join(' '));
  expect(printed || everything(root).includes(TYPED)).toBe(true);
  stays?.(places);
});
