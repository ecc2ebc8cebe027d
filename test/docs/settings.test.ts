import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ADVICE_RULES } from '../../src/judge/advice/advise.ts';
import { REFERENCE_RULES } from '../../src/project/check/references.ts';
import { flowSchema, settingsSchema } from '../../src/template/schemas.ts';
import { readPaper } from './documents.ts';

const example = (path: string, first: string) =>
  parse(new RegExp(`\`\`\`yaml\\n(${first}[\\s\\S]*?)\`\`\``).exec(readPaper(path))![1]!) as unknown;

test('the settings of the documents can be used as they stand, and show every key', () => {
  const settings = settingsSchema.parse(example('docs/settings.md', 'specs: '));
  expect(Object.keys(settings)).toEqual(Object.keys(settingsSchema.shape));
});

test('the flow of the documents can be used as it stands, and shows every key', () => {
  const flow = flowSchema.parse(example('docs/templates-and-flows.md', 'id: '));
  // Fingerprints are generated.
  const keys = Object.keys(flowSchema.shape).filter((key) => key !== 'fingerprints');
  expect(keys.filter((key) => !(key in flow))).toEqual([]);
});

test('the documents name every advice that applies to any template', () => {
  const ids = [...ADVICE_RULES.map(({ id }) => id), ...Object.keys(REFERENCE_RULES)];
  const text = readPaper('docs/settings.md');
  expect(ids.filter((id) => !text.includes(`\`${id}\``))).toEqual([]);
});
