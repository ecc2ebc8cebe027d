import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  type OutlineSection,
  outlineFromPlain,
  outlineOf,
  type PlainOutline,
  plainOutline,
  type SectionTitle,
  setOutline,
} from '../../src/judge/align/titles.ts';
import { scoreTemplates } from '../../src/judge/match.ts';
import { readDocument } from '../../src/markdown/document.ts';
import { Catalogue } from '../../src/project/catalogue.ts';
import { Project } from '../../src/project/project.ts';
import { templateChoices } from '../../src/session/files-here.ts';
import { firstWalksOf } from '../../src/session/first-walks.ts';
import { NO_LINEAGE } from '../../src/template/lineage.ts';
import { type PlainTemplate, plainTemplate, templateFromPlain } from '../../src/template/plain-template.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import { corpusPaths, readText } from '../render/corpus.ts';

test('the build has what the reader makes of the built-in templates', async () => {
  // From source they are read.
  const read = templateChoices(new Catalogue(await Project.open('/')));
  const built = JSON.parse(readFileSync('dist/templates.json', 'utf8'));
  expect(read.map(({ id }) => built[id])).toEqual(read);
  expect(Object.keys(built)).toHaveLength(read.length);
});

test('the build has what the first frame shows of a new spec of each', async () => {
  const built = JSON.parse(readFileSync('dist/first-walks.json', 'utf8'));
  const read = new Catalogue(await Project.open('/')).all().map((one) => [one.id, firstWalksOf(one)]);
  expect(built).toEqual(JSON.parse(JSON.stringify(Object.fromEntries(read))));
});

test('the build has the outlines of the templates, by which a document is matched', async () => {
  const built: Record<string, PlainOutline> = JSON.parse(readFileSync('dist/outlines.json', 'utf8'));
  const templates = new Catalogue(await Project.open('/')).all();
  expect(Object.keys(built)).toEqual(templates.map(({ id }) => id));
  for (const template of templates) {
    const read = outlineOf(template);
    expect(outlineFromPlain(template.id, built[template.id]!).sectionTitles.map(pathOf)).toEqual(
      read.sectionTitles.map(pathOf),
    );
    expect(plainOutline(outlineFromPlain(template.id, built[template.id]!))).toEqual(
      JSON.parse(JSON.stringify(plainOutline(read))),
    );
    // It is not kept.
    expect(read.lineage).toEqual(NO_LINEAGE);
  }
});

test('the build has the templates as the reader makes them of their texts', async () => {
  const project = await Project.open('/');
  for (const source of project.all()) {
    const read = readTemplate(source.text(), { id: source.id, flow: source.flow() });
    const plain: PlainTemplate = JSON.parse(readFileSync(`dist/read-templates/${source.id}.json`, 'utf8'));
    expect(plain).toEqual(JSON.parse(JSON.stringify(plainTemplate(read))));
    const { isOriginal, ...built } = templateFromPlain(plain, {
      id: source.id,
      text: source.text(),
      flow: source.flow(),
    });
    expect({ ...built, isOriginal: read.isOriginal }).toEqual(read);
  }
});

test('a template from plain data has the outline that was made with it', async () => {
  const outlines: Record<string, PlainOutline> = JSON.parse(readFileSync('dist/outlines.json', 'utf8'));
  for (const template of new Catalogue(await Project.open('/')).all()) {
    const copy = { ...template };
    setOutline(copy, outlines[template.id]!);
    expect(outlineOf(copy)).toEqual(outlineOf(template));
    expect(outlineOf(copy)).not.toBe(outlineOf(template));
  }
});

/** The ids of a section and of those that it stands in. */
function pathOf({ section }: SectionTitle<OutlineSection>): string[] {
  const path: string[] = [];
  for (let at: OutlineSection | null = section; at; at = at.parent) path.push(at.id);
  return path;
}

test('a document matches the outlines of the build as it matches the templates', async () => {
  const built: Record<string, PlainOutline> = JSON.parse(readFileSync('dist/outlines.json', 'utf8'));
  const templates = new Catalogue(await Project.open('/')).all();
  const outlines = Object.entries(built).map(([id, plain]) => outlineFromPlain(id, plain));
  const texts = [...templates.map(({ text }) => text), ...corpusPaths().slice(0, 200).map(readText)];
  for (const text of texts) {
    const document = readDocument(text);
    expect(scoreTemplates(document, outlines)).toEqual(
      scoreTemplates(
        document,
        templates.map((one) => outlineOf(one)),
      ),
    );
  }
});
