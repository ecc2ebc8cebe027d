import { expect, expectTypeOf, test } from 'vitest';
import type * as published from '../../dist/index.d.ts';
import * as api from '../../src/api.ts';

test('the published types say what the API gives', () => {
  expectTypeOf<typeof api.check>().toExtend<typeof published.check>();
  expectTypeOf<typeof api.questions>().toExtend<typeof published.questions>();
  expectTypeOf<typeof api.fill>().toExtend<typeof published.fill>();
  expectTypeOf<ReturnType<typeof published.check>>().toExtend<ReturnType<typeof api.check>>();
  expectTypeOf<ReturnType<typeof published.questions>>().toExtend<ReturnType<typeof api.questions>>();
  expectTypeOf<api.Problem>().toExtend<published.Problem>();
  expect(Object.keys(api).sort()).toEqual(['Problem', 'check', 'fill', 'questions']);
});
