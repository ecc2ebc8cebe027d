import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The text of dist/LICENSES.txt: the licence of every package that esbuild's metafile has an input from, sorted by
 * name. Packages with the same text share it. Fails when a package names no licence.
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
  /** @type {Map<string, string[]>} */
  const byText = new Map();
  for (const { name, text } of (await Promise.all([...folders].map(licence))).sort(byName))
    byText.set(text, [...(byText.get(text) ?? []), name]);
  const head = 'spec-wizard contains code of these packages, each under its own licence.\n';
  const parts = Array.from(byText, ([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  return [head, ...parts].join(`\n${'='.repeat(80)}\n\n`);
}

/**
 * @param {{ name: string }} one
 * @param {{ name: string }} other
 */
function byName(one, other) {
  return one.name < other.name ? -1 : Number(one.name > other.name);
}

/** @param {string} folder */
async function licence(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} ${version} names no licence`);
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file
    ? await readFile(join(folder, file), 'utf8')
    : `Published under ${license}, without a licence text.\n`;
  return { name: `${name} ${version} (${license})`, text: text.replace(/\r\n/g, '\n').trim() };
}
