import { expect, test, vi } from 'vitest';
import { renameFor } from '../../../src/host/platform.ts';

function failing(code: string, times: number) {
  let left = times;
  return vi.fn((_from: string, _to: string) => {
    if (left-- > 0) throw Object.assign(new Error(code), { code });
  });
}

test.each(['EPERM', 'EACCES', 'EBUSY'])('on Windows a file that is held for a moment (%s) is replaced', (code) => {
  const rename = failing(code, 3);
  const pause = vi.fn();
  renameFor('win32', rename, pause)('new.tmp', 'a.md');
  expect(rename).toHaveBeenCalledTimes(4);
  expect(rename).toHaveBeenLastCalledWith('new.tmp', 'a.md');
  expect(pause).toHaveBeenCalledTimes(3);
});

test('on Windows a file that stays open is an error in the end, any other error at once', () => {
  const pause = vi.fn();
  expect(() => renameFor('win32', failing('EBUSY', 1000), pause)('new.tmp', 'a.md')).toThrow('EBUSY');
  expect(pause.mock.calls.length).toBeGreaterThan(20);
  const full = failing('ENOSPC', 1);
  expect(() => renameFor('win32', full, pause)('new.tmp', 'a.md')).toThrow('ENOSPC');
  expect(full).toHaveBeenCalledTimes(1);
});

test.each(['linux', 'darwin'] as const)('on %s the first error counts', (platform) => {
  const rename = failing('EACCES', 1);
  expect(() => renameFor(platform, rename)('new.tmp', 'a.md')).toThrow('EACCES');
  expect(rename).toHaveBeenCalledTimes(1);
});
