import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { HostileRepository } from './hostile-repository.ts';

const MARK = '<!-- spec-wizard: template=component -->\n';
const EVIL = '\x9b31mRED \x9d0;title\x9c \u202erlo \x7f\x85\u2028 \u{e0041}';

describe('the form of questions', () => {
  test('holds nothing that a terminal acts on, and reads back as what it was', async () => {
    const repository = new HostileRepository();
    repository.write(
      'e.md',
      `# Technical Specification: A${EVIL}\n\n## Document Info\n\n- Author: x ${EVIL}\n\n<!-- spec-wizard: template=technical-spec -->\n`,
    );
    const { stdout } = await repository.run(['questions', 'e.md', '--all']);
    expect(stdout).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u);
    const form = parse(stdout) as Record<string, string>;
    expect(form.component).toContain('\x9b31mRED');
    expect(form.component).toContain('\u202erlo');
  });
});

/** Lines that GitHub's runner takes for commands: `::name` behind blanks, `##[name` anywhere in another line. */
function commandsIn(output: string): string[] {
  return output
    .split(/\r\n|\n|\r/)
    .filter((line) => /^\s*::(?!(?:error|warning|notice) )/.test(line) || (!/^\s*::/.test(line) && /##\[/.test(line)));
}

describe('what goes to a log of GitHub holds no command but our own', () => {
  const NAMES = [
    '##[stop-commands]t.md',
    '::add-mask::x.md',
    'docs/::stop-commands::y.md',
    'a\n::add-mask::b.md',
    'a\n##[group]c.md',
    '%0A::debug::d.md',
    'a,title=b::c.md',
    'a:b.md',
  ];

  test.each(['github', 'pretty', 'lines', 'json', 'sarif', 'junit', 'markdown'])('in the format %s', async (format) => {
    const repository = new HostileRepository();
    for (const [index, name] of NAMES.entries()) {
      repository.write(name, `# ::debug::x\n\n## ##[group]y\n\n${MARK}`);
      repository.write(name.replace('.md', `${index}.md`), 'NUL\0');
    }
    repository.write('own.md', '# [::warning::name]\n\n## ::debug::Part\n\n- ##[group]label: [value]\n');
    repository.write('use.md', '# Title\n\n<!-- spec-wizard: template=own.md -->\n');
    repository.write('bad.md', '# Title\n\n<!-- spec-wizard: template=##[group]x -->\n');
    const { stdout, stderr } = await repository.run(['check', '--format', format], {
      env: { GITHUB_ACTIONS: 'true' },
    });
    expect(stdout.length).toBeGreaterThan(100);
    expect(commandsIn(stdout)).toEqual([]);
    expect(commandsIn(stderr)).toEqual([]);
    if (format === 'pretty') expect(stdout.split('\n').filter((line) => /^[^ ]/.test(line))).toEqual([]);
    if (format === 'json' || format === 'sarif') expect(stdout).not.toMatch(/##\[/);
  });
});

describe('a file’s name in Markdown', () => {
  test.each([
    'a``<img src=x>b.md',
    'a`` [x](http:b) ``.md',
    'a```@team```.md',
    '``@team.md',
    'a|b.md',
    '<!--c.md',
    '@team.md',
    '`.md',
    '&lt;img&gt;.md',
    '</code><img>.md'.replace('/', ''),
  ])('is text alone: %s', async (name) => {
    const repository = new HostileRepository();
    repository.write(name, `# T\n\n## Purpose\n\n${MARK}`);
    const { stdout } = await repository.run(['check', '--format', 'markdown']);
    const tree = unified().use(remarkParse).use(remarkGfm).parse(stdout);
    const found: string[] = [];
    (function walk(node: { type: string; value?: string; children?: unknown[] }) {
      if (/^(?:link|image|imageReference|linkReference|footnoteReference)$/.test(node.type)) found.push(node.type);
      if (node.type === 'html' && !/^<\/?(?:details|summary|code)>/.test(node.value!)) found.push(node.value!);
      if (node.type === 'text' && /(?:^|\W)@team/.test(node.value!) && !stdout.includes('&#64;team'))
        found.push(node.value!);
      for (const child of node.children ?? []) walk(child as Parameters<typeof walk>[0]);
    })(tree as never);
    expect(found).toEqual([]);
    // GitHub would tell the team of it.
    expect(stdout.replace(/`[^`\n]*`/g, '')).not.toMatch(/(?:^|[^\w`])@team/m);
    const row = stdout.split('\n').find((line) => /^\| .*component/.test(line))!;
    expect(row.replace(/\\\|/g, '').split('|')).toHaveLength(8);
  });
});

describe('a file’s name in SARIF', () => {
  test.skipIf(process.platform === 'win32').each(['a\\b.md', 'c:d.md', 'e%f.md', 'g h.md', 'i#j?.md'])(
    '%s leads back to the file',
    async (name) => {
      const repository = new HostileRepository();
      repository.write(name, `# T\n\n## Purpose\n\n${MARK}`);
      const { stdout } = await repository.run(['check', '--format', 'sarif']);
      const [run] = (
        JSON.parse(stdout) as {
          runs: [{ results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }];
        }
      ).runs;
      const uri = run.results[0]!.locations[0]!.physicalLocation.artifactLocation.uri;
      expect(decodeURIComponent(new URL(uri, 'file:///base/').pathname)).toBe(`/base/${name}`);
    },
  );
});

describe('a file whose name is not UTF-8', () => {
  test.skipIf(process.platform !== 'linux')('is told of as that', async () => {
    const repository = new HostileRepository();
    execFileSync('sh', ['-c', `printf '# T\\n' > "$(printf 'caf\\351.md')"`], { cwd: repository.folder });
    const { code, stderr } = await repository.run(['check']);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(/not valid UTF-8/) });
    writeFileSync(join(repository.folder, 'b.md'), `# T\n\n${MARK}`);
    rmSync(join(repository.folder, 'own.md'), { force: true });
    expect((await repository.run(['check'])).stdout).toMatch(/b\.md/);
  });
});
