import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSpec } from '../../src/judge/read.ts';
import { isGap, type SlotReading } from '../../src/judge/reading.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import { randomSections, specOf, templateOf } from './random-sections.ts';

const soak = process.env.SOAK === '1';
const runs = { numRuns: soak ? 20_000 : 80 };
/** Ten times what the long run takes. */
const HANG = 600_000;
const gaps = (slots: readonly SlotReading[]) =>
  slots.filter((slot) => slot.required).map((slot) => ({ id: slot.id, gap: isGap(slot) }));

it('answers nothing of a template with its own text', { timeout: HANG }, () => {
  fc.assert(
    fc.property(randomSections, (sections) => {
      const text = templateOf(sections);
      const { slots, meter } = readSpec(text, readTemplate(text, { id: 'random' }));
      expect(gaps(slots)).toEqual(slots.map(({ id }) => ({ id, gap: true })));
      expect(meter.ratio).toBe(0);
    }),
    runs,
  );
});

it('tells what the template says from what the author says, block by block, in any order', {
  timeout: HANG,
}, () => {
  fc.assert(
    fc.property(
      randomSections.chain((sections) =>
        fc.tuple(fc.constant(sections), fc.shuffledSubarray(sections, { minLength: sections.length })),
      ),
      ([sections, order]) => {
        const template = readTemplate(templateOf(sections), { id: 'random' });
        const reading = readSpec(specOf(order), template);
        for (const { title, blocks, fate } of sections) {
          const { slots } = reading.sections.find(({ section }) => section.title === title)!;
          for (const [index, { form, asks, kept }] of blocks.entries()) {
            const mine = slots.filter((slot) => slot.slot.shape.form === form);
            expect(mine.length).toBeGreaterThan(0);
            const next = blocks[index + 1];
            // A list of the author's answers the question that is kept right above it.
            const isAnswered = asks.endsWith('?') && next?.kept === false && /list$/.test(next.form);
            const expected = fate !== 'there' || (kept && !isAnswered);
            expect(gaps(mine)).toEqual(mine.map(({ id }) => ({ id, gap: expected })));
          }
        }
      },
    ),
    runs,
  );
});
