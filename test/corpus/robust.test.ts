import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerSplices } from '../../src/interview/answer/splices.ts';
import { answersOf, formQuestions } from '../../src/interview/form.ts';
import { readSpec } from '../../src/judge/read.ts';
import { isGap } from '../../src/judge/reading.ts';
import { reportOf } from '../../src/judge/report.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import { applySplices } from '../../src/text/range.ts';
import { decodeSource, encodeSource } from '../../src/text/source.ts';
import { randomFrom, some } from '../random.ts';
import { CORPUS, type CorpusDocument, corpusDocuments, corpusTemplates, hasCorpus } from './documents.ts';

const SHARE = 60;
const all = corpusDocuments();
const documents = process.env.SOAK === '1' ? all : some(all, SHARE, randomFrom(Number(process.env.SEED ?? 1)));
const bytesOf = ({ repo, path }: CorpusDocument) => readFileSync(join(CORPUS, repo.replace('/', '+'), 'docs', path));

describe.skipIf(!hasCorpus)('real documents with their templates (needs ../shared/corpus)', () => {
  it.each(corpusTemplates())('$repo $path is a template', ({ path, text }) => {
    expect(readTemplate(text, { id: path }).slots.length).toBeGreaterThan(0);
  });

  it.each(documents)('$repo $path is judged, each place inside it', (document) => {
    const { text, template } = document;
    const reading = readSpec(text, template);
    const lines = text.split(/\r\n|\n|\r/);
    for (const { slots, line } of reportOf(reading).sections) {
      expect(line === null || (line >= 1 && line <= lines.length)).toBe(true);
      for (const slot of slots) {
        if (slot.line === null) continue;
        expect(slot.column).toBeLessThanOrEqual(lines[slot.line - 1]!.length + 1);
        expect(slot.endLine).toBeLessThanOrEqual(lines.length);
        expect(slot.endLine! > slot.line || slot.endColumn! >= slot.column!).toBe(true);
      }
    }
    expect(new Set(reading.slots.map(({ id }) => id)).size).toBe(reading.slots.length);
    expect(reading.meter.answered).toBeLessThanOrEqual(reading.meter.required);
  });

  it.each(documents)('$repo $path keeps every byte without answers', (document) => {
    const bytes = bytesOf(document);
    const source = decodeSource(bytes);
    const reading = readSpec(source.text, document.template);
    const form = formQuestions(reading, false).map((question) => ({ ...question, value: null }));
    const answers = answersOf({ version: 1, questions: form }, reading);
    const splices = [...answers].flatMap(([id, answer]) => answerSplices(reading, id, answer));
    const filled = encodeSource({ ...source, text: applySplices(source.text, splices) });
    expect(Buffer.compare(filled, bytes)).toBe(0);
  });

  it.each(documents)('$repo $path keeps every byte where the answers it has are given again', ({ text, template }) => {
    const reading = readSpec(text, template);
    const gaps = new Set(reading.slots.filter(isGap).map(({ id }) => id));
    for (const question of formQuestions(reading, true)) {
      if (gaps.has(question.id)) continue;
      for (const [id, answer] of answersOf([question], reading))
        expect(applySplices(text, answerSplices(reading, id, answer)), id).toBe(text);
    }
  });
});
