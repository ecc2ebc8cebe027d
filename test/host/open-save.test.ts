import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { saveSpec } from '../../src/host/save-spec.ts';
import { openSpec } from '../../src/host/spec-file.ts';
import { answerSplices } from '../../src/interview/answer/splices.ts';
import { readSpec } from '../../src/judge/read.ts';
import { isGap } from '../../src/judge/reading.ts';
import { Catalogue } from '../../src/project/catalogue.ts';
import { BUILT_IN, Project } from '../../src/project/project.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import type { Template } from '../../src/template/template.ts';
import { applySplices } from '../../src/text/range.ts';
import { decodeSource } from '../../src/text/source.ts';
import { corpusDocuments, corpusTemplates, hasCorpus } from '../corpus/documents.ts';
import { CONSTRUCTS, INLINES } from '../markdown/constructs.ts';
import { randomFrom, some } from '../random.ts';
import { FORMS } from '../text/forms.ts';
import { freshFolder } from './folder.ts';

/** A spec with one question, and whatever else below it. */
const ASKING = '# Title\n\n## Why\n\n[why]\n';
const template = readTemplate(ASKING, { id: './why.md' });

/** Opens the bytes as a spec, answers a question and saves, takes the answer back and saves; the bytes after each. */
function answered(bytes: Buffer, of: Template, id: string): [Buffer, Buffer] {
  const path = join(freshFolder(), 'spec.md');
  writeFileSync(path, bytes);
  const opened = openSpec(path);
  const reading = readSpec(opened.source.text, of);
  const splices = answerSplices(reading, id, { kind: 'value', value: 'Because it pays.' });
  const text = applySplices(opened.source.text, splices);
  const saved = saveSpec(opened, { ...opened.source, text });
  const after = readFileSync(path);
  saveSpec(saved, opened.source);
  return [after, readFileSync(path)];
}

/** The forms in which the Nth document is tried: one of them, another for the next; with SOAK=1 (npm run soak) all. */
function formsAt(index: number): [string, (text: string) => string][] {
  const forms = Object.entries(FORMS);
  return process.env.SOAK ? forms : [forms[index % forms.length]!];
}

const beside = Object.entries({ ...CONSTRUCTS, ...INLINES }).map(
  ([construct, texts], index) => [construct, texts, formsAt(index)] as const,
);

describe.each(beside)('beside an answer, %s', (_construct, texts, forms) => {
  it.each(forms)('%s, keeps every byte, and all come back when it is taken back', (_form, form) => {
    const before = form(`${ASKING}\n## Own\n\n${texts.join('\n\n')}`);
    const [after, back] = answered(Buffer.from(before), template, 'why/paragraph');
    expect(after.toString()).toBe(before.replace('[why]', 'Because it pays.'));
    expect(back.toString()).toBe(before);
  });
});

/** Documents with their templates: each built-in template as its own spec, the corpus' templates and documents. */
const catalogue = new Catalogue(new Project(process.cwd()));
const blank = BUILT_IN.map((id) => {
  const of = catalogue.get(id);
  return { name: `the template ${id}`, text: of.text, of };
});
const bare = corpusTemplates().map(({ repo, path: name, text }) => ({
  name: `the template ${repo} ${name}`,
  text,
  of: readTemplate(text, { id: name }),
}));
const real = corpusDocuments().map(({ repo, path: name, text, template: of }) => ({
  name: `${repo} ${name}`,
  text,
  of,
}));
const shown = process.env.SOAK ? real : some(real, 5, randomFrom(Number(process.env.SEED ?? 1)));

const documents = [...blank, ...bare, ...shown].map((one, index) => ({ ...one, forms: formsAt(index) }));

describe.each(documents)('$name (of ../shared/corpus only where it is there)', ({ text, of, forms }) => {
  it.each(forms)('%s, keeps every byte outside an answer, and all without it', (_form, form) => {
    const bytes = Buffer.from(form(text));
    const path = join(freshFolder(), 'spec.md');
    writeFileSync(path, bytes);
    const opened = openSpec(path);
    saveSpec(opened, opened.source);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    const reading = readSpec(opened.source.text, of);
    const slot = reading.slots.find(
      (one) =>
        isGap(one) &&
        one.range &&
        ['paragraph', 'line'].includes(one.slot.kind) &&
        !['variable', 'key', 'heading'].includes(one.slot.shape.form),
    );
    if (!slot?.range) return;
    const [after, back] = answered(bytes, of, slot.id);
    const section = reading.sections.find(({ slots }) => slots.includes(slot))!;
    const { start, end } = section.found ?? { start: 0, end: opened.source.text.length };
    // What stands above the first heading belongs to the title's section.
    const from = section.id === '' ? 0 : start;
    const head = Buffer.from((opened.source.bom ? '\ufeff' : '') + opened.source.text.slice(0, from));
    const tail = Buffer.from(opened.source.text.slice(end));
    expect(after.subarray(0, head.length).equals(head)).toBe(true);
    expect(after.subarray(after.length - tail.length).equals(tail)).toBe(true);
    expect(decodeSource(after).text).toContain('Because it pays.');
    expect(back.equals(bytes)).toBe(true);
  });
});

it('the corpus is there, or named as absent', ({ skip }) => {
  if (!hasCorpus) skip('../shared/corpus is absent');
  expect(real.length).toBeGreaterThan(200);
});
