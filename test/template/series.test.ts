import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyTitle, nextTitle } from '../../src/template/series.ts';
import { DIGITS, LETTERS, ROMANS, schemeOf } from '../../src/text/counting.ts';

describe('another copy of a series', () => {
  test.each([
    ['Option A', ['Option A', 'Option B'], 'Option C'],
    ['Phase 2: [Title]', ['Phase 1: Dig', 'Phase 2: Build', 'Costs'], 'Phase 3: [Title]'],
    ['Story 1 - [Brief] (Priority: P1)', ['Story 1 - Pay', 'Story 2 - Lend'], 'Story 3 - [Brief] (Priority: P1)'],
    ['Part II', ['Part I', 'Part II'], 'Part III'],
    ['FR1: [need]', ['FR1: a', 'FR2: b'], 'FR3: [need]'],
    ['Release 1.2', ['Release 1.1', 'Release 1.2'], 'Release 1.3'],
    ['Option Z', ['Option Z'], 'Option AA'],
    ['第二章 内容', ['第一章 甲', '第二章 乙'], '第三章 内容'],
    ['Option n', ['Option 1', 'Option 2'], 'Option 3'],
    ['Phase N', ['Phase N'], 'Phase 1'],
    ['Part X', ['Part IX', 'Part X'], 'Part XI'],
    ['Part X', ['Part X'], 'Part 1'],
    ['Varianten', ['Varianten'], 'Varianten'],
    ['[Domain / Layer]', ['Harbour', 'Pier'], '[Domain / Layer]'],
  ])('of “%s” follows those that stand', (title, siblings, next) => {
    expect(nextTitle(title, siblings)).toBe(next);
  });

  test('is called as the author calls them, with the blank of the template', () => {
    expect(copyTitle('Option A: [name]', 'Alternative 2: Redis', ['Alternative 1: Disk', 'Alternative 2: Redis'])).toBe(
      'Alternative 3: [name]',
    );
    expect(copyTitle('Option A: [name]', 'Redis', ['Redis'])).toBe('Option B: [name]');
    expect(copyTitle('### Phase', 'Phase', ['Phase'])).toBe('### Phase');
  });
});

describe('a way to count', () => {
  test('reads what it writes, and goes on from it', () => {
    fc.assert(
      fc.property(fc.constantFrom(DIGITS, LETTERS), fc.integer({ min: 1, max: 2000 }), (scheme, value) => {
        expect(scheme.read(scheme.write(value))).toBe(value);
      }),
    );
    for (const [scheme, most] of [
      [ROMANS, 39],
      [schemeOf(['一'])!, 99],
    ] as const)
      for (let value = 1; value <= most; value++) expect(scheme.read(scheme.write(value))).toBe(value);
  });

  test('is told by all marks together', () => {
    expect(schemeOf(['I', 'II'])).toBe(ROMANS);
    expect(schemeOf(['C', 'D'])).toBe(LETTERS);
    expect(schemeOf(['A', '2'])).toBe(null);
    expect(schemeOf([])).toBe(null);
  });
});
