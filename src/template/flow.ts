import { z } from 'zod';
import { SLOT_KINDS } from './slot.ts';

const text = z.string().min(1);

const slot = z
  .strictObject({
    ask: text.optional().describe('The question, in plain words.'),
    help: text.optional().describe('What helps in answering; Markdown.'),
    example: text.optional().describe('An example answer; Markdown.'),
    kind: z.enum(SLOT_KINDS).optional(),
    options: z.array(text).optional(),
    required: z.boolean().optional(),
    boilerplate: z.boolean().optional().describe('Meant to stay as it is: never asked, never counted.'),
    allow: z
      .array(text)
      .optional()
      .describe('Exact values that are real answers here although the template has them.'),
  })
  .describe('What a flow says about one slot.');

const section = z
  .strictObject({
    help: text.optional(),
    when: z
      .strictObject({ slot: text, is: z.array(text).min(1) })
      .optional()
      .describe('The section applies only while that slot has one of these values.'),
    optional: z.boolean().optional(),
    repeat: z.boolean().optional().describe('Its heading is a pattern for one or more sections.'),
    aliases: z.array(text).optional().describe('Other titles under which authors write it.'),
    slots: z.record(z.string(), slot).optional().describe('By the last part of the slot id.'),
  })
  .describe('What a flow says about one section.');

const advice = z.strictObject({
  id: text,
  severity: z.enum(['info', 'warning', 'error']),
  section: text.optional(),
  message: text,
  fix: text,
});

/** The schema of a flow file. */
export const flowSchema = z.strictObject({
  id: text,
  title: text,
  about: text.describe('One line, shown when choosing.'),
  when: text.describe('When to use this kind of spec; Markdown.'),
  path: text.describe('Where a new spec goes; {name} and {number} are filled in.'),
  aliases: z.array(text).optional(),
  next: z.array(text).optional().describe('The next steps, shown at completion.'),
  notApplicable: z.enum(['delete', 'say']).describe('How a section that does not apply is treated.'),
  variables: z
    .record(
      z.string(),
      z.strictObject({
        ask: text,
        help: text.optional(),
        example: text.optional(),
        tokens: z.array(text).optional().describe('Further tokens that stand for it.'),
        forms: z.record(z.string(), z.enum(['as-typed', 'Pascal', 'camel', 'snake', 'kebab', 'UPPER'])).optional(),
      }),
    )
    .optional(),
  groups: z.array(z.strictObject({ title: text, sections: z.array(text).min(1) })).optional(),
  sections: z.record(z.string(), section).optional().describe('By section id; "/" is the title section.'),
  advice: z.array(advice).optional(),
  fingerprints: z.array(z.string().regex(/^[0-9a-f]{12}$/)).optional(),
});

/** How to ask for a template's parts, as data. */
export type Flow = z.infer<typeof flowSchema>;
