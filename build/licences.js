import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The licences of all packages of which esbuild's metafile has an input, by name: one text for dist/LICENSES.txt.
 * Fails for a package that names no licence.
 */
export async function licences(metafile) {
  const folders = new Set();
  for (const path of Object.keys(metafile.inputs)) {
    const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
    if (folder) folders.add(folder);
  }
  const texts = await Promise.all([...folders].map(licence));
  const head = 'spec-wizard carries code of these packages, each under its own licence.\n';
  return [head, ...texts.sort()].join(`\n${'='.repeat(80)}\n\n`);
}

async function licence(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} ${version} names no licence`);
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file
    ? await readFile(join(folder, file), 'utf8')
    : `Published under ${license}, without a licence text.\n`;
  return `${name} ${version} (${license})\n\n${text.replace(/\r\n/g, '\n').trimEnd()}\n`;
}
