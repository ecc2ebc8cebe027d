import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readTemplate } from '../../src/template/read-template.ts';
import { flowSchema } from '../../src/template/schemas.ts';
import type { Slot } from '../../src/template/slot.ts';
import { readTitle } from '../../src/template/title.ts';
import { cellWidth } from '../../src/text/cells.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** Whether an example has the form in which a slot of its kind is answered. */
const FITS: Record<string, (example: string, slot: Slot) => boolean> = {
  line: (example) => !example.includes('\n'),
  variable: (example) => !example.includes('\n'),
  paragraph: (example) => !example.includes('\n\n'),
  date: (example) => /^\d{4}-\d{2}-\d{2}$/.test(example),
  choice: (example, slot) => slot.options.includes(example),
  list: (example) => example.split('\n').every((line) => /^(?:- |\d\. | {2,3}- )\S/.test(line)),
  checklist: (example) => example.split('\n').every((line) => /^- \[ \] \S/.test(line)),
  code: (example, slot) => example.startsWith(`\`\`\`${slot.language}\n`) && example.endsWith('\n```'),
  table: (example, slot) => {
    const [head = [], ...rows] = example.split('\n').map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
    const titles = slot.columns.map(({ title }) => title);
    return head.join() === titles.join() && rows.length > 1 && rows.every((row) => row.length === titles.length);
  },
};

describe.each(['photoncloud', 'dynamo-component', 'component', 'technical-spec'])('the flow of %s', (id) => {
  const flow = flowSchema.parse(parse(read(`flows/${id}.yaml`)));
  const template = readTemplate(read(`templates/${id}.md`), { id, flow });
  const sections = new Set(template.sections.map((section) => section.id || '/'));
  const slots = new Set(template.slots.map((slot) => slot.id));

  test('names only parts that its template has', () => {
    const described = Object.entries(flow.sections ?? {});
    const named = [
      ...described.map(([section]) => section),
      ...(flow.advice ?? []).flatMap((rule) => rule.section ?? []),
    ];
    expect(named.filter((section) => !sections.has(section))).toEqual([]);
    const asked = [
      ...Object.keys(flow.variables ?? {}),
      ...described.flatMap(([section, { slots = {} }]) =>
        Object.keys(slots).map((key) => (section === '/' ? key : `${section}/${key}`)),
      ),
      ...described.flatMap(([, { when }]) => when?.slot ?? []),
    ];
    expect(asked.filter((slot) => !slots.has(slot))).toEqual([]);
    const tokens = Object.values(flow.variables ?? {}).flatMap((variable) => variable.tokens ?? []);
    expect(tokens.filter((token) => !template.text.includes(token))).toEqual([]);
  });

  test('words every question, and has an example wherever something has to be written', () => {
    const silent = template.slots.filter((slot) => {
      const key = slot.id.slice(slot.section === '' ? 0 : slot.section.length + 1);
      const words =
        slot.kind === 'variable' ? flow.variables?.[key] : flow.sections?.[slot.section || '/']?.slots?.[key];
      return !words?.ask || (!slot.boilerplate && !words.example);
    });
    expect(silent.map((slot) => slot.id)).toEqual([]);
    const questions = template.slots.filter((slot) => !slot.boilerplate).map((slot) => slot.ask);
    expect(questions.filter((ask) => !/^[A-Z].*\?$/.test(ask))).toEqual([]);
    expect(new Set(questions).size).toBe(questions.length);
  });

  test('gives examples in the form in which the slot is answered', () => {
    const odd = template.slots.filter((slot) => slot.example !== '' && !FITS[slot.kind]!(slot.example.trimEnd(), slot));
    expect(odd.map((slot) => `${slot.id}: ${slot.example}`)).toEqual([]);
  });

  test('draws and writes code that an 80-column screen shows unbroken', () => {
    const lines = template.slots.filter(({ kind }) => kind === 'code').flatMap(({ example }) => example.split('\n'));
    expect(lines.filter((line) => cellWidth(line) > 72)).toEqual([]);
  });

  test('has no alias that could mean two sections', () => {
    const titles = template.sections.map((section) => readTitle(section.title).key);
    const aliases = template.sections.flatMap((section) => section.aliases.map((alias) => readTitle(alias).key));
    expect(aliases.filter((alias, at) => titles.includes(alias) || aliases.indexOf(alias) !== at)).toEqual([]);
  });
});

test('every key of a flow but its id, which is for people, is read somewhere', () => {
  const folder = fileURLToPath(new URL('../../src/', import.meta.url));
  const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n');
  const isRead = (key: string) =>
    new RegExp(`\\bflow\\??\\.${key}\\b|\\{[^{}]*\\b${key}\\b[^{}]*\\} =[^;]*\\bflow\\b`).test(source);
  expect(Object.keys(flowSchema.shape).filter((key) => !isRead(key))).toEqual(['id']);
});
