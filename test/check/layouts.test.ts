import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { Repository } from './repository.ts';

/** A template of three sections, and a document that answers it, under any titles. */
const template = (...titles: string[]) =>
  `# [Title]\n${titles.map((title) => `\n## ${title}\n\n[${title.toLowerCase()} in a few words]\n`).join('')}`;
const document = (name: string, ...titles: string[]) =>
  `# ${name}\n${titles.map((title) => `\n## ${title}\n\nTwo trips a day, whatever the fog.\n`).join('')}`;

const NOTE = ['Anlass', 'Beschluss', 'Folgen'];
const REPORT = ['Impact', 'Cause', 'Remedy'];

interface Settings {
  specs: string[];
  templates: Record<string, { file: string }>;
  use: { files: string[]; template: string }[];
  new: Record<string, { path: string; numbered?: string }>;
}

/** A repository with these files in which `init` was run; its settings, and the specs that check finds, with their templates. */
async function initialised(files: Record<string, string>) {
  const repository = new Repository();
  for (const [path, text] of Object.entries(files)) repository.write(path, text);
  expect(await repository.run(['init'])).toMatchObject({ code: 0, stderr: '' });
  const { data } = await repository.json();
  return {
    repository,
    settings: parse(repository.read('spec-wizard.yaml')) as Settings,
    specs: Object.fromEntries(data.specs.map((spec) => [spec.path, spec.template])),
  };
}

test('what is about a folder is no spec of it, in any language of its titles', async () => {
  const { settings, specs } = await initialised({
    'doku/entscheidungen/vorlage.md': template(...NOTE),
    'doku/entscheidungen/0001-faehre.md': document('Fähre', ...NOTE),
    'doku/entscheidungen/0002-glocke.md': document('Glocke', ...NOTE),
    'doku/entscheidungen/README.md': '# Entscheidungen\n\nHier stehen sie.\n',
    'doku/entscheidungen/_index.md': '# Verzeichnis\n\n- Fähre\n',
    'doku/entscheidungen/CHANGELOG.md': '# Änderungen\n\nKeine.\n',
  });
  expect(settings.use).toEqual([{ files: ['/doku/entscheidungen/*.md'], template: 'entscheidungen' }]);
  expect(Object.keys(specs)).toEqual(['doku/entscheidungen/0001-faehre.md', 'doku/entscheidungen/0002-glocke.md']);
});

test('templates and files about a folder are known by their names in French and Spanish, also without accents', async () => {
  const { settings, specs } = await initialised({
    'docs/adr/0000-modele.md': template(...NOTE),
    'docs/adr/0001-bac.md': document('Bac', ...NOTE),
    'docs/adr/0002-cloche.md': document('Cloche', ...NOTE),
    'docs/adr/LISEZMOI.md': '# Décisions\n\nUne page pour chacune.\n',
    'docs/adr/indice.md': '# Índice\n\n- Bac\n',
  });
  expect(settings.use).toEqual([{ files: ['/docs/adr/*.md'], template: 'adr' }]);
  expect(Object.keys(specs)).toEqual(['docs/adr/0001-bac.md', 'docs/adr/0002-cloche.md']);
});

test('a date in a name is no number, and next year has a folder of its own', async () => {
  const { repository, settings, specs } = await initialised({
    'reports/Report Template.md': template(...REPORT),
    'reports/2025/2025-04-02-fog.md': document('Fog', ...REPORT),
    'reports/2025/2025-11-30-bell.md': document('Bell', ...REPORT),
    'reports/2026/2026-01-07-oil.md': document('Oil', ...REPORT),
  });
  expect(settings.use).toEqual([{ files: ['/reports/*/*.md'], template: 'report' }]);
  expect(settings.new.report).toEqual({ path: 'reports/{year}/{name}.md', numbered: '{date}-{name}' });
  expect(Object.keys(specs).length).toBe(3);
  expect(await repository.run(['new', 'report', 'broken wick', '--blank'])).toMatchObject({ code: 0 });
  const year = String(new Date().getFullYear());
  expect(readdirSync(join(repository.folder, 'reports', year)).join()).toMatch(/\d{4}-\d\d-\d\d-broken-wick\.md/);
});

test('a document of a series that speaks of templates is one of the series', async () => {
  const { settings, specs } = await initialised({
    'proposals/0000-proposal-template.md': template(...NOTE),
    'proposals/0001-ferry.md': document('Ferry', ...NOTE),
    'proposals/0002-bell.md': document('Bell', ...NOTE),
    'proposals/0003-lamp.md': document('Lamp', ...NOTE),
    'proposals/0004-new-template.md': document('New template', ...NOTE),
    'proposals/0005-drop-old-templates.md': document('Drop old templates', ...NOTE),
  });
  expect(Object.keys(settings.templates)).toEqual(['proposal']);
  expect(Object.keys(specs).length).toBe(5);
});

