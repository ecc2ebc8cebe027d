import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recallName, rememberName } from '../../src/host/remembered.ts';
import { freshFolder } from './folder.ts';

const HERE = { cwd: '/docs', template: 'component' };

it('a name is remembered for its folder and template alone, until it is forgotten', () => {
  const folder = freshFolder();
  expect(recallName(HERE, folder)).toBe('');
  rememberName(HERE, 'export', folder);
  rememberName(HERE, 'export-service', folder);
  rememberName({ ...HERE, cwd: '/other' }, 'auth', folder);
  expect(recallName(HERE, folder)).toBe('export-service');
  expect(recallName({ ...HERE, template: 'photoncloud' }, folder)).toBe('');
  rememberName(HERE, ' ', folder);
  expect(recallName(HERE, folder)).toBe('');
  expect(readdirSync(folder)).toHaveLength(1);
});

it('nothing is remembered where nothing can be kept, and nothing damaged is offered', () => {
  const folder = freshFolder();
  rememberName(HERE, 'export', null);
  rememberName(HERE, 'export', join(folder, 'gone'));
  expect([recallName(HERE, null), recallName(HERE, join(folder, 'gone'))]).toEqual(['', '']);
  rememberName(HERE, 'export', folder);
  const [name = ''] = readdirSync(folder);
  for (const damaged of ['{', '{}', '{"cwd":"/docs","template":"component","name":7}', 'null']) {
    writeFileSync(join(folder, name), damaged);
    expect(recallName(HERE, folder)).toBe('');
  }
});
