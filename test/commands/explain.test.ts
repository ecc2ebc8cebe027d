import { expect, test } from 'vitest';
import { main } from '../../src/cli.ts';
import type { RuleInfo } from '../../src/project/rules/rules.ts';
import { fakeIo } from '../cli/fake-io.ts';
import { temporaryFolder } from '../terminal/program.ts';

async function run(...argv: string[]) {
  const io = fakeIo({ cwd: temporaryFolder() });
  const code = await main(argv, io);
  return { code, out: io.out(), err: io.err() };
}

test('rules lists every rule with its severity, and explain knows each of them', async () => {
  const { rules } = JSON.parse((await run('rules', '--json')).out) as { rules: RuleInfo[] };
  const { out } = await run('rules');
  for (const { id } of rules) expect(out).toContain(` ${id} `);
  // Each explanation reads all flows: a run asks for every fifth rule, the soak for all.
  for (const { id, kind, fix, meaning } of rules.filter((_, at) => process.env.SOAK || at % 5 === 0)) {
    const page = await run('explain', id);
    expect(page.code, id).toBe(0);
    const flat = page.out.replace(/\s+/g, ' ');
    expect(flat).toContain(meaning);
    if (kind !== 'resolved') expect(flat).toContain(fix);
  }
});

test('explain shows an example and what check says of it', async () => {
  const { out } = await run('explain', 'open-choice');
  expect(out).toContain('   │ **Status**: Draft | Review\n');
  expect(out.replace(/\s+/g, ' ')).toContain('Spec › Status: still offers the choice “Draft | Review”');
});

test('advice of a flow is explained, with what switches it off', async () => {
  const { out } = await run('explain', 'no-interfaces');
  expect(out.replace(/\s+/g, ' ')).toContain('from the flow of component');
  expect(out).toContain('rules: { no-interfaces: off }');
});

test('a rule that is not there is named with the nearest', async () => {
  expect(await run('explain', 'brocken-link')).toEqual({
    code: 2,
    out: '',
    err: 'spec-wizard: there is no rule “brocken-link”; did you mean broken-link?\n  All of them: spec-wizard rules\n',
  });
});
