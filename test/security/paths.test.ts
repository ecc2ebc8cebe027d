import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HostileRepository, PRIVATE, SECRET, TEMPLATE } from './hostile-repository.ts';

/** The settings that give a project's template the id of a built-in one, and its new specs a path. */
const naming = (path: string) =>
  `templates: {component: {file: evil.md}}\nnew: {component: {path: ${JSON.stringify(path)}}}\n`;

describe('new writes only Markdown, and only in the folders of the project', () => {
  test.each<[string, string, (repository: HostileRepository) => void]>([
    ['through a link to the home folder', 'docs/home/.bash_profile', (r) => r.link('docs/home', r.home)],
    ['through a link to the home folder, as Markdown', 'docs/home/{name}.md', (r) => r.link('docs/home', r.home)],
    [
      'through a link to a link',
      'docs/a/specs/{name}.md',
      (r) => {
        r.link('docs/a', '../b');
        r.link('b', '../home');
      },
    ],
    ['into the folder above', '../home/{name}.md', () => {}],
    ['into the folder of git', '.git/commondir', () => {}],
    ['into the folder of git, as Markdown', '.git/hooks/{name}.md', () => {}],
    ['into the folder of git, in capitals', '.GIT/{name}.md', () => {}],
    ['into the folder of git, through a link', 'docs/g/{name}.md', (r) => r.link('docs/g', '../.git')],
    ['as a workflow', '.github/workflows/{name}.yml', () => {}],
    ['into a hidden folder', '.vscode/{name}.md', () => {}],
    ['as a hidden file', 'docs/.{name}.md', () => {}],
    ['as anything but Markdown', 'docs/{name}.sh', () => {}],
    ['as a makefile', 'Makefile', () => {}],
  ])('not %s', async (_name, path, prepare) => {
    const repository = new HostileRepository();
    repository.write('evil.md', 'echo owned > owned # [name]\n');
    repository.write('spec-wizard.yaml', naming(path));
    prepare(repository);
    const inside = repository.git('status', '--porcelain', '-uall');
    const inGit = readdirSync(join(repository.folder, '.git'), { recursive: true });
    const { code, stderr } = await repository.run(['new', 'component', 'export-service', '--blank']);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(/^spec-wizard: .+/) });
    expect(readdirSync(repository.home).filter((name) => !/^\.(?:cache|local)$/.test(name))).toEqual([]);
    expect(repository.git('status', '--porcelain', '-uall')).toBe(inside);
    expect(readdirSync(join(repository.folder, '.git'), { recursive: true })).toEqual(inGit);
  });

  test('where the settings say, else', async () => {
    const repository = new HostileRepository();
    repository.write('evil.md', TEMPLATE);
    repository.write('spec-wizard.yaml', naming('docs/specs/{name}.md'));
    repository.link('docs/specs', '../elsewhere');
    repository.write('elsewhere/readme.md', '');
    expect(await repository.run(['new', 'component', 'export', '--blank'])).toMatchObject({ code: 0 });
    expect(repository.has('elsewhere/export.md')).toBe(true);
  });

  test('where the person says, even outside', async () => {
    const repository = new HostileRepository();
    const path = join(repository.home, '.notes', 'export.md');
    expect(await repository.run(['new', 'component', path, '--blank'])).toMatchObject({ code: 0 });
    expect(existsSync(path)).toBe(true);
  });
});

