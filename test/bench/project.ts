// Makes a project to check: every document of the corpus with its own template, or generated specs where it is absent.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { stringify } from 'yaml';

const corpus = resolve('../shared/corpus');
const BUILT_IN = ['component', 'technical-spec', 'photoncloud', 'dynamo-component'];

/** The folder of the project, with `docs/` and, for the corpus, settings that name each document's template. */
export function makeProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'spec-wizard-bench-'));
  return existsSync(join(corpus, 'manifest.tsv')) ? fromCorpus(folder) : generated(folder, 1000);
}

function fromCorpus(folder: string): string {
  const [, ...lines] = readFileSync(join(corpus, 'manifest.tsv'), 'utf8').trimEnd().split('\n');
  const templates: Record<string, { file: string }> = {};
  for (const line of lines) {
    const [repository = '', , path = '', , , template = ''] = line.split('\t');
    if (template === '(template)') continue;
    const place = repository.replace('/', '+');
    const id = `${place}/${template}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    copy(join(corpus, place, 'docs', path), join(folder, 'docs', id, path));
    copy(join(corpus, place, 'templates', template), join(folder, 'templates', `${id}.md`));
    templates[id] = { file: `templates/${id}.md` };
  }
  const use = Object.keys(templates).map((id) => ({ template: id, files: `docs/${id}/**` }));
  writeFileSync(join(folder, 'spec-wizard.yaml'), stringify({ specs: 'docs', templates, use }));
  return folder;
}

/** Writes specs of the built-in templates, no two alike, into `docs/` in folders of a hundred. Returns `folder`. */
export function generated(folder: string, number: number): string {
  const templates = BUILT_IN.map((id) => readFileSync(`templates/${id}.md`, 'utf8'));
  for (let index = 0; index < number; index++) {
    const which = index % BUILT_IN.length;
    let left = index % 40;
    const text = templates[which]!.replace(/\{[^{}\n]+\}|\[[^[\]\n]+\](?!\()/g, (token) =>
      left-- > 0 ? `what ${index} says` : token,
    );
    const path = join(folder, 'docs', String(Math.floor(index / 100)), `spec-${index}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${text}\n<!-- spec-wizard: template=${BUILT_IN[which]} -->\n`);
  }
  return folder;
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
