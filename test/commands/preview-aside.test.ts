import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { GapsFound } from '../../src/commands/preview/gaps.ts';
import { findGapsInThread } from '../../src/commands/preview/live.ts';
import { previewRequest } from '../../src/commands/preview/options.ts';
import { inTurns } from '../../src/commands/preview/source.ts';
import { openSpec } from '../../src/host/spec-file.ts';
import { freshFolder } from '../host/folder.ts';

const expected = (template: string) => {
  const cwd = freshFolder();
  writeFileSync(join(cwd, 'form.md'), '# {name}\n\n## Goal\n\n{goal}\n');
  writeFileSync(join(cwd, 'spec.md'), '# Export\n\n## Goal\n\n{goal}\n');
  const request = previewRequest({ words: ['spec.md'], options: { template } });
  return { spec: openSpec('spec.md', { folder: cwd }), request, cwd };
};

test('gaps are found aside, also where no thread can be had', async () => {
  const found = await new Promise<GapsFound>((tell) => findGapsInThread(expected('./form.md'), tell));
  expect(found).toMatchObject({ gaps: { marks: [{ start: 19, end: 25, state: 'untouched' }], missing: [] } });
  const wrong = await new Promise<GapsFound>((tell) => findGapsInThread(expected('./none.md'), tell));
  expect(wrong).toEqual({ problem: expect.stringContaining('no such file') });
});

test('gaps that are no longer needed are not reported', async () => {
  const told: GapsFound[] = [];
  findGapsInThread(expected('./form.md'), (found) => told.push(found))();
  await new Promise<GapsFound>((tell) => findGapsInThread(expected('./form.md'), tell));
  expect(told).toEqual([]);
});

test('long work is done in turns, lets other work run between them, and stops when it is cancelled', async () => {
  let between = 0;
  const timer = setInterval(() => between++, 1);
  // Ends once other work has run twice; where none may run, after ten seconds.
  function* long(): Generator<undefined, string> {
    for (const end = Date.now() + 10_000; between < 2 && Date.now() < end; ) yield;
    return between < 2 ? 'nothing else ran' : 'done';
  }
  expect(await inTurns(long(), () => true)).toBe('done');
  between = 0;
  expect(await inTurns(long(), () => between < 1)).toBeNull();
  clearInterval(timer);
});
