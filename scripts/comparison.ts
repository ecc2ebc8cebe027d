// Writes the table of README that compares checkers on untouched templates: npm run comparison
// It installs OpenSpec, MADR and markdownlint from npm and clones spec-kit and the KEPs, unless SPEC_KIT and
// ENHANCEMENTS name their git folders.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const OPENSPEC = '1.13.2';
const MADR = '4.0.0';
const MARKDOWNLINT = '0.24.1';
const NPM = [`@fission-ai/openspec@${OPENSPEC}`, `madr@${MADR}`, `markdownlint-cli2@${MARKDOWNLINT}`];
const PROGRAM = resolve('bin/spec-wizard.js');

/** A row: some templates, copied unchanged, and the verdict of their own checker. */
interface Subject {
  /** As a link. */
  name: string;
  version: string;
  templates: readonly string[];
  own: string;
}

const folder = mkdtempSync(join(tmpdir(), 'spec-wizard-comparison-'));
try {
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder, ...NPM], {
    stdio: 'ignore',
  });
  const subjects = [specKit(), openSpec(), madr(), kep()];
  const rows = subjects.map(({ name, templates, own }) => {
    const { percent, gaps } = bySpecWizard(templates);
    return `| ${name} | ${own} | ${byMarkdownlint(templates)} | ${percent} %, ${gaps} gaps |`;
  });
  const versions = subjects.map(({ name, version }) => `${/\[(.*?)\]/.exec(name)![1]} ${version}`);
  const table = [
    '| template | its own checker | linter | spec-wizard |',
    '|---|---|---|---|',
    ...rows,
    '',
    `Versions: ${versions.join(', ')}. The linter is`,
    `markdownlint-cli2 ${MARKDOWNLINT} with rule MD043, which asks for the headings of the template.`,
  ].join('\n');
  const readme = readFileSync('README.md', 'utf8');
  const marks = /(<!-- comparison -->\n)[\s\S]*?(\n<!-- \/comparison -->)/;
  if (!marks.test(readme)) throw new Error('README.md has no place for the comparison');
  writeFileSync(
    'README.md',
    readme.replace(marks, (_, start, end) => start + table + end),
  );
  console.log(table);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function specKit(): Subject {
  const { version, show } = repository('github/spec-kit', process.env.SPEC_KIT);
  const template = written('spec-kit/spec-template.md', show('templates/spec-template.md'));
  return {
    name: '[spec-kit](https://github.com/github/spec-kit)',
    version,
    templates: [template],
    own: 'none',
  };
}

