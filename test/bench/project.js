// Makes a project to check: every document of the corpus with its own template, or generated specs where it is absent.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { stringify } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const corpus = resolve(root, '../shared/corpus');
const BUILT_IN = ['component', 'technical-spec', 'photoncloud', 'dynamo-component'];

/** The folder of the project, with `docs/` and, for the corpus, settings that name each document's template. */
export function makeProject() {
  const folder = mkdtempSync(join(tmpdir(), 'spec-wizard-bench-'));
  return existsSync(join(corpus, 'manifest.tsv')) ? fromCorpus(folder) : generated(folder, 1000);
}

function fromCorpus(folder) {
  const [, ...lines] = readFileSync(join(corpus, 'manifest.tsv'), 'utf8').trimEnd().split('\n');
  const templates = {};
  for (const line of lines) {
    const [repository, , path, , , template] = line.split('\t');
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

/** So many specs of the built-in templates, none like another, in folders of a hundred. */
export function generated(folder, number) {
  const templates = BUILT_IN.map((id) => readFileSync(join(root, 'templates', `${id}.md`), 'utf8'));
  for (let index = 0; index < number; index++) {
    const which = index % BUILT_IN.length;
    let left = index % 40;
    const text = templates[which].replace(/\{[^{}\n]+\}|\[[^[\]\n]+\](?!\()/g, (token) =>
      left-- > 0 ? `what ${index} says` : token,
    );
    const path = join(folder, 'docs', String(Math.floor(index / 100)), `spec-${index}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${text}\n<!-- spec-wizard: template=${BUILT_IN[which]} -->\n`);
  }
  return folder;
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
