import * as z from 'zod';
import { readRegular } from '../host/data-path.ts';
import { type PositionedYaml, readYaml } from '../host/yaml-positions.ts';
import { Problem } from '../problem.ts';
import { nearest } from '../text/nearest.ts';
import { decodeSource } from '../text/source.ts';
import { whyUnsendable } from '../wizard/key.ts';
import { TABLES, type TableName, tableFor } from '../wizard/keymap.ts';
import type { KeyChanges } from '../wizard/preferences.ts';
import * as messages from './messages.ts';

const key = z.string().min(1);

const preferencesSchema = z.strictObject({
  theme: z.enum(['dark', 'light', 'none']).optional(),
  marks: z.enum(['unicode', 'ascii']).optional(),
  mouse: z.boolean().optional(),
  keys: z.record(z.string(), z.record(z.string(), z.union([key, z.array(key)]))).optional(),
});

type Settings = Omit<z.infer<typeof preferencesSchema>, 'keys'> & { keys?: KeyChanges };

/** Reads and checks a person's settings. Raises Problem `bad-settings` with file, line and key. */
export function readFile(path: string): Settings {
  const yaml = parsed(path);
  const found = preferencesSchema.safeParse(yaml.data ?? {});
  if (!found.success) throw schemaFault(found.error, yaml, path);
  const { keys, ...rest } = found.data;
  if (!keys) return rest;
  const changes: Record<string, Record<string, readonly string[]>> = {};
  for (const [table, acts] of Object.entries(keys)) {
    changes[table] = {};
    for (const [act, value] of Object.entries(acts)) changes[table][act] = [value].flat().map(canonical);
  }
  const wrong = faultIn(changes);
  if (wrong) throw problem(wrong.what, ['keys', ...wrong.at], yaml, path, wrong.hints);
  return { ...rest, keys: changes };
}

/** Settings with more bytes are not read. */
const MOST_BYTES = 64 * 1024;

function parsed(path: string): PositionedYaml {
  const bytes = readRegular(path, MOST_BYTES);
  if (bytes === null) throw new Problem('bad-settings', messages.preferencesUnreadable, { place: { path } });
  return readYaml(decodeSource(bytes).text, path, 'bad-settings');
}

/** Other names of keys, with those in the tables. */
const ALIASES: Readonly<Record<string, string>> = {
  space: ' ',
  esc: 'escape',
  return: 'enter',
  pgup: 'pageup',
  pgdn: 'pagedown',
  del: 'delete',
};

function canonical(written: string): string {
  if ([...written].length === 1) return written;
  const [, modifiers = '', last = ''] = /^((?:(?:ctrl|alt|shift|\^)\+?)*)(.+)$/is.exec(written) ?? [];
  const name = [...last].length === 1 ? last : last.toLowerCase();
  return modifiers.toLowerCase().replace('^', 'ctrl+').replace('++', '+') + (ALIASES[name] ?? name);
}

interface Fault {
  what: string;
  at: readonly string[];
  hints: readonly string[];
}

/** The tables of states in which printable keys are typed. */
const TYPED: ReadonlySet<string> = new Set([
  ...['field', 'text', 'suggestion', 'find', 'ask', 'search'],
  ...['line', 'variable', 'paragraph', 'code', 'date', 'choice', 'choices', 'list', 'table', 'checklist'],
]);

/** The first error in a person's keys; null if there is none. */
function faultIn(changes: KeyChanges): Fault | null {
  const always = new Map(
    tableFor('everywhere', { keys: changes }).flatMap((row) => row.keys.map((one) => [one, row.label])),
  );
  for (const [name, acts = {}] of Object.entries(changes)) {
    const base = TABLES[name as TableName];
    if (!base) return { what: messages.noSuchPlace, at: [name], hints: meant(name, Object.keys(TABLES)) };
    const known = base.map(({ act }) => act);
    for (const [act, keys] of Object.entries(acts)) {
      const at = [name, act];
      if (!known.includes(act)) return { what: messages.noSuchAct, at, hints: meant(act, [...new Set(known)]) };
      if (keys.length === 0 && name === 'everywhere') return { what: messages.keyNeeded, at, hints: [] };
      for (const one of keys) {
        const why = whyUnsendable(one);
        if (why !== null) return { what: messages.notAKey(one, why), at, hints: [] };
        if (TYPED.has(name) && [...one].length === 1) return { what: messages.typedKey(one), at, hints: [] };
        const other = name === 'everywhere' ? undefined : always.get(one);
        if (other !== undefined) return { what: messages.keyWorksEverywhere(one, other), at, hints: [] };
      }
    }
    const twice = boundTwice(name as TableName, changes);
    if (twice) return twice;
  }
  return null;
}

function boundTwice(name: TableName, changes: KeyChanges): Fault | null {
  const rows = tableFor(name, { keys: changes }).filter(({ when }) => !when);
  const owners = new Map<string, string>();
  for (const { keys, act, label } of rows)
    for (const one of keys) {
      const owner = owners.get(one);
      if (owner !== undefined && owner !== act) {
        const own = changes[name]![act]?.includes(one) ? act : owner;
        const other = own === act ? rows.find((row) => row.act === owner)!.label : label;
        const hints = [messages.otherKeyHint];
        return { what: messages.keyTaken(one, other), at: [name, own], hints };
      }
      owners.set(one, act);
    }
  return null;
}

function meant(written: string, known: readonly string[]): string[] {
  const near = nearest(written, known);
  return [near ? messages.didYouMean(near) : messages.thereAre(known.join(', '))];
}

function problem(
  what: string,
  key: readonly (string | number)[],
  yaml: PositionedYaml,
  path: string,
  hints: readonly string[],
): Problem {
  const line = yaml.lineOf(key);
  const place = { path, key: key.join('.'), ...(line === undefined ? {} : { line }) };
  return new Problem('bad-settings', what, { place, hints: [...hints] });
}

function schemaFault(error: z.ZodError, yaml: PositionedYaml, path: string): Problem {
  const issue = error.issues[0]!;
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  if (unknown !== undefined) {
    const hints = meant(unknown, Object.keys(preferencesSchema.shape));
    return problem(messages.noSuchSetting, [...(issue.path as string[]), unknown], yaml, path, hints);
  }
  const what = issue.message.replace(/^Invalid (?:input|option): /, '').replace(/^expected/, 'it must be');
  return problem(what, issue.path as (string | number)[], yaml, path, []);
}
