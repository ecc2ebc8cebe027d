import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
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
  const [outcome] = await once(child.stdout!, 'data');
  return { child, outcome: String(outcome).trim() };
}

/** A lock on /docs/a.md that this process made, as though it were another's: with other words in it. */
function foreign(folder: string, change: (lock: Record<string, unknown>) => unknown): void {
  lockSpec('/docs/a.md', { folder });
  const path = join(folder, readdirSync(folder)[0]!);
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const changed = change(lock);
  writeFileSync(path, typeof changed === 'string' ? changed : JSON.stringify(changed));
  renameSync(path, path.replace(/.{16}\.json$/, `${'0'.repeat(16)}.json`));
}

it('tells the second wizard who the first one is, and lets it in when the first one has left', async () => {
  const folder = freshFolder();
  const first = await other(folder);
  expect(first.outcome).toBe('ours');
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
  expect(readdirSync(folder)).toHaveLength(1);
});

it("is had by one at most, however many ask at once for a killed wizard's", async () => {
  const folder = freshFolder();
  for (let round = 0; round < (process.env.SOAK ? 50 : 1); round++) {
    const dead = await other(folder);
    expect(dead.outcome).toBe('ours');
    dead.child.kill('SIGKILL');
    await once(dead.child, 'exit');
    const all = await Promise.all(Array.from({ length: 8 }, () => other(folder)));
    expect(all.filter(({ outcome }) => outcome === 'ours')).toHaveLength(1);
    for (const { child } of all) child.stdin!.end();
    await Promise.all(all.map(({ child }) => once(child, 'exit')));
    expect(readdirSync(folder)).toEqual([]);
  }
});

it('can be taken over on purpose; the first one knows, and then releases nothing of the second', async () => {
  const folder = freshFolder();
  const first = await other(folder);
  const second = lockSpec('/docs/a.md', { folder, takeOver: true });
  expect(second.kind).toBe('ours');
  expect(second.kind === 'ours' && second.lost()).toBe(null);
  first.child.stdin!.write('?');
  const [lost] = await once(first.child.stdout!, 'data');
  expect(String(lost).trim()).toBe(`lost to ${process.pid}`);
  first.child.stdin!.end();
  await once(first.child, 'exit');
  expect(readdirSync(folder)).toHaveLength(1);
  expect(second.kind === 'ours' && second.lost()).toBe(null);
});

it('a lock of an earlier process with the same number does not count', ({ skip }) => {
  const folder = freshFolder();
  foreign(folder, (lock) => {
    if (lock.started === '') skip('this system does not say when a process started');
    return { ...lock, pid: process.ppid };
  });
  expect(lockSpec('/docs/a.md', { folder }).kind).toBe('ours');
});

it('a lock of another machine counts until it is taken over', () => {
  const folder = freshFolder();
  const { pid } = spawnSync('true');
  foreign(folder, () => ({ pid, started: '', host: 'elsewhere', since: 1 }));
  expect(lockSpec('/docs/a.md', { folder })).toMatchObject({
    kind: 'taken',
    by: { host: 'elsewhere', since: 1 },
  });
  expect(lockSpec('/docs/a.md', { folder, takeOver: true }).kind).toBe('ours');
});

it('a damaged lock does not count; where no lock can be written, the spec is ours', () => {
  const folder = freshFolder();
  foreign(folder, () => '{"pid":');
  expect(lockSpec('/docs/a.md', { folder }).kind).toBe('ours');
  expect(lockSpec('/docs/a.md', { folder: null }).kind).toBe('ours');
  expect(lockSpec('/docs/a.md', { folder: join(folder, 'gone') }).kind).toBe('ours');
});

it('a lock can be taken again in the same process, and is gone after the release', () => {
  const folder = freshFolder();
  lockSpec('/docs/a.md', { folder });
  const lock = lockSpec('/docs/a.md', { folder });
  expect(lock.kind).toBe('ours');
  if (lock.kind === 'ours') lock.release();
  expect(readdirSync(folder)).toEqual([]);
});
