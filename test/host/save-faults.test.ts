import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDrafts } from '../../src/host/drafts.ts';
import { realFiles } from '../../src/host/files.ts';
import { createSpec, saveSpec } from '../../src/host/save-spec.ts';
import { openSpec } from '../../src/host/spec-file.ts';
import { Problem } from '../../src/problem.ts';
import { type Fault, faultyFiles } from './faulty-files.ts';
import { freshFolder } from './folder.ts';

const OLD = { text: `# Old\n${'a'.repeat(70_000)}\n`, bom: false };
const NEW = { text: `# New\n${'b'.repeat(150_000)}\n`, bom: false };
const FAULTS: Fault[] = ['ENOSPC', 'EIO', 'EACCES', 'frozen'];
/** Every second call goes wrong, each by two of the faults; with SOAK=1 (npm run soak) every one by all. */
const STEP = process.env.SOAK ? 1 : 2;
const faults = FAULTS.map((fault, index) => [fault, 1 + (index % STEP)] as const);

describe.each(faults)('a save whose Nth call goes wrong by %s', (fault, first) => {
  it('leaves the old file or the new one, whole, and says which', () => {
    const folder = freshFolder();
    const path = join(folder, 'spec.md');
    let points = 0;
    for (let at = first; ; at += STEP) {
      writeFileSync(path, OLD.text);
      const opened = openSpec(path);
      const files = faultyFiles(at, fault);
      const saved = attempt(() => saveSpec(opened, NEW, { files, drafts: { folder } }));
      const left = readFileSync(path, 'utf8');
      if (saved) expect(left, `call ${at}`).toBe(NEW.text);
      else expect([OLD.text, NEW.text], `call ${at}`).toContain(left);
      if (!saved && fault !== 'frozen') expect(left, `call ${at}`).toBe(OLD.text);
      if (files.calls.length < at) {
        expect(saved?.source).toEqual(NEW);
        break;
      }
      points = at;
      if (fault !== 'frozen')
        expect(temporaries(folder).length, `call ${at}: ${files.calls[at - 1]}`).toBeLessThanOrEqual(1);
      saveSpec(openSpec(path), { text: `next ${at}`, bom: false });
      expect(temporaries(folder), `after call ${at}, the next save`).toEqual([]);
    }
    expect(points).toBeGreaterThan(25);
  });

  it('of a file with two names leaves a draft of the new text wherever the file is torn', () => {
    const folder = freshFolder();
    const drafts = { folder: freshFolder() };
    const path = join(folder, 'spec.md');
    writeFileSync(path, OLD.text);
    linkSync(path, join(folder, 'twin.md'));
    for (let at = first; ; at += STEP) {
      writeFileSync(path, OLD.text);
      const files = faultyFiles(at, fault);
      const saved = attempt(() => saveSpec(openSpec(path), NEW, { files, drafts: { ...drafts, files } }));
      const left = readFileSync(path, 'utf8');
      const kept = readDrafts(path, drafts);
      if (saved) expect(left).toBe(NEW.text);
      else if (left !== OLD.text) expect(kept.map((draft) => draft.value)).toContainEqual(NEW);
      expect(readFileSync(join(folder, 'twin.md'), 'utf8')).toBe(left);
      for (const name of readdirSync(drafts.folder)) rmSync(join(drafts.folder, name));
      if (files.calls.length < at) {
        expect(saved?.source).toEqual(NEW);
        break;
      }
    }
  });

  it('creating a file leaves nothing or all of it', () => {
    const folder = freshFolder();
    for (let at = first; ; at += STEP) {
      const path = join(folder, `${at}`, 'deep', 'spec.md');
      const files = faultyFiles(at, fault);
      const saved = attempt(() => createSpec(path, NEW, { files }));
      const left = attempt(() => readFileSync(path, 'utf8'));
      if (saved) expect(left).toBe(NEW.text);
      else expect([null, NEW.text], `call ${at}`).toContain(left);
      if (!saved && fault !== 'frozen') expect(left, `call ${at}`).toBe(null);
      if (files.calls.length < at) {
        expect(saved?.source).toEqual(NEW);
        break;
      }
      if (left !== null) {
        saveSpec(openSpec(path), OLD, { drafts: { folder: null } });
        expect(temporaries(join(folder, `${at}`, 'deep'))).toEqual([]);
      }
    }
  });
});

it('a save without a fault makes every kind of step once', () => {
  const path = join(freshFolder(), 'spec.md');
  writeFileSync(path, OLD.text);
  const files = faultyFiles(0, 'EIO');
  saveSpec(openSpec(path), NEW, { files });
  for (const step of ['realpath', 'copyAttributes', 'write', 'sync', 'lstat', 'rename']) {
    expect(files.calls).toContain(step);
  }
  expect(Object.keys(realFiles)).toEqual(expect.arrayContaining(files.calls));
});

function temporaries(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.tmp'));
}

/** The result, or null where it raised what it may raise. */
function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof Problem || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}
