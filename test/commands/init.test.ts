import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { main } from '../../src/cli.ts';
import { fakeIo } from '../cli/fake-io.ts';
import { freshFolder } from '../host/folder.ts';

const TEMPLATE =
  '# Decision: [what]\n\n## Context\n\n[why]\n\n## Choice\n\n[which]\n\n## Effects\n\n[what follows]\n';
const SPEC = TEMPLATE.replace(/\[.*?\]/g, 'Said.');

/** A folder with these files, after `spec-wizard init`; gives the settings as text. */
async function settled(files: Readonly<Record<string, string>>) {
  const cwd = freshFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(cwd, dirname(path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const run = async (...args: string[]) => {
    const io = fakeIo({ cwd, env: { XDG_CACHE_HOME: cwd, XDG_STATE_HOME: cwd } });
    expect(await main(args, io), io.err()).toBe(0);
    return io.out();
  };
  await run('init');
  return { run, text: readFileSync(join(cwd, 'spec-wizard.yaml'), 'utf8') };
}

test('new specs go where the others are, numbered as they are', async () => {
  const { run, text } = await settled({
    'templates/decision.md': TEMPLATE,
    'docs/adr/adr-0001-queues.md': SPEC,
    'docs/adr/adr-0002-caches.md': SPEC,
    'old/other.md': SPEC,
  });
  expect(parse(text)).toMatchObject({
    new: { decision: { path: 'docs/adr/{name}.md', numbered: 'adr-{number}-{name}' } },
  });
  expect(await run('new', 'decision', 'Use Redis', '--blank')).toBe('docs/adr/adr-0003-use-redis.md\n');
});

test('a number that the file has is put where the template leaves one open', async () => {
  const template =
    '---\nrfc: 0000 # assigned\nsize: 5000\n---\n\n# RFC-NNNN: Title\n\n## Why\n\nSee RFC-NNNN. [why]\n\n## How\n\n[how]\n\n## When\n\n[when]\n';
  const { run } = await settled({
    'templates/rfc.md': template,
    'rfcs/0007-a.md': template.replace('[why]', 'So.'),
  });
  const path = (await run('new', 'rfc', 'Batch writes', '--blank')).trim();
  expect(path).toBe('rfcs/0008-batch-writes.md');
  const text = await run('preview', path, '--no-pager', '--width', '80');
  expect(text).toContain('RFC-0008: Title');
  expect(text).toContain('0008');
  expect(text).toContain('5000');
  expect(text).toContain('See RFC-NNNN.');
});

test('specs without numbers stay without', async () => {
  const { text } = await settled({
    'templates/decision.md': TEMPLATE,
    'docs/queues.md': SPEC,
    'docs/caches.md': SPEC,
    'docs/001-first.md': SPEC,
  });
  expect(parse(text)).toMatchObject({ new: { decision: { path: 'docs/{name}.md' } } });
  expect(text).not.toContain('numbered');
});

test('in an empty folder it shows how to name the place, in a form that can be copied', async () => {
  const { text } = await settled({ 'templates/decision.md': TEMPLATE });
  expect(parse(text) as object).not.toHaveProperty('new');
  const later = text.slice(text.indexOf('# new:'), text.indexOf('# gates:')).replace(/^# /gm, '');
  expect(parse(later)).toEqual({
    new: { decision: { path: 'docs/decision/{name}.md', numbered: 'decision-{number}-{name}' } },
  });
});
