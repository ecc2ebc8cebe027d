import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { main } from '../../src/cli.ts';
import { fakeIo } from '../cli/fake-io.ts';
import { freshFolder } from '../host/folder.ts';

const TEMPLATE = '# Decision: [what]\n\n## Context\n\n[why]\n\n## Choice\n\n[which]\n\n## Effects\n\n[what follows]\n';
const SPEC = TEMPLATE.replace(/\[.*?\]/g, 'Said.');

/** A folder with these files, after `spec-wizard init`; gives the settings as text. */
async function written(files: Readonly<Record<string, string>>) {
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

test('says what it found, and what to do where there are settings', async () => {
  const cwd = freshFolder();
  mkdirSync(join(cwd, 'templates'));
  writeFileSync(join(cwd, 'templates/decision.md'), TEMPLATE);
  const io = fakeIo({ cwd });
  await main(['init'], io);
  expect(io.out()).toMatch(/1 template of the project/);
  expect(await main(['init'], io)).toBe(2);
  expect(io.err()).toMatch(/move the file away/);
});

test('new specs go where the others are, numbered as they are', async () => {
  const { run, text } = await written({
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

test('new specs of a template that has none go to a folder of their own, and check looks there', async () => {
  const { run, text } = await written({
    'templates/decision.md': TEMPLATE,
    'templates/note.md': '# Note: [what]\n\n## Text\n\n[text]\n\n## More\n\n[more]\n\n## Rest\n\n[rest]\n',
    'docs/adr/adr-0001-queues.md': SPEC,
  });
  expect(parse(text)).toMatchObject({ new: { note: { path: 'docs/note/{name}.md' } } });
  expect(await run('check', '--summary')).not.toContain('docs/note');
  expect(await run('new', 'note', 'First', '--blank')).toBe('docs/note/first.md\n');
  expect(await run('check', '--summary', '--min', '0')).toContain('docs/note/first.md: 0%');
});

test('a spec where check does not look is named, and one where it looks is not', async () => {
  const cwd = freshFolder();
  writeFileSync(join(cwd, 'spec-wizard.yaml'), 'specs: [docs/adr]\n');
  const err = async (path: string) => {
    const io = fakeIo({ cwd, env: { XDG_CACHE_HOME: cwd, XDG_STATE_HOME: cwd } });
    expect(await main(['new', 'component', path, '--blank'], io)).toBe(0);
    return io.err();
  };
  expect(await err('notes/a.md')).toBe(
    'check without a path does not look at notes/a.md. Add its folder to specs in spec-wizard.yaml.\n',
  );
  expect(await err('docs/adr/a.md')).toBe('');
});

test('a number that the file has is put where the template leaves one open', async () => {
  const template =
    '---\nrfc: 0000 # assigned\nsize: 5000\n---\n\n# RFC-NNNN: Title\n\n## Why\n\nSee RFC-NNNN. [why]\n\n## How\n\n[how]\n\n## When\n\n[when]\n';
  const { run } = await written({
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
  const { text } = await written({
    'templates/decision.md': TEMPLATE,
    'docs/queues.md': SPEC,
    'docs/caches.md': SPEC,
    'docs/001-first.md': SPEC,
  });
  expect(parse(text)).toMatchObject({ new: { decision: { path: 'docs/{name}.md' } } });
  expect(text).not.toContain('numbered');
});

test('in an empty folder it shows how to name the place, in a form that can be copied', async () => {
  const { text } = await written({ 'templates/decision.md': TEMPLATE });
  expect(parse(text) as object).not.toHaveProperty('new');
  const later = text.slice(text.indexOf('# new:'), text.indexOf('# gates:')).replace(/^# /gm, '');
  expect(parse(later)).toEqual({
    new: { decision: { path: 'docs/decision/{name}.md', numbered: 'decision-{number}-{name}' } },
  });
});

test('README and INDEX of a folder are no specs, neither to init nor to check', async () => {
  const { run } = await written({
    'templates/decision.md': TEMPLATE,
    'docs/adr/0001-queues.md': SPEC,
    'docs/adr/0002-caches.md': SPEC,
    'docs/adr/README.md': '# Decisions\n\n## Context\n\nWhat they are.\n',
    'docs/adr/INDEX.md': '# All decisions\n\n- [Queues](0001-queues.md)\n',
  });
  expect(await run('check')).toContain('2 specs, complete.');
});

test('names that begin with a date are dated', async () => {
  const { run, text } = await written({
    'Post-mortem template.md': TEMPLATE,
    'incidents/2026-01-05-outage.md': SPEC,
    'incidents/2026-02-17-slow.md': SPEC,
  });
  expect(parse(text)).toMatchObject({
    new: { 'post-mortem': { path: 'incidents/{name}.md', numbered: '{date}-{name}' } },
  });
  expect(await run('new', 'post-mortem', 'Full disk', '--blank')).toMatch(
    /^incidents\/\d{4}-\d\d-\d\d-full-disk\.md\n$/,
  );
});

test('a folder for each feature is one rule, and a second document goes where the first is', async () => {
  const plan = TEMPLATE.replaceAll('Choice', 'Steps').replaceAll('Context', 'Parts');
  const { run, text } = await written({
    '.specify/templates/spec-template.md': TEMPLATE,
    '.specify/templates/plan-template.md': plan,
    'specs/001-login/spec.md': SPEC,
    'specs/001-login/plan.md': plan.replace(/\[.*?\]/g, 'Said.'),
    'specs/002-export/spec.md': SPEC,
    'specs/002-export/plan.md': plan.replace(/\[.*?\]/g, 'Said.'),
  });
  expect(parse(text)).toMatchObject({
    specs: ['specs'],
    use: expect.arrayContaining([
      { files: ['/specs/**/spec.md'], template: 'spec' },
      { files: ['/specs/**/plan.md'], template: 'plan' },
    ]),
  });
  expect(await run('new', 'spec', 'Search', '--blank')).toBe('specs/003-search/spec.md\n');
  expect(await run('new', 'plan', 'Search', '--blank')).toBe('specs/003-search/plan.md\n');
});

test('proposals in folders of their own are called README, as their template is', async () => {
  const { run, text } = await written({
    'keps/NNNN-kep-template/README.md': TEMPLATE,
    'keps/sig-node/1234-queues/README.md': SPEC,
    'keps/sig-apps/2345-caches/README.md': SPEC,
    'keps/README.md': '# Proposals\n\nWhat they are.\n',
  });
  expect(parse(text)).toMatchObject({
    templates: { kep: { file: 'keps/NNNN-kep-template/README.md' } },
    use: [{ files: ['/keps/*/**/README.md'], template: 'kep' }],
  });
  expect(await run('check')).toContain('2 specs, complete.');
});

test('a document about templates is a document', async () => {
  const { run } = await written({
    'rfcs/0000-template.md': TEMPLATE,
    'rfcs/0001-queues.md': SPEC,
    'rfcs/0002-drop-inline-templates.md': SPEC,
  });
  expect(await run('check')).toContain('2 specs, complete.');
});

test('templates are called by what they are for, in whatever language', async () => {
  const { text } = await written({
    'doc/adr/templates/template.md': TEMPLATE,
    'rfcs/0000-template.md': TEMPLATE.replace('Context', 'Motive'),
    'docs/Vorlage Entwurf.md': TEMPLATE.replace('Context', 'Anlass'),
    'DesignTemplate.md': TEMPLATE.replace('Context', 'Design'),
    'simd/XXXX-template.md': TEMPLATE.replace('Context', 'Frame'),
  });
  const { templates } = parse(text) as { templates: object };
  expect(Object.keys(templates).sort()).toEqual(['adr', 'design', 'entwurf', 'rfc', 'simd']);
});

test('yearly copies of a template are templates, and the nearest of equal ones counts', async () => {
  const { run, text } = await written({
    '2025/2025-proposal-template.md': TEMPLATE,
    '2026/2026-proposal-template.md': TEMPLATE,
    '2026/queues.md': SPEC,
    '2026/caches.md': SPEC,
  });
  expect(parse(text)).toMatchObject({ use: [{ files: ['/2026/*.md'], template: 'proposal-2' }] });
  expect(await run('check')).toContain('2 specs, complete.');
});

test('of a folder of other documents only the specs are named', async () => {
  const { text } = await written({
    'docs/_TEMPLATE-decision.md': TEMPLATE,
    'docs/queues.md': SPEC,
    'docs/how-to-a.md': '# How to\n\n## Steps\n\nOne.\n',
    'docs/how-to-b.md': '# How to\n\n## Steps\n\nTwo.\n',
    'docs/how-to-c.md': '# How to\n\n## Steps\n\nThree.\n',
  });
  expect(parse(text)).toMatchObject({
    specs: ['docs/queues.md'],
    use: [{ files: ['/docs/queues.md'], template: 'decision' }],
  });
});

test('documents that fit two templates alike follow the nearest, and check finds no problem in what init wrote', async () => {
  const brief = TEMPLATE.replace(/## Effects[\s\S]*/, '## Status\n\n[which]\n');
  const { run, text } = await written({
    'templates/decision.md': TEMPLATE,
    'templates/decision-with-hints.md': TEMPLATE.replace('[why]', '[why now, and for whom]'),
    'templates/brief.md': brief,
    'docs/adr/0001-queues.md': SPEC,
    'docs/adr/0002-caches.md': SPEC,
    'docs/adr/0003-names.md': SPEC,
    'docs/adr/0004-logs.md': brief.replace(/\[.*?\]/g, 'Said.'),
  });
  expect(parse(text).use).toEqual([
    { files: ['/docs/adr/0004-logs.md'], template: 'brief' },
    { files: ['/docs/adr/*.md'], template: expect.stringMatching(/^decision/) },
  ]);
  expect(await run('check')).toContain('4 specs, complete.');
});

test('beside documents of another kind, those that fit two templates alike are named', async () => {
  const { run, text } = await written({
    'meta/template-a.md': TEMPLATE,
    'meta/template-b.md': TEMPLATE.replace('[why]', '[what forces us]'),
    'notes/queues.md': SPEC,
    'notes/a.md': '# A\n',
    'notes/b.md': '# B\n',
  });
  expect(parse(text).use).toEqual([{ files: ['/notes/queues.md'], template: expect.anything() }]);
  expect(await run('check')).toContain('1 spec, complete.');
});

test('documents beside a template of few headings are specs of it, those elsewhere are not', async () => {
  const incident = '# Incident Title\n\nDate: YYYY-MM-DD\n\n## Impact\n\nWho was affected?\n';
  const { text } = await written({
    'docs/incidents/Incident Template.md': incident,
    'docs/incidents/2024-05-05-queue.md': '# Queue stalled\n\nDate: 2024-05-05\n\n## Impact\n\nAll readers.\n',
    'docs/incidents/README.md': '# Incidents\n\n## Impact\n\nHow to measure it.\n',
    'notes/rollout.md': '# Rollout\n\n## Impact\n\nNone.\n',
  });
  expect(parse(text)).toMatchObject({
    specs: ['docs/incidents'],
    use: [{ files: ['/docs/incidents/*.md'], template: 'incident' }],
  });
});

test('a template of few headings also has the folders right below its own', async () => {
  const { text } = await written({
    'rfcs/0000-vorlage.md': '# Titel\n\n## Zweck\n\nWozu?\n\n## Weg\n\nWie?\n',
    'rfcs/2024/0001-a.md': '# A\n\n## Zweck\n\nSuchen.\n\n## Weg\n\nIndex.\n',
    'rfcs/2025/0002-b.md': '# B\n\n## Zweck\n\nFinden.\n\n## Weg\n\nRang.\n',
  });
  expect(parse(text)).toMatchObject({ use: [{ files: ['/rfcs/*/*.md'] }] });
});
