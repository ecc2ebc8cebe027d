import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readTemplate } from '../../src/template/read-template.ts';
import type { Template } from '../../src/template/template.ts';
import { decodeSource } from '../../src/text/source.ts';

/** Where real documents stand beside some checkouts. */
export const CORPUS = resolve('../shared/corpus');

/** A real document with the template it was made from. */
export interface CorpusDocument {
  repo: string;
  /** Its path in its repository. */
  path: string;
  text: string;
  template: Template;
}

/** Whether the corpus stands beside this checkout. */
export const hasCorpus = existsSync(join(CORPUS, 'manifest.tsv'));

/** Every document of the corpus with its own template, read without a flow; none where the corpus is absent. */
export function corpusDocuments(): CorpusDocument[] {
  if (!hasCorpus) return [];
  const templates = new Map<string, Template>();
  return rows()
    .filter(({ template }) => template !== '(template)')
    .map(({ repo, path, template: templatePath }) => {
      const key = `${repo} ${templatePath}`;
      const known = templates.get(key) ?? readTemplate(read(repo, 'templates', templatePath), { id: templatePath });
      templates.set(key, known);
      return { repo, path, text: read(repo, 'docs', path), template: known };
    });
}

/** Every template of the corpus, as its text. */
export function corpusTemplates(): { repo: string; path: string; text: string }[] {
  if (!hasCorpus) return [];
  return rows()
    .filter(({ template }) => template === '(template)')
    .map(({ repo, path }) => ({ repo, path, text: read(repo, 'templates', path) }));
}

function rows(): { repo: string; path: string; template: string }[] {
  const [, ...lines] = readFileSync(join(CORPUS, 'manifest.tsv'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [repo = '', , path = '', , , template = ''] = line.split('\t');
    return { repo, path, template };
  });
}

function read(repo: string, folder: string, path: string): string {
  return decodeSource(readFileSync(join(CORPUS, repo.replace('/', '+'), folder, path))).text;
}
