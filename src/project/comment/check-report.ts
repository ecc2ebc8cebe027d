import { resolve } from 'node:path';
import { z } from 'zod';
import { readRegular } from '../../host/data-path.ts';
import { Problem } from '../../problem.ts';

/** A report with more bytes is not read. */
const MOST_BYTES = 256 * 1024 * 1024;

const slot = z.object({
  id: z.string(),
  state: z.string(),
  required: z.boolean(),
  message: z.string(),
  line: z.number().nullable(),
});
const spec = z.object({
  path: z.string(),
  completeness: z.object({ answered: z.number(), required: z.number(), ratio: z.number() }),
  sections: z.array(z.object({ path: z.array(z.string()), slots: z.array(slot) })),
});
const report = z.object({
  version: z.literal(1),
  specs: z.array(spec),
  problems: z.array(z.object({ path: z.string(), message: z.string() })),
});

/** What `check --json` wrote, as far as a comment needs it. */
export type CheckReport = z.infer<typeof report>;
/** One spec of it. */
export type CheckedSpec = z.infer<typeof spec>;

/** Reads what `check --json` wrote. Raises Problem `no-file` and `usage`. */
export function readCheckReport(path: string, cwd: string): CheckReport {
  const place = { path };
  const bytes = readRegular(resolve(cwd, path), MOST_BYTES);
  if (bytes === null) throw new Problem('no-file', 'there is no such file, or it is too large', { place });
  let data: unknown;
  try {
    data = JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new Problem('usage', 'it is not valid JSON', { place, cause });
  }
  const read = report.safeParse(data);
  if (read.success) return read.data;
  throw new Problem('usage', 'it is not what check --json writes', {
    place,
    hints: ['Write one: spec-wizard check --format json=FILE'],
  });
}
