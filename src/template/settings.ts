import * as z from 'zod';

const text = z.string().min(1);
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
            .describe(
              'Files with earlier versions of the template, the newest first, where git does not have them.',
            ),
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
      .describe(
        'Which specs are of which template; the first that fits decides. A mark in a spec goes before.',
      ),
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

/** A project's settings. */
export type Settings = z.infer<typeof settingsSchema>;
