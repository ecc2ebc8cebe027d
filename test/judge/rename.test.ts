import { describe, expect, test } from 'vitest';
import { writtenForms } from '../../src/interview/answer/names.ts';
import { candidateFor } from '../../src/interview/answer.ts';
import { blankSpec } from '../../src/interview/form.ts';
import { readSpec } from '../../src/judge/read.ts';
import { Catalogue } from '../../src/project/catalogue.ts';
import { Project } from '../../src/project/project.ts';
import { readTemplate } from '../../src/template/read-template.ts';

const TEMPLATE = `# {Tool Name}

{what {tool} is}

## Setting up {Tool Name}

\`\`\`sh
export {TOOL}_HOST=localhost
run --name {tool} --image registry/{tool}:1 # {tool}
\`\`\`

## Why

[why]
`;
const template = readTemplate(TEMPLATE, { id: 'tool' });
const id = template.variables[0]!.slot.id;

function renamed(text: string, name: string): string {
  const reading = readSpec(text, template);
  return candidateFor(reading, id, { kind: 'value', value: name }).text;
}

const SPEC = `# 1. KV Router

It routes; kv-router is short for it.

## Setting up KV Router

\`\`\`sh
export KV_ROUTER_HOST=10.0.0.1
run --name kv-router --image mine/kv-router:7 --fast
\`\`\`

## Why

Because kv-router, the KV Router and KV_ROUTER_HOST belong together.

## Mine

KV Router and kv-router.
`;

describe('another name', () => {
  test('comes in each form wherever the template has it, and nowhere else', () => {
    expect(renamed(SPEC, 'Block Cache')).toBe(
      SPEC.replace('# 1. KV Router', '# 1. Block Cache')
        .replace('It routes; kv-router', 'It routes; block-cache')
        .replace('Setting up KV Router', 'Setting up Block Cache')
        .replace('export KV_ROUTER_HOST', 'export BLOCK_CACHE_HOST')
        .replace('--name kv-router --image mine/kv-router', '--name block-cache --image mine/block-cache'),
    );
  });

  test('and back restores the text', () => {
    expect(renamed(renamed(SPEC, 'Block Cache'), 'KV Router')).toBe(SPEC);
  });

  test('is shown before, each form once', () => {
    expect(writtenForms(readSpec(SPEC, template), id, 'Block Cache')).toEqual([
      { token: 'KV Router', text: 'Block Cache', places: 2 },
      { token: 'kv-router', text: 'block-cache', places: 3 },
      { token: 'KV_ROUTER', text: 'BLOCK_CACHE', places: 1 },
    ]);
  });

  test('that is the same changes nothing; a number before it does not count', () => {
    expect(renamed(SPEC, 'KV Router')).toBe(SPEC);
    expect(renamed(SPEC, '1. KV Router')).toBe(SPEC);
    expect(renamed(SPEC, '1. Block Cache')).toBe(renamed(SPEC, 'Block Cache'));
  });

  test.each(['component', 'dynamo-component', 'technical-spec', 'photoncloud'])('goes through all of %s', (name) => {
    const whole = new Catalogue(new Project(process.cwd())).get(name);
    for (const { slot } of whole.variables) {
      const fill = (text: string, value: string) =>
        candidateFor(readSpec(text, whole), slot.id, { kind: 'value', value }).text;
      const first = fill(blankSpec(whole), 'Block Cache');
      const second = fill(first, 'KV Router');
      expect(second).toBe(fill(blankSpec(whole), 'KV Router'));
    }
  });
});
