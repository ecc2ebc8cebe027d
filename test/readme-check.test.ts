import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ADVICE_RULES } from '../src/judge/advice/rules/index.ts';
import { REFERENCE_RULES } from '../src/project/check/references.ts';
import { settingsSchema } from '../src/template/settings.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the settings in the README can be used as they stand, and show every key', () => {
  const example = /```yaml\n(specs: [\s\S]*?)```/.exec(readme)![1]!;
  const settings = settingsSchema.parse(parse(example));
  expect(Object.keys(settings)).toEqual(Object.keys(settingsSchema.shape));
});

test('the README names every advice that holds for any template', () => {
  const ids = [...ADVICE_RULES.map(({ id }) => id), ...Object.keys(REFERENCE_RULES)];
  expect(ids.filter((id) => !readme.includes(`\`${id}\``))).toEqual([]);
});
