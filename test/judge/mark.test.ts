import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMark, writeMark } from '../../src/judge/mark.ts';
import { readSpec } from '../../src/judge/read.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import { anyCharacter } from '../properties.ts';

const text = fc.string({ unit: anyCharacter, minLength: 1, maxLength: 40 }).filter((one) => !/[\r\n\p{C}]/u.test(one));
const texts = fc.uniqueArray(text, { maxLength: 4 });
const pairs = fc.uniqueArray(fc.record({ section: text, title: fc.option(text) }), {
  maxLength: 4,
  selector: ({ section }) => section,
});

describe('the mark', () => {
  test('is read as it was written, whatever is in it', () => {
    fc.assert(
      fc.property(fc.option(text), texts, texts, pairs, (template, keep, omit, headings) => {
        const { start, end, ...rest } = readMark(`# A\n\n${writeMark({ template, keep, omit, headings })}\n`)!;
        expect(start).toBe(5);
        expect(end).toBeGreaterThan(start);
        expect(rest).toEqual({ template, keep, omit, headings });
      }),
    );
  });

  test.each(['\u00a0', '\u2003', '\u3000', '\ufeff', '\u2028', '--', ':', '%2d'])(
    'keeps %j inside a title',
    (blank) => {
      const template = `a${blank}b`;
      expect(readMark(writeMark({ template, keep: [], omit: [], headings: [] }))?.template).toBe(template);
    },
  );

  test('is read up to a bound, and what fits nothing is passed over', () => {
    const many = Array.from({ length: 1000 }, (_, index) => `s${index}:t`).join(',');
    expect(readMark(`<!-- spec-wizard: headings=${many} -->`)?.headings).toHaveLength(200);
    const long = 'a'.repeat(400);
    expect(readMark(`<!-- spec-wizard: headings=a:${long},:b,c,d:e:f,g:h,g:i -->`)?.headings).toEqual([
      { section: 'g', title: 'h' },
    ]);
  });

  test('takes no heading for two sections, and no section for the title', () => {
    const template = readTemplate('# [Name]\n\n## Reach\n\n[reach]\n\n## Costs\n\n[costs]\n', { id: 't' });
    const mark = '<!-- spec-wizard: template=t headings=reach:money,costs:money,:name,__proto__:money -->';
    const { sections } = readSpec(`# Name\n\n## Money\n\nMuch.\n\n${mark}\n`, template);
    expect(sections.filter(({ found }) => found?.title === 'Money').map(({ id }) => id)).toEqual(['reach']);
    expect(sections[0]!.found?.title).toBe('Name');
  });
});