test('a folder for each feature has a rule by the name of its files', async () => {
  const plan = ['Steps', 'People', 'Dates'];
  const { repository, settings, specs } = await initialised({
    '.specify/templates/note-template.md': template(...NOTE),
    '.specify/templates/plan-template.md': template(...plan),
    'features/001-ferry/note.md': document('Ferry', ...NOTE),
    'features/001-ferry/plan.md': document('Ferry', ...plan),
    'features/002-bell/note.md': document('Bell', ...NOTE),
    'features/002-bell/plan.md': document('Bell', ...plan),
  });
  expect(settings.use).toEqual([
    { files: ['/features/**/note.md'], template: 'note' },
    { files: ['/features/**/plan.md'], template: 'plan' },
  ]);
  expect(new Set(Object.values(specs))).toEqual(new Set(['note', 'plan']));
  await repository.run(['new', 'note', 'lamp', '--blank']);
  expect(existsSync(join(repository.folder, 'features/003-lamp/note.md'))).toBe(true);
});

test('a folder for each proposal, with a README in it and the template beside it', async () => {
  const { settings, specs } = await initialised({
    'keps/NNNN-kep-template/README.md': template(...NOTE),
    'keps/0001-ferry/README.md': document('Ferry', ...NOTE),
    'keps/0002-bell/README.md': document('Bell', ...NOTE),
    'keps/README.md': '# Proposals\n\nAll of them.\n',
  });
  expect(settings.templates).toEqual({ kep: { file: 'keps/NNNN-kep-template/README.md' } });
  expect(specs).toEqual({ 'keps/0001-ferry/README.md': 'kep', 'keps/0002-bell/README.md': 'kep' });
});

test('of templates that share headings the one that explains most of a document wins', async () => {
  const more = [...NOTE, 'Kosten', 'Zeitplan', 'Risiken'];
  const { specs } = await initialised({
    'stages/stage-1-template.md': template(...NOTE),
    'stages/stage-2-template.md': template(...NOTE, 'Kosten'),
    'stages/stage-3-template.md': template(...more, 'Betrieb'),
    'papers/0001-ferry.md': document('Ferry', ...more),
    'papers/0002-bell.md': document('Bell', ...NOTE),
  });
  expect(specs).toEqual({ 'papers/0001-ferry.md': 'stage-3', 'papers/0002-bell.md': 'stage' });
});

test('a folder of mostly other documents has no rule for all of them', async () => {
  const guides = Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((name) => [`docs/guides/how-to-${name}.md`, `# How to ${name}\n\nLike this.\n`]),
  );
  const { settings, specs } = await initialised({
    ...guides,
    'docs/guides/_TEMPLATE-decision.md': template(...NOTE),
    'docs/guides/ferry.md': document('Ferry', ...NOTE),
  });
  expect(settings.use).toEqual([{ files: ['/docs/guides/ferry.md'], template: 'decision' }]);
  expect(specs).toEqual({ 'docs/guides/ferry.md': 'decision' });
});

test('a template whose file says nothing is called by the folder above', async () => {
  const { settings } = await initialised({
    'doc/adr/templates/template.md': template(...NOTE),
    'doc/adr/0001-ferry.md': document('Ferry', ...NOTE),
    'doc/postmortems/_template/template.md': template(...REPORT),
    'doc/postmortems/2026-01-01-fog.md': document('Fog', ...REPORT),
  });
  expect(Object.keys(settings.templates).sort()).toEqual(['adr', 'postmortem']);
});

test('a README among specs is one if it has their headings, and follows their template first', async () => {
  const repository = new Repository();
  const settings = (notes: string, reports: string) => `specs: docs
templates: { note: { file: note.md }, report: { file: report.md } }
use: [{ files: '${notes}', template: note }, { files: '${reports}', template: report }]
`;
  const templatesNow = async () => {
    const { data } = await repository.json();
    return Object.fromEntries(data.specs.map((spec) => [spec.path, spec.template]));
  };
  repository.write('note.md', template(...NOTE));
  repository.write('report.md', template(...REPORT, 'Date'));
  repository.write('spec-wizard.yaml', settings('docs/notes/**', 'docs/reports/**'));
  repository.write('docs/notes/README.md', '# Notes\n\nAll of them.\n');
  repository.write('docs/notes/ferry/README.md', document('Ferry', ...NOTE, ...REPORT, 'Date'));
  repository.write('docs/notes/outage/README.md', document('Outage', ...REPORT));
  expect(await templatesNow()).toEqual({
    'docs/notes/ferry/README.md': 'note',
    'docs/notes/outage/README.md': 'report',
  });
  // The result of the first run is cached for the other template.
  repository.write('spec-wizard.yaml', settings('docs/other/**', 'docs/notes/**'));
  expect(await templatesNow()).toEqual({
    'docs/notes/ferry/README.md': 'report',
    'docs/notes/outage/README.md': 'report',
  });
});
