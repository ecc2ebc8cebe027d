import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The text of dist/LICENSES.txt: the licence of every package that esbuild's metafile has an input from, sorted by
 * name. Fails when a package names no licence.
 *
 * @param {import('esbuild').Metafile} metafile
 */
export async function licences(metafile) {
  /** @type {Set<string>} */
  const folders = new Set();
  for (const path of Object.keys(metafile.inputs)) {
    const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
    if (folder) folders.add(folder);
  }
  const texts = await Promise.all([...folders].map(licence));
  const head = 'spec-wizard contains code of these packages, each under its own licence.\n';
  return [head, ...texts.sort()].join(`\n${'='.repeat(80)}\n\n`);
}

/** @param {string} folder */
async function licence(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} ${version} names no licence`);
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file
    ? await readFile(join(folder, file), 'utf8')
    : `Published under ${license}, without a licence text.\n`;
  return `${name} ${version} (${license})\n\n${text.replace(/\r\n/g, '\n').trimEnd()}\n`;
}