describe('a file of the person’s outside of the project is not read because', () => {
  const spec = (template: string) => `# Title\n\n## Context\n\nText.\n\n<!-- spec-wizard: template=${template} -->\n`;
  test.each<[string, (repository: HostileRepository) => void]>([
    ['a mark names it', (r) => r.write('docs/a.md', spec(join(r.home, 'private.md')))],
    ['a mark names it from where the spec is', (r) => r.write('docs/a.md', spec('../../home/private.md'))],
    [
      'a mark names a link to it',
      (r) => {
        r.link('template.md', '../home/private.md');
        r.write('docs/a.md', spec('../template.md'));
      },
    ],
    [
      'a mark names it through a linked folder',
      (r) => {
        r.link('templates', r.home);
        r.write('docs/a.md', spec('../templates/private.md'));
      },
    ],
    [
      'the settings name it as a template',
      (r) => {
        r.write(
          'spec-wizard.yaml',
          'templates: {own: {file: ../home/private.md}}\nuse: [{files: docs, template: own}]\n',
        );
        r.write('docs/a.md', '# Title\n\n## Context\n\nText.\n');
      },
    ],
    [
      'the settings name a link to it as a template',
      (r) => {
        r.link('own.md', join(r.home, 'private.md'));
        r.write('spec-wizard.yaml', 'templates: {own: {file: own.md}}\nuse: [{files: docs, template: own}]\n');
        r.write('docs/a.md', '# Title\n\n## Context\n\nText.\n');
      },
    ],
    [
      'the settings use it',
      (r) => {
        r.write('spec-wizard.yaml', `use: [{files: docs, template: ${join(r.home, 'private.md')}}]\n`);
        r.write('docs/a.md', '# Title\n\n## Context\n\nText.\n');
      },
    ],
    ['the settings name it as a spec', (r) => r.write('spec-wizard.yaml', 'specs: ../home/private.md\n')],
    ['the settings have a pattern for it', (r) => r.write('spec-wizard.yaml', 'specs: ../home/**/*.md\n')],
    [
      'the settings have a pattern with braces for it',
      (r) => r.write('spec-wizard.yaml', 'specs: "{..,.}/home/*.md"\n'),
    ],
    [
      'a pattern goes through a linked folder',
      (r) => {
        r.write('spec-wizard.yaml', 'specs: docs/**/*.md\n');
        r.link('docs/more', r.home);
      },
    ],
    ['a spec in the repository is a link to it', (r) => r.link('docs/a.md', join(r.home, 'private.md'))],
    [
      'the settings name a link to it as a spec',
      (r) => {
        r.link('docs/a.md', join(r.home, 'private.md'));
        r.write('spec-wizard.yaml', 'specs: docs/a.md\n');
      },
    ],
    [
      'the settings themselves are a link to it',
      (r) => {
        writeFileSync(join(r.home, 'keys.yaml'), `${SECRET}: 1\n`);
        r.link('spec-wizard.yaml', join(r.home, 'keys.yaml'));
      },
    ],
    [
      'a flow is a link to it',
      (r) => {
        writeFileSync(join(r.home, 'keys.yaml'), `${SECRET}: 1\n`);
        r.link('flow.yaml', join(r.home, 'keys.yaml'));
        r.write('own.md', TEMPLATE);
        r.write(
          'spec-wizard.yaml',
          'templates: {own: {file: own.md, flow: flow.yaml}}\nuse: [{files: docs, template: own}]\n',
        );
        r.write('docs/a.md', '# Title\n\n## Context\n\nText.\n');
      },
    ],
    [
      'the settings name it as a flow',
      (r) => {
        writeFileSync(join(r.home, 'keys.yaml'), `${SECRET}: 1\n`);
        r.write('own.md', TEMPLATE);
        r.write(
          'spec-wizard.yaml',
          'templates: {own: {file: own.md, flow: ../home/keys.yaml}}\nuse: [{files: docs, template: own}]\n',
        );
        r.write('docs/a.md', '# Title\n\n## Context\n\nText.\n');
      },
    ],
    [
      'a baseline of the settings is a link to it',
      (r) => {
        writeFileSync(join(r.home, 'gaps.json'), JSON.stringify({ version: 1, gaps: { [SECRET]: ['a'] } }));
        r.link('gaps.json', join(r.home, 'gaps.json'));
        r.write('spec-wizard.yaml', 'gates: {baseline: gaps.json}\n');
        r.write('docs/a.md', spec('component'));
      },
    ],
    [
      'git keeps it',
      (r) => {
        writeFileSync(join(r.folder, '.git/private.md'), PRIVATE);
        r.write('docs/a.md', spec('../.git/private.md'));
      },
    ],
    [
      'it is hidden and no Markdown',
      (r) => {
        r.write('.env', PRIVATE);
        r.write('docs/a.md', spec('../.env'));
      },
    ],
  ])('%s', async (_name, prepare) => {
    const repository = new HostileRepository();
    writeFileSync(join(repository.home, 'private.md'), PRIVATE);
    prepare(repository);
    for (const args of [
      ['check'],
      ['check', '--json'],
      ['check', 'docs'],
      ['check', '--format', 'github'],
      ['templates', '--json'],
      ...(repository.has('docs/a.md') && !/a spec|as a spec/.test(_name)
        ? [
            ['questions', 'docs/a.md', '--all'],
            ['preview', 'docs/a.md', '--gaps', '--no-pager'],
            ['related', 'docs/a.md'],
          ]
        : []),
    ]) {
      const { killed, stdout, stderr } = await repository.run(args);
      expect({ args, killed }).toEqual({ args, killed: false });
      expect(stdout + stderr).not.toMatch(/Swordfish/);
    }
  });

  test('but is where the person names it', async () => {
    const repository = new HostileRepository();
    writeFileSync(join(repository.home, 'private.md'), PRIVATE);
    repository.write('docs/a.md', '# Title\n');
    const { stdout } = await repository.run(['check', 'docs/a.md', '--template', '../home/private.md']);
    expect(stdout).toMatch(/Swordfish/);
  });

  test('templates within the project are read by marks, hidden folders and links among them', async () => {
    const repository = new HostileRepository();
    repository.write('.specs/templates/own.md', TEMPLATE);
    repository.link('own.md', '.specs/templates/own.md');
    for (const path of ['../.specs/templates/own.md', '../own.md']) {
      repository.write('docs/a.md', `# Title\n\n<!-- spec-wizard: template=${path} -->\n`);
      expect((await repository.run(['check'])).stdout).toMatch(/Context/);
    }
  });
});

