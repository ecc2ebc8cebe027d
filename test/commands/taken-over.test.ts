import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { readDrafts } from '../../src/host/drafts.ts';
import { Catalogue } from '../../src/project/catalogue.ts';
import { Project } from '../../src/project/project.ts';
import { EffectRunner } from '../../src/session/effect-runner.ts';
import { firstState, wizardMachine } from '../../src/wizard/update.ts';
import { fakeIo } from '../cli/fake-io.ts';
import { freshFolder } from '../host/folder.ts';

const TEXT = '# T\n\n## Why\n\n[why]\n';

/** A wizard with a spec open, and another process that takes it over. */
function session() {
  const [cwd, home] = [freshFolder(), freshFolder()];
  vi.stubEnv('XDG_STATE_HOME', home);
  writeFileSync(join(cwd, 'template.md'), TEXT);
  writeFileSync(join(cwd, 'spec.md'), TEXT);
  const machine = wizardMachine(firstState({ columns: 100, rows: 30 }, { today: '2025-03-14' }, []));
  const runner = new EffectRunner(machine, new Catalogue(new Project(cwd)), fakeIo({ cwd }));
  onTestFinished(() => {
    runner.close();
    vi.unstubAllEnvs();
  });
  runner.open('spec.md', './template.md');
  const locks = join(home, 'spec-wizard', 'locks');
  return {
    machine,
    spec: join(cwd, 'spec.md'),
    type: (text: string) => machine.dispatch({ type: 'press', press: { kind: 'text', text } }),
    press: (chord: string) => machine.dispatch({ type: 'press', press: { kind: 'chord', chord } }),
    takeOver() {
      const [own = ''] = readdirSync(locks);
      rmSync(join(locks, own));
      const other = { pid: process.ppid, started: '', host: hostname(), since: Date.now() };
      writeFileSync(join(locks, own.replace(/-.*/, '-other.json')), JSON.stringify(other));
    },
  };
}

it('a wizard learns by itself that another one took its spec over, and keeps what is being typed', async () => {
  const { machine, spec, type, takeOver } = session();
  type('Because');
  takeOver();
  expect(machine.current().walk?.writer).toBe(null);
  await vi.waitFor(() => expect(machine.current().walk?.writer).toContain(`process ${process.ppid}`), 60_000);
  expect(machine.current().overlay).toMatchObject({ kind: 'choose', about: { what: 'writer' } });
  expect(readDrafts(spec)).toMatchObject([{ value: 'Because' }]);
  expect(readFileSync(spec, 'utf8')).toBe(TEXT);
});

it('a save that comes before it knows writes nothing, and keeps the whole text as a draft', () => {
  const { machine, spec, type, press, takeOver } = session();
  type('Because.');
  takeOver();
  press('ctrl+s');
  expect(machine.current().walk).toMatchObject({
    save: 'failed',
    writer: expect.stringContaining(`${process.ppid}`),
  });
  expect(readFileSync(spec, 'utf8')).toBe(TEXT);
  const whole = readDrafts(spec).find(({ slotId }) => slotId === null);
  expect(whole).toMatchObject({ value: { text: expect.stringContaining('Because.') } });
});
