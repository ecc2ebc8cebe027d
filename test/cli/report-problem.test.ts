import { expect, test } from 'vitest';
import { reportProblem } from '../../src/host/report-problem.ts';
import { Problem } from '../../src/problem.ts';
import { fakeIo } from './fake-io.ts';

function report(error: unknown, env: Record<string, string> = {}) {
  const io = fakeIo({ env });
  const code = reportProblem(error, io);
  expect(io.out()).toBe('');
  return { code, err: io.err() };
}

test('path, line, column and key stand before the message, hints below it', () => {
  const problem = new Problem('bad-answers', 'is no date', {
    place: { path: 'answers.yaml', line: 3, column: 5, key: 'date' },
    hints: ['Write it as 2025-03-14.'],
  });
  expect(report(problem)).toEqual({
    code: 2,
    err: 'spec-wizard: answers.yaml:3:5: date: is no date\n  Write it as 2025-03-14.\n',
  });
});

test('a key that the message names is not repeated', () => {
  const problem = new Problem('bad-answers', 'unknown id "purpos"', {
    place: { path: 'a.json', line: 1, key: 'purpos' },
  });
  expect(report(problem).err).toBe('spec-wizard: a.json:1: unknown id "purpos"\n');
});

test('an unforeseen error is one line, its stack shown on demand', () => {
  const error = new TypeError('x is not a function');
  expect(report(error)).toEqual({
    code: 2,
    err: 'spec-wizard: internal error: x is not a function\n  SPEC_WIZARD_DEBUG=1 shows where it happened.\n',
  });
  expect(report(error, { SPEC_WIZARD_DEBUG: '1' }).err).toContain('TypeError: x is not a function\n    at ');
});

test('escape sequences in a path or message are made visible', () => {
  const { err } = report(new Problem('no-file', 'no \x1b[31mfile\nhere', { place: { path: 'a\x07b' } }));
  expect(err).not.toMatch(/[\x1b\x07]/);
  expect(err.split('\n')).toHaveLength(2);
});