describe('a baseline that settings name is written', () => {
  const settings = (path: string) => `gates: {baseline: ${JSON.stringify(path)}}\n`;
  test.each<[string, string, (repository: HostileRepository) => void]>([
    ['outside of the project', '../home/gaps.json', () => {}],
    ['through a linked folder', 'out/gaps.json', (r) => r.link('out', r.home)],
    ['into the folder of git', '.git/gaps.json', () => {}],
    ['into a hidden folder', '.vscode/settings.json', () => {}],
    ['through a link to a file that is not there', 'gaps.json', (r) => r.link('gaps.json', '../home/gaps.json')],
  ])('not %s', async (_name, path, prepare) => {
    const repository = new HostileRepository();
    repository.write('spec-wizard.yaml', settings(path));
    repository.write('docs/a.md', '# Title\n\n<!-- spec-wizard: template=component -->\n');
    prepare(repository);
    const { code, stderr } = await repository.run(['check', '--update-baseline']);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(/spec-wizard: .+/) });
    expect(existsSync(join(repository.home, 'gaps.json'))).toBe(false);
    expect(repository.has('.git/gaps.json') || repository.has('.vscode')).toBe(false);
  });

  test('within the project, else', async () => {
    const repository = new HostileRepository();
    repository.write('spec-wizard.yaml', settings('docs/gaps.json'));
    repository.write('docs/a.md', '# Title\n\n<!-- spec-wizard: template=component -->\n');
    expect(await repository.run(['check', '--update-baseline'])).toMatchObject({ code: 0 });
    expect(repository.has('docs/gaps.json')).toBe(true);
  });
});

test('a report goes through no link that the repository has laid in its way', async () => {
  const repository = new HostileRepository();
  repository.write('docs/a.md', '# Title\n');
  const victim = join(repository.home, 'victim');
  writeFileSync(victim, 'mine');
  // The name of the temporary file could once be guessed from the number of the process.
  for (let pid = process.pid; pid < process.pid + 2000; pid++) {
    symlinkSync(victim, join(repository.folder, `r.json.${pid}.tmp`));
    symlinkSync(victim, join(repository.folder, `gaps.json.${pid}.tmp`));
  }
  repository.link('r.json', victim);
  expect(
    await repository.run(['check', '--format', 'json=r.json', '--baseline', 'gaps.json', '--update-baseline']),
  ).toMatchObject({
    code: 0,
  });
  expect(repository.read('r.json')).toMatch(/"version": 1/);
  expect(readdirSync(repository.home).filter((name) => !name.startsWith('.'))).toEqual(['victim']);
  expect((await import('node:fs')).readFileSync(victim, 'utf8')).toBe('mine');
});
