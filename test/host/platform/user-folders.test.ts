import { expect, test } from 'vitest';
import { userFolder } from '../../../src/host/platform.ts';

const WINDOWS = {
  APPDATA: 'C:\\Users\\mira\\AppData\\Roaming',
  LOCALAPPDATA: 'C:\\Users\\mira\\AppData\\Local',
};

test.each(['linux', 'darwin'] as const)('on %s folders are below the home, or where XDG variables say', (platform) => {
  expect(userFolder('state', {}, '/home/mira', platform)).toBe('/home/mira/.local/state/spec-wizard');
  expect(userFolder('cache', { HOME: '/h' }, '/home/mira', platform)).toBe('/h/.cache/spec-wizard');
  expect(userFolder('config', { ...WINDOWS }, '/home/mira', platform)).toBe('/home/mira/.config/spec-wizard');
  expect(userFolder('state', { XDG_STATE_HOME: '/s' }, '/home/mira', platform)).toBe('/s/spec-wizard');
  expect(userFolder('state', { XDG_STATE_HOME: 's' }, '', platform)).toBe(null);
});

test('on Windows they are in the folders that Windows names', () => {
  const home = 'C:\\Users\\mira';
  expect(userFolder('state', WINDOWS, home, 'win32')).toBe('C:\\Users\\mira\\AppData\\Local\\spec-wizard');
  expect(userFolder('cache', WINDOWS, home, 'win32')).toBe('C:\\Users\\mira\\AppData\\Local\\spec-wizard');
  expect(userFolder('config', WINDOWS, home, 'win32')).toBe('C:\\Users\\mira\\AppData\\Roaming\\spec-wizard');
  expect(userFolder('state', {}, home, 'win32')).toBe('C:\\Users\\mira\\.local\\state\\spec-wizard');
  expect(userFolder('cache', { ...WINDOWS, XDG_CACHE_HOME: 'D:\\cache' }, home, 'win32')).toBe(
    'D:\\cache\\spec-wizard',
  );
});
