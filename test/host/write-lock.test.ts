import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nameOfProcess, ownMark } from '../../src/host/process-alive.ts';
import { hashOf } from '../../src/host/read-file.ts';
import { exclusively } from '../../src/host/write-lock.ts';
import { temporaryFolder } from '../terminal/program.ts';

const flag = (key: string, process: string) => `${hashOf(key).slice(0, 32)}-${process}-abcdef012345`;

test('the lock is there while the write runs and gone afterwards, even if it fails', () => {
  const folder = temporaryFolder();
  expect(exclusively('a', () => readdirSync(folder).length, { folder })).toBe(1);
  expect(() =>
    exclusively(
      'a',
      () => {
        throw new Error('no');
      },
      { folder },
    ),
  ).toThrow('no');
  expect(readdirSync(folder)).toEqual([]);
});

test('it waits for the flag of a running process, and says which file it is when that does not end', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, flag('a', nameOfProcess())), '');
  let ran = false;
  const run = () => {
    ran = true;
  };
  expect(() => exclusively('a', run, { folder, patience: 30 })).toThrow(
    expect.objectContaining({ code: 'conflict', hints: [expect.stringContaining(folder)] }),
  );
  expect(ran).toBe(false);
  expect(exclusively('another', () => 'done', { folder })).toBe('done');
});

test.each([
  ['a process that ended', { ...ownMark(), pid: 2 ** 22 + 1 }],
  ['an earlier process of the same number', { ...ownMark(), started: 'before' }],
])('the flag of %s counts for nothing', (_, mark) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, flag('a', nameOfProcess(mark))), '');
  expect(exclusively('a', () => 'done', { folder, patience: 0 })).toBe('done');
  expect(readdirSync(folder)).toEqual([]);
});

test('the write runs even if no lock can be taken', () => {
  expect(exclusively('a', () => 'done', { folder: '/dev/null/nowhere' })).toBe('done');
});
