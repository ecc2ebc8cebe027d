import * as z from 'zod';
import { SLOT_KINDS } from './slot.ts';

const text = z.string().min(1);

const slot = z
  .strictObject({
    ask: text.optional().describe('The question, in plain words.'),
    help: text.optional().describe('What helps in answering; Markdown.'),
    example: text
      .optional()
      .describe('An example answer as it would stand in a spec; Markdown (code in its fence, a table with its head).'),
    kind: z.enum(SLOT_KINDS).optional().describe('Where it is another than the template shows.'),
    options: z.array(text).optional().describe('What a choice chooses from.'),
    required: z.boolean().optional().describe('Whether it counts; true unless said otherwise.'),
    boilerplate: z.boolean().optional().describe('Meant to stay as it is: never asked, never counted.'),
    min: z.int().min(1).optional().describe('How many rows of a table or items of a list it has at least.'),
    max: z.int().min(1).optional().describe('How many rows of a table or items of a list it has at most.'),
    allow: z.array(text).optional().describe('Exact values that are real answers here although the template has them.'),
  })
  .describe('What a flow says about one slot.');

const section = z
  .strictObject({
    help: text.optional().describe('What helps with the whole section; Markdown.'),
    when: z
      .strictObject({ slot: text, is: z.array(text).min(1) })
      .optional()
      .describe('The section, with all below it, applies only while that slot has one of these values.'),
    optional: z.boolean().optional().describe('It may be left out, with all below it.'),
    repeat: z.boolean().optional().describe('Its heading is a pattern for one or more sections.'),
    min: z.int().min(0).optional().describe('How many copies of a repeating section a spec has at least.'),
    max: z.int().min(1).optional().describe('How many copies of a repeating section a spec has at most.'),
    aliases: z.array(text).optional().describe('Other titles under which authors write it.'),
    slots: z.record(z.string(), slot).optional().describe('By the last part of the slot id.'),
  })
  .describe('What a flow says about one section.');

const advice = z
  .strictObject({
    id: text,
    severity: z.enum(['info', 'warning', 'error']),
    section: text.optional().describe('The section it looks at, with all below it; without one, the whole spec.'),
    check: z
      .enum(['section-missing', 'slot-gap', 'no-number', 'missing-word'])
      .describe(
        'When it speaks: the section is missing; something required in it is not answered; what is written in it, ' +
          'headings aside, has no digit; or it has none of the words.',
      ),
    words: z.array(text).min(1).optional().describe('For missing-word: texts to look for, in any case.'),
    message: text,
    fix: text,
  })
  .refine((rule) => (rule.check === 'missing-word') === (rule.words !== undefined), {
    message: 'words belong to missing-word, and missing-word needs them',
    path: ['words'],
  })
  .describe('Something worth saying to the author that is no gap.');

export const flowSchema = z.strictObject({
  id: text,
  title: text,
  about: text.describe('One line, shown when choosing.'),
  when: text.describe('When to use this kind of spec; Markdown.'),
  path: text.describe('Where a new spec goes, from the working folder; {name} and {year} are filled in.'),
  numbered: text
    .optional()
    .describe(
      'The form of {name} where specs are numbered, as in adr-{number}-{name}: a name without it gets it, with the next ' +
        'free number, three digits wide. {date} is today’s date.',
    ),
  aliases: z.array(text).optional().describe('Other ids under which it may be chosen.'),
  next: z.array(text).optional().describe('The next steps, shown at completion.'),
  notApplicable: z.enum(['delete', 'say']).describe('How a section that does not apply is treated.'),
  variables: z
    .record(
      z.string(),
      z.strictObject({
        ask: text,
        help: text.optional(),
        example: text.optional(),
        tokens: z.array(text).optional().describe('The exact tokens that stand for it, where names alone do not tell.'),
        forms: z
          .record(z.string(), z.enum(['as-typed', 'Pascal', 'camel', 'snake', 'kebab', 'UPPER']))
          .optional()
          .describe('By token: how the answer is written in its place, where it is not the usual form.'),
      }),
    )
    .optional()
    .describe('By the slug of the name: `component` for {component}, {Component Name} and [COMPONENT_NAME].'),
  sections: z.record(z.string(), section).optional().describe('By section id; "/" is the title section.'),
  advice: z.array(advice).optional(),
  fingerprints: z.array(z.string().regex(/^[0-9a-f]{12}$/)).optional(),
});

/** How to ask for a template's parts, as data. */
export type Flow = z.infer<typeof flowSchema>;

const several = z
  .union([text, z.array(text).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value));
const percentage = z.number().min(0).max(100);

/** The schema of a project's settings file, `spec-wizard.yaml`. Paths and patterns count from its folder. */
export const settingsSchema = z
  .strictObject({
    specs: several
      .optional()
      .describe('Where specs live: files, folders or patterns that check looks at when none is named.'),
    templates: z
      .record(
        z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, 'an id has letters, digits, dots and hyphens'),
        z.strictObject({
          file: text.describe('The template, any Markdown file.'),
          flow: text.optional().describe('The flow that says how to ask for its parts, a YAML file.'),
          earlier: several
            .optional()
            .describe('Files with earlier versions of the template, the newest first, where git does not have them.'),
        }),
      )
      .optional()
      .describe("The project's own templates, by the id under which they are chosen."),
    use: z
      .array(
        z.strictObject({
          files: several.describe('Patterns as in .gitignore.'),
          template: text.describe('The id of a template, or the path of a Markdown file.'),
        }),
      )
      .optional()
      .describe('Which specs are of which template; the first that fits decides. A mark in a spec goes before.'),
    new: z
      .record(
        z.string(),
        z.strictObject({
          path: text.optional().describe('Where a new spec goes; {name} and {year} are filled in.'),
          numbered: text
            .optional()
            .describe(
              'The form of {name} where specs are numbered or dated, as in adr-{number}-{name} or {date}-{name}.',
            ),
        }),
      )
      .optional()
      .describe('By template id: where new specs go and how they are numbered.'),
    gates: z
      .strictObject({
        min: percentage.optional().describe('Each spec passes from this percentage on.'),
        minOverall: percentage.optional().describe('All specs together pass from this percentage on.'),
        baseline: text.optional().describe('The file with the gaps that may stand.'),
        strict: z.boolean().optional().describe('Whether advice fails, too.'),
        pendingIn: z
          .array(text)
          .optional()
          .describe('The statuses whose specs may hold what is put off (TBD) without failing.'),
      })
      .optional()
      .describe('When check passes; options of the command line go before.'),
    rules: z
      .record(z.string(), z.enum(['off', 'info', 'warning', 'error']))
      .optional()
      .describe('By id of an advice: its severity here, or off.'),
    references: z
      .strictObject({
        ids: z
          .array(z.string().regex(/^[A-Z][A-Z0-9]*$/, 'a prefix has capital letters, as in DES'))
          .optional()
          .describe('More prefixes that make an id of a spec, as DES does in [DES-001].'),
      })
      .optional()
      .describe('How specs refer to each other.'),
  })
  .describe('The settings of spec-wizard for a project.');

export type Settings = z.infer<typeof settingsSchema>;
