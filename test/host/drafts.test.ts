import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dropDraft, listDrafts, readDrafts, type TypedDraft, writeDraftSync } from '../../src/host/drafts.ts';
import { draftJournal } from '../../src/host/journal.ts';
import { childProgram, runChild } from './child.ts';
import { type Fault, faultyFiles } from './faulty-files.ts';
import { freshFolder } from './folder.ts';

const typed = (path: string, value: unknown, slotId: string | null = 'purpose/paragraph'): TypedDraft => ({
  path,
  baseHash: 'abc',
  slotId,
  value,
});

describe('a draft', () => {
  it.each<[string, unknown]>([
    ['text', 'naïve 👨‍👩‍👧\r\n\u001b[31m'],
    ['half a surrogate pair', 'a\ud83d'],
    [
      'rows',
      [
        ['a', ''],
        ['b|', '…'],
      ],
    ],
    ['tasks', [{ text: 'x', done: true }]],
    ['nothing yet', ''],
  ])('comes back as it was: %s', (_name, value) => {
    const folder = freshFolder();
    writeDraftSync(typed('/docs/a.md', value), { folder });
    const draft = readDrafts('/docs/a.md', { folder })[0];
    expect(draft).toMatchObject({ path: '/docs/a.md', baseHash: 'abc', slotId: 'purpose/paragraph', value });
    expect(draft?.size).toBe(typeof value === 'string' ? value.length : JSON.stringify(value).length);
    expect(Date.now() - draft!.time).toBeLessThan(60_000);
  });

  it('replaces the one before for the same slot even if the file has changed', () => {
    const folder = freshFolder();
    writeDraftSync(typed('/docs/a.md', 'one'), { folder });
    writeDraftSync({ ...typed('/docs/a.md', 'two'), baseHash: 'def' }, { folder });
    expect(readDrafts('/docs/a.md', { folder }).map(({ value }) => value)).toEqual(['two']);
  });

  it('is for its author alone', () => {
    const folder = freshFolder();
    const draft = writeDraftSync(typed('/docs/a.md', 'secret'), { folder });
    expect(statSync(join(folder, `${draft?.id}.json`)).mode & 0o777).toBe(0o600);
  });

  it('replaces the one before for the same slot, not that of another slot or spec', () => {
    const folder = freshFolder();
    writeDraftSync(typed('/docs/a.md', 'one'), { folder });
    writeDraftSync(typed('/docs/a.md', 'two'), { folder });
    writeDraftSync(typed('/docs/a.md', 'other', 'scope/list'), { folder });
    writeDraftSync(typed('/docs/a.md', { text: 'all', bom: false }, null), { folder });
    writeDraftSync(typed('/docs/b.md', 'b'), { folder });
    expect(readDrafts('/docs/a.md', { folder }).map(({ value }) => value)).toHaveLength(3);
    expect(readDrafts('/docs/a.md', { folder }).map(({ value }) => value)).not.toContain('one');
    expect(listDrafts({ folder }).drafts).toHaveLength(4);
  });

  it('of another run is never overwritten', () => {
    const folder = freshFolder();
    const state = join(folder, 'state');
    const program = childProgram('draft');
    const env = { ...process.env, XDG_STATE_HOME: state };
    runChild(program, ['/docs/a.md', 'first run'], { env });
    runChild(program, ['/docs/a.md', 'second run'], { env });
    const drafts = readDrafts('/docs/a.md', { folder: join(state, 'spec-wizard', 'drafts') });
    expect(drafts.map(({ value }) => value)).toEqual(['second run', 'first run']);
  });

  it('is listed with whether its spec is still there, and can be dropped', () => {
    const folder = freshFolder();
    const path = join(folder, 'a.md');
    writeFileSync(path, '');
    const place = { folder: freshFolder() };
    const kept = writeDraftSync(typed(path, 'kept'), place);
    writeDraftSync(typed(join(folder, 'gone.md'), 'lost'), place);
    const vanished = (drafts: { vanished: boolean }[]) => drafts.map((draft) => draft.vanished).sort();
    expect(vanished(listDrafts(place).drafts)).toEqual([false, true]);
    expect(dropDraft(kept!.id, place)).toBe(true);
    expect(dropDraft(kept!.id, place)).toBe(false);
    expect(listDrafts(place).drafts.map(({ value }) => value)).toEqual(['lost']);
  });

  it('that is damaged, or another kind of file, is skipped', () => {
    const folder = freshFolder();
    writeDraftSync(typed('/docs/a.md', 'good'), { folder });
    const [good] = readdirSync(folder);
    for (const [index, text] of [
      '',
      '{',
      '[]',
      'null',
      '{"path":1}',
      '{"__proto__":{"path":"/docs/a.md"}}',
    ].entries()) {
      writeFileSync(join(folder, good!.replace('.json', `${index}.json`)), text);
    }
    expect(readDrafts('/docs/a.md', { folder }).map(({ value }) => value)).toEqual(['good']);
  });

  it('cannot be dropped by a name that leads elsewhere', () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.json'), '');
    expect(dropDraft('../a', { folder: join(folder, 'drafts') })).toBe(false);
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it.each<Fault>(['ENOSPC', 'EIO', 'EACCES', 'frozen'])(
    'whose Nth call fails by %s is the old one or the new one',
    (fault) => {
      const folder = freshFolder();
      for (let at = 1; ; at++) {
        writeDraftSync(typed('/docs/a.md', 'old'), { folder });
        const files = faultyFiles(at, fault);
        const draft = writeDraftSync(typed('/docs/a.md', 'n'.repeat(100_000)), { folder, files });
        const left = readDrafts('/docs/a.md', { folder })[0]?.value;
        expect(left === 'old' || left === 'n'.repeat(100_000), `call ${at}`).toBe(true);
        if (draft) expect(left).toBe('n'.repeat(100_000));
        if (files.calls.length < at) break;
      }
    },
  );

  it('that has no folder is reported and throws nothing', () => {
    expect(writeDraftSync(typed('/docs/a.md', 'x'), { folder: null })).toBe(null);
    expect(listDrafts({ folder: null }).drafts).toEqual([]);
    const folder = freshFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(writeDraftSync(typed('/docs/a.md', 'x'), { folder: join(folder, 'file') })).toBe(null);
    const circle: unknown[] = [];
    circle.push(circle);
    expect(writeDraftSync(typed('/docs/a.md', circle), { folder })).toBe(null);
  });
});

it('is one draft, the newer, if a kill came before the older file was removed', () => {
  vi.useFakeTimers();
  const folder = freshFolder();
  const write = (value: string) => writeDraftSync(typed('/docs/a.md', value), { folder, durable: false });
  write('one');
  vi.advanceTimersByTime(20);
  write('two');
  expect(readdirSync(folder)).toHaveLength(2);
  const drafts = readDrafts('/docs/a.md', { folder });
  expect(drafts.map(({ value }) => value)).toEqual(['two']);
  expect(dropDraft(drafts[0]!.id, { folder })).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
  write('three');
  vi.runAllTimers();
  expect(readDrafts('/docs/a.md', { folder }).map(({ value }) => value)).toEqual(['three']);
  vi.useRealTimers();
});

describe('the journal', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('keeps what was typed well within 200 ms of the first key, however fast keys follow', () => {
    const folder = freshFolder();
    const journal = draftJournal({ write: (draft) => writeDraftSync(draft, { folder }) });
    for (let key = 1; key <= 30; key++) {
      journal.note(typed('/docs/a.md', 'x'.repeat(key)));
      vi.advanceTimersByTime(10);
      const kept = String(readDrafts('/docs/a.md', { folder })[0]?.value ?? '').length;
      expect(key - kept).toBeLessThanOrEqual(20);
    }
    vi.advanceTimersByTime(200);
    expect(readDrafts('/docs/a.md', { folder })[0]?.value).toBe('x'.repeat(30));
  });

  it('keeps a key at once if no other came just before, so it is kept before it is shown', () => {
    const folder = freshFolder();
    const journal = draftJournal({ write: (draft) => writeDraftSync(draft, { folder }) });
    for (let key = 1; key <= 10; key++) {
      vi.advanceTimersByTime(50);
      journal.note(typed('/docs/a.md', 'x'.repeat(key)));
      expect(readDrafts('/docs/a.md', { folder })[0]?.value).toBe('x'.repeat(key));
    }
  });

  it('flushes drafts a second later, unless the text is in the file by then', () => {
    const folder = freshFolder();
    const results: string[][] = [];
    const journal = draftJournal({
      write: (draft) => writeDraftSync(draft, { folder, durable: false }),
      drop: (id) => dropDraft(id, { folder }),
      last: (ids) => void results.push([...ids]),
    });
    journal.note(typed('/docs/a.md', 'open'));
    journal.note(typed('/docs/a.md', 'saved', 'other'));
    journal.flushSync();
    journal.forget('/docs/a.md', 'other');
    vi.advanceTimersByTime(1100);
    expect(results).toEqual([[readDrafts('/docs/a.md', { folder })[0]!.id]]);
  });

  it('writes nothing while nothing is typed', () => {
    const write = vi.fn(() => null);
    draftJournal({ write });
    vi.advanceTimersByTime(10_000);
    expect(write).not.toHaveBeenCalled();
  });

  it('writes at once when asked to, and not again', () => {
    const folder = freshFolder();
    const write = vi.fn((draft: TypedDraft) => writeDraftSync(draft, { folder }));
    const journal = draftJournal({ write });
    journal.note(typed('/docs/a.md', 'a'));
    journal.note(typed('/docs/a.md', 'b', 'other'));
    expect(journal.flushSync()).toBe(true);
    expect(write).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(10_000);
    expect(journal.flushSync()).toBe(true);
    expect(write).toHaveBeenCalledTimes(2);
  });

  it('drops the draft of what is in the file, and keeps the others', () => {
    const folder = freshFolder();
    const journal = draftJournal({
      write: (draft) => writeDraftSync(draft, { folder }),
      drop: (id) => dropDraft(id, { folder }),
    });
    journal.note(typed('/docs/a.md', 'saved'));
    journal.note(typed('/docs/a.md', 'open', 'other'));
    journal.flushSync();
    journal.note(typed('/docs/a.md', 'saved, too'));
    journal.forget('/docs/a.md', 'purpose/paragraph');
    vi.advanceTimersByTime(10_000);
    expect(readDrafts('/docs/a.md', { folder }).map(({ value }) => value)).toEqual(['open']);
  });

  it('tries again with what could not be kept', () => {
    const folder = freshFolder();
    let full = true;
    const journal = draftJournal({ write: (draft) => (full ? null : writeDraftSync(draft, { folder })) });
    journal.note(typed('/docs/a.md', 'a'));
    expect(journal.flushSync()).toBe(false);
    full = false;
    expect(journal.flushSync()).toBe(true);
    expect(readDrafts('/docs/a.md', { folder })[0]?.value).toBe('a');
  });
});

it('drafts of others are not touched by a folder that became read-only', ({ skip }) => {
  if (process.getuid?.() === 0) skip('root may write everywhere');
  const folder = freshFolder();
  writeDraftSync(typed('/docs/a.md', 'old'), { folder });
  chmodSync(folder, 0o500);
  expect(writeDraftSync(typed('/docs/a.md', 'new'), { folder })).toBe(null);
  chmodSync(folder, 0o700);
  expect(readFileSync(join(folder, readdirSync(folder)[0]!), 'utf8')).toContain('old');
});
