import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli.ts';
import { type TypedDraft, writeDraftSync } from '../../src/host/drafts.ts';
import { freshFolder } from '../host/folder.ts';
import { fakeIo } from './fake-io.ts';

/** A working folder with a blank spec, and a state folder of its own. */
async function desk() {
  const cwd = freshFolder();
  const state = join(freshFolder(), 'state');
  const folder = join(state, 'spec-wizard', 'drafts');
  mkdirSync(folder, { recursive: true });
  const run = async (...argv: string[]) => {
    const io = fakeIo({ cwd, env: { XDG_STATE_HOME: state } });
    const code = await main(argv, io);
    return { code, out: io.out(), err: io.err() };
  };
  const spec = join(cwd, 'a.md');
  await run('new', 'component', './a.md', '--blank');
  const keep = (typed: Partial<TypedDraft>) =>
    writeDraftSync(
      { path: spec, baseHash: '', slotId: 'purpose/paragraph', value: 'Exports data.', ...typed },
      { folder },
    );
  const ids = async () =>
    (JSON.parse((await run('drafts', '--json')).out).drafts as { id: string }[]).map(({ id }) => id);
  return { cwd, spec, run, keep, ids };
}

describe('drafts', () => {
  test('are not there at first', async () => {
    const { run } = await desk();
    expect(await run('drafts')).toMatchObject({ code: 0, out: expect.stringContaining('No drafts') });
  });

  test('are listed with spec, slot, size and whether the spec is gone', async () => {
    const { run, keep, spec } = await desk();
    keep({});
    keep({ path: '/gone/b.md', slotId: null, value: { text: '# B\n', bom: false } });
    const { out } = await run('drafts');
    expect(out).toContain(`${spec}\n`);
    expect(out).toContain('purpose/paragraph, 13 characters\n');
    expect(out).toContain('the whole text, 4 characters   the file is gone');
    const { drafts } = JSON.parse((await run('drafts', '--json')).out);
    expect(drafts).toHaveLength(2);
    expect(drafts.find(({ slot }: { slot: string | null }) => slot === null)).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{7}$/),
      path: expect.any(String),
      slot: null,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      size: 4,
      vanished: true,
    });
  });

  test('are shown without what a terminal would act on', async () => {
    const { run, keep, ids } = await desk();
    keep({ value: 'a\u001b]0;x\u0007b' });
    const { out } = await run('drafts', 'show', (await ids())[0]!);
    expect(out).toBe('a␛]0;x␇b\n');
  });

  test('go into their slot, and are then forgotten', async () => {
    const { run, keep, ids, spec } = await desk();
    const blank = readFileSync(spec, 'utf8');
    keep({});
    expect(await run('drafts', 'restore', (await ids())[0]!)).toEqual({ code: 0, out: `${spec}\n`, err: '' });
    expect(readFileSync(spec, 'utf8')).toContain('## Purpose\n\nExports data.\n');
    expect(readFileSync(spec, 'utf8')).not.toBe(blank);
    expect(await ids()).toEqual([]);
  });

  test('that would break the document stay drafts, and the file does not change', async () => {
    const { run, keep, ids, spec } = await desk();
    const blank = readFileSync(spec, 'utf8');
    keep({ value: '<script>' });
    const { code, err } = await run('drafts', 'restore', (await ids())[0]!);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('draft') });
    expect(readFileSync(spec, 'utf8')).toBe(blank);
    expect(await ids()).toHaveLength(1);
  });

  test('of a whole text bring a vanished file back, byte for byte', async () => {
    const { run, keep, ids, spec } = await desk();
    keep({ slotId: null, value: { text: '# A\r\n', bom: true } });
    rmSync(spec);
    expect((await run('drafts', 'restore', (await ids())[0]!)).code).toBe(0);
    expect(readFileSync(spec, 'utf8')).toBe('\ufeff# A\r\n');
  });

  test('of a whole text replace the file, whose text becomes a draft', async () => {
    const { run, keep, ids, spec } = await desk();
    linkSync(spec, `${spec}.twin`);
    writeFileSync(spec, 'half of a sa');
    keep({ slotId: null, value: { text: 'all of it', bom: false } });
    expect((await run('drafts', 'restore', (await ids())[0]!)).code).toBe(0);
    expect(readFileSync(spec, 'utf8')).toBe('all of it');
    const [left] = await ids();
    expect((await run('drafts', 'show', left!)).out).toBe('half of a sa\n');
  });

  test('can go to another path instead', async () => {
    const { run, keep, ids, cwd } = await desk();
    keep({ path: '/gone/a.md', slotId: null, value: { text: '# A\n', bom: false } });
    expect((await run('drafts', 'restore', (await ids())[0]!, 'b/c.md')).out).toBe('b/c.md\n');
    expect(readFileSync(join(cwd, 'b/c.md'), 'utf8')).toBe('# A\n');
    expect(existsSync('/gone')).toBe(false);
  });

  test('can be dropped', async () => {
    const { run, keep, ids } = await desk();
    keep({});
    expect(await run('drafts', 'drop', (await ids())[0]!)).toEqual({ code: 0, out: '', err: '' });
    expect(await ids()).toEqual([]);
  });

  test.each([
    ['an unknown id', ['restore', 'zzzzzzz'], 'there is no draft zzzzzzz'],
    ['no id', ['drop'], 'drafts takes nothing, or'],
    ['an unknown action', ['burn', 'x'], 'drafts takes nothing, or'],
    ['a name of Object', ['constructor', 'x'], 'drafts takes nothing, or'],
  ])('refuse %s', async (_, words, message) => {
    const { run } = await desk();
    expect(await run('drafts', ...words)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });
});

describe('a whole text that a save left behind', () => {
  test('is reported by check and fill, with what puts it back', async () => {
    const { run, keep, spec, cwd } = await desk();
    const whole = `${readFileSync(spec, 'utf8')}\nA last line.\n`;
    keep({ slotId: null, value: { text: whole, bom: false } });
    writeFileSync(join(cwd, 'none.json'), '{}');
    for (const words of [['check'], ['check', 'a.md'], ['check', '*.md'], ['fill', 'a.md', '--answers', 'none.json']]) {
      const { err } = await run(...words);
      expect(err).toMatch(/^spec-wizard: a\.md: draft [0-9a-f]{7} holds a whole text whose save did not finish$/m);
    }
    const { err } = await run('check', 'a.md');
    const [, restore = ''] = /spec-wizard (drafts restore \S+)/.exec(err)!;
    await run(...restore.split(' '));
    expect(readFileSync(spec, 'utf8')).toBe(whole);
    expect((await run('check')).err).toBe('');
  });

  test('of another folder is not reported', async () => {
    const { run, keep } = await desk();
    keep({ path: join(freshFolder(), 'b.md'), slotId: null, value: { text: 'text', bom: false } });
    expect((await run('check')).err).toBe('');
  });
});
