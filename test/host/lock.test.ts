import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { lockSpec } from '../../src/host/lock.ts';
import { childProgram } from './child.ts';
import { freshFolder } from './folder.ts';

const program = childProgram('lock');

/** Another process that asks for the spec, says what it got and stays. */
async function other(folder: string) {
  const child = spawn(process.execPath, [program, '/docs/a.md', folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = await once(child.stdout!, 'data');
  return { child, said: String(said).trim() };
}

it('tells the second wizard who the first one is, and lets it in when the first one has left', async () => {
  const folder = freshFolder();
  const first = await other(folder);
  expect(first.said).toBe('ours');
  const second = lockSpec('/docs/a.md', { folder });
  expect(second).toMatchObject({ kind: 'taken', by: { pid: first.child.pid, host: hostname() } });
  expect(lockSpec('/docs/b.md', { folder }).kind).toBe('ours');
  first.child.stdin!.end();
  await once(first.child, 'exit');
  expect(readdirSync(folder)).toHaveLength(1);
  expect(lockSpec('/docs/a.md', { folder }).kind).toBe('ours');
});

it("takes over a killed wizard's lock", async () => {
  const folder = freshFolder();
  const first = await other(folder);
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  expect(readdirSync(folder)).toHaveLength(1);
  expect(lockSpec('/docs/a.md', { folder }).kind).toBe('ours');
});

it('can be taken over on purpose; the first one then releases nothing of the second', async () => {
  const folder = freshFolder();
  const first = await other(folder);
  expect(lockSpec('/docs/a.md', { folder, takeOver: true }).kind).toBe('ours');
  first.child.stdin!.end();
  await once(first.child, 'exit');
  expect(readdirSync(folder)).toHaveLength(1);
});

it('of a process with the same number that started at another time is no lock', ({ skip }) => {
  const folder = freshFolder();
  lockSpec('/docs/a.md', { folder });
  const path = join(folder, readdirSync(folder)[0]!);
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  if (lock.started === '') skip('this system does not say when a process started');
  writeFileSync(path, JSON.stringify({ ...lock, pid: process.ppid, started: lock.started }));
  expect(lockSpec('/docs/a.md', { folder }).kind).toBe('ours');
});

it('of another machine stands until it is taken over', () => {
  const folder = freshFolder();
  lockSpec('/docs/a.md', { folder });
  const path = join(folder, readdirSync(folder)[0]!);
  const { pid } = spawnSync('true');
  writeFileSync(path, JSON.stringify({ pid, started: '', host: 'elsewhere', since: 1 }));
  expect(lockSpec('/docs/a.md', { folder })).toMatchObject({
    kind: 'taken',
    by: { host: 'elsewhere', since: 1 },
  });
  expect(lockSpec('/docs/a.md', { folder, takeOver: true }).kind).toBe('ours');
});

it('that is damaged is no lock; where none can be kept the spec is ours', () => {
  const folder = freshFolder();
  lockSpec('/docs/a.md', { folder });
  writeFileSync(join(folder, readdirSync(folder)[0]!), '{"pid":');
  expect(lockSpec('/docs/a.md', { folder }).kind).toBe('ours');
  expect(lockSpec('/docs/a.md', { folder: null }).kind).toBe('ours');
  expect(lockSpec('/docs/a.md', { folder: join(folder, 'gone') }).kind).toBe('ours');
});

it('is ours again in the same process, and gone after the release', () => {
  const folder = freshFolder();
  lockSpec('/docs/a.md', { folder });
  const lock = lockSpec('/docs/a.md', { folder });
  expect(lock.kind).toBe('ours');
  if (lock.kind === 'ours') lock.release();
  expect(readdirSync(folder)).toEqual([]);
});
