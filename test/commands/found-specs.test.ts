import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blankSpec } from '../../src/interview/form.ts';
import { Catalogue } from '../../src/project/catalogue.ts';
import { Project } from '../../src/project/project.ts';
import { findSpecsHere } from '../../src/session/files-here.ts';

test('specs that nobody worked on here come by when they were changed, the last one first', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'spec-wizard-test-'));
  const catalogue = new Catalogue(new Project(cwd));
  const text = blankSpec(catalogue.get('technical-spec'), 'technical-spec');
  for (const [name, day] of [
    ['a', 1],
    ['b', 3],
    ['c', 2],
  ] as const) {
    writeFileSync(join(cwd, `${name}.md`), text);
    utimesSync(join(cwd, `${name}.md`), day * 86_400, day * 86_400);
  }
  const found = await findSpecsHere(catalogue, cwd);
  expect(found.specs.map(({ path }) => path)).toEqual(['b.md', 'c.md', 'a.md']);
});

test('a copy of a template is not offered as a spec to continue', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'spec-wizard-test-'));
  const catalogue = new Catalogue(new Project(cwd));
  const { text } = catalogue.get('component');
  writeFileSync(join(cwd, 'copy.md'), text);
  writeFileSync(join(cwd, 'begun.md'), text.replace('{Component Name}', 'Export Service'));
  expect((await findSpecsHere(catalogue, cwd)).specs.map(({ path }) => path)).toEqual(['begun.md']);
});

test('a template of the project that nobody made known is offered by its path', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'spec-wizard-test-'));
  const catalogue = new Catalogue(new Project(cwd));
  writeFileSync(join(cwd, 'README.md'), '# A project\n\nIt has [a licence](LICENSE).\n');
  writeFileSync(join(cwd, 'rfc-template.md'), '# RFC: [Title]\n\n## Why\n\n<!-- one paragraph -->\n');
  const { specs, templates } = await findSpecsHere(catalogue, cwd);
  expect(specs).toEqual([]);
  expect(templates.map(({ id }) => id)).toEqual(['rfc-template.md']);
});

test('a template that the settings name is offered once, by its id', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'spec-wizard-test-'));
  writeFileSync(join(cwd, 'rfc-template.md'), '# RFC: [Title]\n\n## Why\n\n<!-- one paragraph -->\n');
  writeFileSync(join(cwd, 'spec-wizard.yaml'), 'templates:\n  rfc:\n    file: rfc-template.md\n');
  const catalogue = new Catalogue(await Project.open(cwd));
  expect((await findSpecsHere(catalogue, cwd)).templates).toEqual([]);
  expect(catalogue.all().map(({ id }) => id)).toContain('rfc');
});
