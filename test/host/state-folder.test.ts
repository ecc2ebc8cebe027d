import { chmodSync, existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cacheFolder, stateFolder } from '../../src/host/state-folder.ts';
import { freshFolder } from './folder.ts';

it('the state folder is where XDG_STATE_HOME points, and closed to other users', () => {
  const home = freshFolder();
  const named = stateFolder('drafts', { HOME: home, XDG_STATE_HOME: join(home, 'state') });
  expect(named).toBe(join(home, 'state', 'spec-wizard', 'drafts'));
  expect(statSync(named!).mode & 0o777).toBe(0o700);
  expect(stateFolder('drafts', { HOME: home })).toBe(join(home, '.local', 'state', 'spec-wizard', 'drafts'));
  expect(cacheFolder('x', { HOME: home })).toBe(join(home, '.cache', 'spec-wizard', 'x'));
  expect(cacheFolder('x', { HOME: home, XDG_CACHE_HOME: join(home, 'c') })).toBe(join(home, 'c', 'spec-wizard', 'x'));
});

it('passes over a relative value, as the specification of XDG asks', () => {
  const home = freshFolder();
  expect(stateFolder('drafts', { HOME: home, XDG_STATE_HOME: 'state' })).toContain(join('.local', 'state'));
  expect(existsSync('state')).toBe(false);
});

it('falls back to a temporary folder of this user alone', () => {
  const home = freshFolder();
  writeFileSync(join(home, 'file'), '');
  const folder = stateFolder('drafts', { HOME: join(home, 'file') });
  expect(folder?.startsWith(tmpdir())).toBe(true);
  expect(statSync(folder!).mode & 0o077).toBe(0);
});

it('the state folder is never in a temporary folder that another user could have prepared', () => {
  const mine = join(tmpdir(), `spec-wizard-${process.getuid?.() ?? 'user'}`);
  stateFolder('drafts', { HOME: '/dev/null' });
  const before = statSync(mine).mode & 0o777;
  chmodSync(mine, 0o777);
  expect(stateFolder('drafts', { HOME: '/dev/null' })).toBe(null);
  chmodSync(mine, before);
});

it('may lie behind a link of the user', () => {
  const home = freshFolder();
  mkdirSync(join(home, 'real'));
  symlinkSync(join(home, 'real'), join(home, 'link'));
  expect(stateFolder('locks', { XDG_STATE_HOME: join(home, 'link') })).toContain('link');
});
