import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** README and the pages of docs/, as paths from the root of the repository. */
export const DOCUMENTS: readonly string[] = [
  'README.md',
  ...readdirSync(`${root}docs`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Other papers with links. */
export const PAPERS: readonly string[] = [
  ...DOCUMENTS,
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CODE_OF_CONDUCT.md',
  'CHANGELOG.md',
];

/** Whether documents are brought up to date instead of compared (`npm run docs`). */
export const UPDATE = process.env.UPDATE_DOCS === '1';

export function readPaper(path: string): string {
  return readFileSync(root + path, 'utf8');
}

export function writePaper(path: string, text: string): void {
  writeFileSync(root + path, text);
}

export const fromRoot = (path: string): string => root + path;
