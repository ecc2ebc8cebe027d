// What faults do to files, and what saving costs: npm run figures:save
import { linkSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDrafts, writeDraftSync } from '../../src/host/drafts.ts';
import { createSpec, saveSpec } from '../../src/host/save-spec.ts';
import { openSpec } from '../../src/host/spec-file.ts';
import { type Fault, faultyFiles } from '../host/faulty-files.ts';

const FAULTS: readonly Fault[] = ['ENOSPC', 'EIO', 'EACCES', 'frozen'];
const OLD = { text: `# Old\n${'a'.repeat(70_000)}\n`, bom: false };
const NEW = { text: `# New\n${'b'.repeat(150_000)}\n`, bom: false };

/** A way of writing: prepares the old state and writes with faults. Returns the path to examine. */
interface Way {
  name: string;
  lay: (folder: string) => string;
  write: (path: string, files: ReturnType<typeof faultyFiles>, drafts: string) => void;
}

const WAYS: readonly Way[] = [
  {
    name: 'save',
    lay: (folder) => put(join(folder, 'a.md')),
    write: (path, files, folder) => void saveSpec(openSpec(path), NEW, { files, drafts: { folder, files } }),
  },
  {
    name: 'save of a file with two names',
    lay: (folder) => {
      const path = put(join(folder, 'a.md'));
      linkSync(path, join(folder, 'b.md'));
      return path;
    },
    write: (path, files, folder) => void saveSpec(openSpec(path), NEW, { files, drafts: { folder, files } }),
  },
  {
    name: 'create',
    lay: (folder) => join(folder, 'new', 'a.md'),
    write: (path, files) => void createSpec(path, NEW, { files }),
  },
];

console.log('| write | fault | calls | old | new | torn, whole in a draft | lost |');
console.log('|---|---|--:|--:|--:|--:|--:|');
for (const { name, lay, write } of WAYS) {
  for (const fault of FAULTS) {
    const seen = { old: 0, new: 0, draft: 0, lost: 0 };
    let calls = 0;
    for (let at = 1; ; at++) {
      const [folder, drafts] = [temporary(), temporary()];
      const path = lay(folder);
      const files = faultyFiles(at, fault);
      try {
        write(path, files, drafts);
      } catch {
        // The file counts, not the result that was reported.
      }
      const left = read(path);
      const kept = readDrafts(path, { folder: drafts }).some(({ value }) => (value as typeof NEW).text === NEW.text);
      if (left === NEW.text) seen.new++;
      else if (left === OLD.text || (left === null && name === 'create')) seen.old++;
      else if (kept) seen.draft++;
      else seen.lost++;
      for (const each of [folder, drafts]) rmSync(each, { recursive: true });
      if (files.calls.length < at) break;
      calls = at;
    }
    const label = fault === 'frozen' ? 'process stops' : String(fault);
    console.log(`| ${name} | ${label} | ${calls} | ${seen.old} | ${seen.new - 1} | ${seen.draft} | ${seen.lost} |`);
  }
}

for (const size of [10_000, 100_000, 1_000_000]) {
  const folder = temporary();
  const path = put(join(folder, 'a.md'));
  let opened = openSpec(path);
  const save = median(21, (round) => {
    opened = saveSpec(opened, {
      text: `${round}\n${'some words '
        .repeat(9)
        .concat('\n')
        .repeat(size / 100)}`,
      bom: false,
    });
  });
  const value = 'some words\n'.repeat(size / 11);
  const draft = median(21, () => writeDraftSync({ path, baseHash: '', slotId: 'a', value }, { folder }));
  console.log(`${size / 1000} kB: save ${save.toFixed(1)} ms, draft ${draft.toFixed(1)} ms (medians of 21)`);
  rmSync(folder, { recursive: true });
}

function put(path: string): string {
  writeFileSync(path, OLD.text);
  return path;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function temporary(): string {
  return mkdtempSync(join(tmpdir(), 'spec-wizard-figures-'));
}

function median(rounds: number, run: (round: number) => unknown): number {
  const times = Array.from({ length: rounds }, (_, round) => {
    const start = performance.now();
    run(round);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[rounds >> 1]!;
}
