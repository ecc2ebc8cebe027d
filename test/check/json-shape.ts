import { z } from 'zod';
import { STATES } from '../../src/judge/reading.ts';
import { SLOT_KINDS } from '../../src/template/slot.ts';

const line = z.number().int().min(1);
const count = z.number().int().min(0);
const ratio = z.number().min(0).max(1);

/** What `check --json` promises, and nothing beside it. */
export const checkJson = z.strictObject({
  version: z.literal(1),
  specs: z.array(
    z.strictObject({
      path: z.string().min(1),
      template: z.string().min(1),
      version: z.strictObject({ commit: z.string().min(7), date: z.string().min(8) }).optional(),
      match: z.strictObject({ by: z.enum(['mark', 'option', 'settings', 'structure']), score: ratio }),
      completeness: z.strictObject({ answered: count, required: count, ratio }),
      tasks: z.strictObject({ done: count, total: count }),
      sections: z.array(
        z.strictObject({
          path: z.array(z.string()),
          line: line.nullable(),
          state: z.enum(STATES),
          answered: count,
          required: count,
          drift: z.literal(true).optional(),
          slots: z.array(
            z.strictObject({
              id: z.string().min(1),
              kind: z.enum(SLOT_KINDS),
              state: z.enum(STATES),
              required: z.boolean(),
              rule: z.string().min(1),
              text: z.string(),
              message: z.string(),
              fix: z.string(),
              reason: z.string().optional(),
              line: line.nullable(),
              column: line.nullable(),
              endLine: line.nullable(),
              endColumn: line.nullable(),
            }),
          ),
        }),
      ),
      extra: z.array(z.strictObject({ title: z.string(), line })),
      advice: z.array(
        z.strictObject({
          id: z.string().min(1),
          severity: z.enum(['info', 'warning', 'error']),
          line: line.nullable(),
          message: z.string().min(1),
          fix: z.string().min(1),
        }),
      ),
    }),
  ),
  problems: z.array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() })),
});
