import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/cli.ts';
import { fakeIo } from './fake-io.ts';

test('an answer to a question called version is written, as every other', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'spec-wizard-test-'));
  const path = 'docs/specs/component/cmp-001-export.md';
  expect(await main(['new', 'component', 'export', '--blank'], fakeIo({ cwd }))).toBe(0);
  const io = fakeIo({ cwd, input: 'version: "1.4"\n' });
  expect(await main(['fill', path, '--answers', '-'], io)).toBe(0);
  expect(readFileSync(join(cwd, path), 'utf8')).toContain('**Version**: 1.4\n');
});
