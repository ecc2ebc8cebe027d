import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, expectTypeOf, test } from 'vitest';
import type * as published from '../../dist/index.d.ts';
import * as api from '../../src/api.ts';
import { check, fill, Problem, questions } from '../../src/api.ts';
import { main } from '../../src/cli.ts';
import { fakeIo } from '../cli/fake-io.ts';

const path = 'docs/specs/technical/search.md';

async function blankSpec(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'spec-wizard-test-'));
  expect(await main(['new', 'technical-spec', 'search', '--blank'], fakeIo({ cwd: folder }))).toBe(0);
  return folder;
}

test('a spec is checked, asked about and filled without a terminal', async () => {
  const folder = await blankSpec();
  const before = check(path, { folder });
  expect(before).toMatchObject({ path, template: 'technical-spec', match: { by: 'mark' } });
  expect(before.completeness).toMatchObject({ answered: 0, ratio: 0 });

  const open = questions(path, { folder });
  expect(open.length).toBe(before.completeness.required);
  const line = open.find(({ kind }) => kind === 'line')!;
  expect(fill(path, { [line.id]: 'Full-text search' }, { folder })).toBe(true);
  expect(check(path, { folder }).completeness.answered).toBe(1);
  expect(questions(path, { folder }).map(({ id }) => id)).not.toContain(line.id);
});

test('no answers change no byte, wrong ones neither', async () => {
  const folder = await blankSpec();
  const before = readFileSync(join(folder, path));
  expect(fill(path, {}, { folder })).toBe(false);
  expect(() => fill(path, { nonsense: 'x' }, { folder })).toThrow(Problem);
  expect(readFileSync(join(folder, path))).toEqual(before);
});

test('the published types say what the API gives', () => {
  expectTypeOf<typeof api.check>().toExtend<typeof published.check>();
  expectTypeOf<typeof api.questions>().toExtend<typeof published.questions>();
  expectTypeOf<typeof api.fill>().toExtend<typeof published.fill>();
  expectTypeOf<ReturnType<typeof published.check>>().toExtend<ReturnType<typeof api.check>>();
  expectTypeOf<ReturnType<typeof published.questions>>().toExtend<ReturnType<typeof api.questions>>();
  expectTypeOf<api.Problem>().toExtend<published.Problem>();
  expect(Object.keys(api).sort()).toEqual(['Problem', 'check', 'fill', 'questions']);
});
