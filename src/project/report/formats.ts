import { github } from './formats/github.ts';
import { badge, json, trend } from './formats/json.ts';
import { junit } from './formats/junit.ts';
import { lines } from './formats/lines.ts';
import { markdown } from './formats/markdown.ts';
import { pretty } from './formats/pretty.ts';
import { sarif } from './formats/sarif.ts';
import type { Format } from './report.ts';

/** The formats of `check --format`, by name. */
export const FORMATS = { pretty, lines, json, sarif, junit, github, markdown, badge, trend } satisfies Record<
  string,
  Format
>;

export type FormatName = keyof typeof FORMATS;

/** The formats for people, which are omitted if only errors are to be printed. */
export const FOR_PEOPLE: ReadonlySet<FormatName> = new Set(['pretty', 'lines']);

export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}