/** A change from the four templates as they are. */
function openSpec(): Subject {
  const from = installed('@fission-ai/openspec/schemas/spec-driven/templates');
  const templates = readdirSync(from).map((name) => join(from, name));
  const cwd = join(folder, 'openspec');
  const change = join(cwd, 'openspec', 'changes', 'untouched');
  const env = { ...process.env, OPENSPEC_TELEMETRY: '0' };
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [installed('@fission-ai/openspec/bin/openspec.js'), ...args], {
      cwd,
      env,
      encoding: 'utf8',
    });
  mkdirSync(join(change, 'specs', 'untouched'), { recursive: true });
  run('init', '--tools', 'none', '.');
  run('new', 'change', 'untouched');
  for (const template of templates) {
    const name = template.endsWith('spec.md') ? 'specs/untouched/spec.md' : template.slice(from.length + 1);
    copyFileSync(template, join(change, name));
  }
  const { status } = run('validate', 'untouched');
  const strict = run('validate', 'untouched', '--strict');
  const reason = /SHALL or MUST/.test(strict.stdout + strict.stderr) ? ', for want of a “SHALL”' : '';
  const own = `${verdict(status)}${strict.status === status ? '' : `; \`--strict\` ${verdict(strict.status)}${reason}`}`;
  return { name: '[OpenSpec](https://github.com/Fission-AI/OpenSpec)', version: OPENSPEC, templates, own };
}

/** MADR checks its decisions with markdownlint and the settings beside its template. */
function madr(): Subject {
  const template = installed('madr/template/adr-template.md');
  const copy = written('madr/adr.md', readFileSync(template, 'utf8'));
  const own = markdownlint(copy, readFileSync(installed('madr/template/.markdownlint.yml'), 'utf8'), '.yaml');
  return { name: '[MADR](https://github.com/adr/madr)', version: MADR, templates: [template], own };
}

/** The checker of the KEPs reads their metadata; it is not run here. */
function kep(): Subject {
  const { version, show } = repository('kubernetes/enhancements', process.env.ENHANCEMENTS);
  const template = written('kep/README.md', show('keps/NNNN-kep-template/README.md'));
  return {
    name: '[KEP](https://github.com/kubernetes/enhancements)',
    version,
    templates: [template],
    own: 'reads only `kep.yaml`',
  };
}

/** Whether all headings of the template are there, by rule MD043. */
function byMarkdownlint(templates: readonly string[]): string {
  const verdicts = templates.map((template) => {
    const text = readFileSync(template, 'utf8');
    const headings = headingsOf(text);
    const copy = written(`markdownlint/${templates.indexOf(template)}.md`, text);
    return markdownlint(copy, JSON.stringify({ default: false, MD043: { headings } }), '.json');
  });
  return verdicts.every((one) => one === 'passes') ? 'passes' : 'fails';
}

/** The headings of a document in the form of the rule: `## Context`, without front matter and HTML. */
function headingsOf(text: string): string[] {
  const body = text.replace(/(?<![\s\S])---\r?\n[\s\S]*?^---$/m, '');
  const headings: string[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'heading') {
      const words = node.children
        .filter(({ type }) => type !== 'html')
        .map(({ position }) => body.slice(position!.start.offset, position!.end.offset));
      headings.push(`${'#'.repeat(node.depth)} ${words.join('').trim()}`);
    } else if ('children' in node) node.children.forEach(visit);
  };
  visit(unified().use(remarkParse).parse(body));
  return headings;
}

function markdownlint(path: string, config: string, ending: string): string {
  const configFile = join(dirname(path), `.markdownlint${ending}`);
  writeFileSync(configFile, config);
  const bin = installed('markdownlint-cli2/markdownlint-cli2-bin.mjs');
  const { status, stderr } = spawnSync(process.execPath, [bin, '--config', configFile, path], {
    cwd: dirname(path),
    encoding: 'utf8',
  });
  if (status !== 0 && status !== 1) throw new Error(`markdownlint: ${stderr}`);
  return verdict(status);
}

/** The verdict of spec-wizard: the completeness of all copies together in percent, and the number of gaps. */
function bySpecWizard(templates: readonly string[]): { percent: number; gaps: number } {
  let answered = 0;
  let required = 0;
  for (const [index, template] of templates.entries()) {
    const copy = written(`spec-wizard/${index}.md`, readFileSync(template, 'utf8'));
    const { stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'check', copy, '--template', template, '--json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const [spec] = JSON.parse(stdout || '{"specs":[]}').specs;
    if (!spec) throw new Error(stderr);
    answered += spec.completeness.answered;
    required += spec.completeness.required;
  }
  return { percent: Math.floor((100 * answered) / required), gaps: required - answered };
}

/** A repository on GitHub, cloned or already here: its version, and its files at the newest commit. */
function repository(name: string, here: string | undefined) {
  const gitFolder = here ?? join(folder, `${name.replace('/', '-')}.git`);
  if (here === undefined) git('clone', '--quiet', '--bare', '--depth', '1', `https://github.com/${name}`, gitFolder);
  const inside = (...args: string[]) => git('-C', gitFolder, ...args);
  const [commit, date] = inside('log', '-1', '--format=%h %cs').trim().split(' ');
  return {
    version: `${commit} (${date})`,
    show: (path: string) => inside('show', `HEAD:${path}`),
  };
}

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1 << 26 });
}

function written(path: string, text: string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return join(folder, path);
}

function installed(path: string): string {
  return join(folder, 'node_modules', path);
}

function verdict(status: number | null): string {
  return status === 0 ? 'passes' : 'fails';
}
