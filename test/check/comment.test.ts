import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { main } from '../../src/cli.ts';
import { MARKER } from '../../src/project/comment/comment-text.ts';
import { fakeIo } from '../cli/fake-io.ts';
import { DECISION, decision, Repository } from './repository.ts';

interface Comment {
  id: number;
  body: string;
  user: { login: string; type: string };
}

/** What the API of GitHub does with comments, as documented; `mayWrite` as for pull requests from forks. */
class FakeGitHub {
  readonly comments: Comment[] = [];
  readonly calls: string[] = [];
  mayWrite = true;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const { status, body } = this.#answer(request.method!, request.url!, text ? JSON.parse(text).body : '');
        this.calls.push(`${request.method} ${request.url!.replace(/\?.*/, '')} ${status}`);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
  }

  #answer(method: string, url: string, text: string): { status: number; body: unknown } {
    if (url === '/user') return { status: 403, body: { message: 'Resource not accessible by integration' } };
    const page = Number(/[?&]page=(\d+)/.exec(url)?.[1] ?? 1);
    if (method === 'GET') return { status: 200, body: this.comments.slice((page - 1) * 100, page * 100) };
    if (!this.mayWrite) return { status: 403, body: { message: 'Resource not accessible by integration' } };
    if (Buffer.byteLength(text) > 65_536) return { status: 422, body: { message: 'body is too long' } };
    const id = Number(/comments\/(\d+)$/.exec(url)?.[1] ?? 0);
    if (method === 'PATCH') this.comments.find((one) => one.id === id)!.body = text;
    else
      this.comments.push({
        id: this.comments.length + 1,
        body: text,
        user: { login: 'github-actions[bot]', type: 'Bot' },
      });
    return { status: method === 'POST' ? 201 : 200, body: {} };
  }
}

let github: FakeGitHub;
let env: Record<string, string>;

beforeEach(async () => {
  github = new FakeGitHub();
  const api = await github.start();
  env = {
    GITHUB_API_URL: api,
    GITHUB_REPOSITORY: 'team/specs',
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_TOKEN: 't',
  };
});
afterEach(() => github.stop());

/** A repository in which a change fills one gap and adds another, and the reports before and after it. */
async function changed(): Promise<Repository> {
  const repository = new Repository();
  repository.write('template.md', DECISION);
  repository.write('one.md', decision({ context: 'TBD' }));
  const report = (name: string) =>
    repository.run(['check', 'one.md', '--template', './template.md', '--format', `json=${name}`]);
  await report('base.json');
  repository.write('one.md', decision({ outcome: '' }));
  await report('now.json');
  return repository;
}

async function comment(repository: Repository, args: string[], more: Record<string, string> = {}) {
  const io = fakeIo({ cwd: repository.folder, env: { ...env, ...more } });
  const code = await main(['comment', 'now.json', ...args], io);
  return { code, out: io.out(), err: io.err() };
}

test('a pull request gets one comment with meters and what the change adds and fills, edited in place', async () => {
  const repository = await changed();
  github.comments.push({ id: 1, body: `${MARKER}\nnot ours`, user: { login: 'somebody', type: 'User' } });
  expect(await comment(repository, ['--base', 'base.json'])).toMatchObject({
    code: 0,
    err: 'spec-wizard: the comment is written\n',
  });
  expect(github.comments).toHaveLength(2);
  const { body } = github.comments[1]!;
  expect(body).toContain('### Specifications: 0 of 1 complete, 83% answered');
  expect(body).toMatch(/^\| `one\.md` \| █+░+ 83% \(5 of 6\) \| 1 \| fills 1, adds 1 \|$/m);
  expect(body).toMatch(
    /\*\*Added by this change\*\*\n\n- line \d+: Decision: has nothing in it that a reader sees \(`empty-section`\)/,
  );
  expect(body).toContain('<summary><code>one.md</code>: 1 gap</summary>');
  expect(body).not.toContain('\n\n\n');
  expect(body).toContain('**Filled by this change**\n\n- line 8: Context: is put off: “TBD”');

  expect((await comment(repository, ['--base', 'base.json'])).err).toBe('spec-wizard: the comment is up to date\n');
  await comment(repository, []);
  expect(github.comments).toHaveLength(2);
  expect(github.comments[1]!.body).not.toContain('This change');
  expect(github.comments[0]!.body).toContain('not ours');
});

test('it is found behind hundreds of others', async () => {
  const repository = await changed();
  for (let id = 100; id < 350; id++) github.comments.push({ id, body: 'Hello', user: { login: 'a', type: 'User' } });
  await comment(repository, []);
  await comment(repository, ['--base', 'base.json']);
  expect(github.comments).toHaveLength(251);
});

test('a fork, whose token may not write, is told so and fails nothing', async () => {
  github.mayWrite = false;
  const { code, err } = await comment(await changed(), []);
  expect({ code, err }).toEqual({
    code: 0,
    err: 'spec-wizard: no comment: the token may not write (403), as on pull requests from forks\n',
  });
});

test.each([
  ['no pull request', { GITHUB_REF: 'refs/heads/main' }, 'this is not a pull request on GitHub'],
  ['no token', { GITHUB_TOKEN: '' }, 'GITHUB_TOKEN is not set'],
  ['no answer', { GITHUB_API_URL: 'http://127.0.0.1:1' }, 'fetch failed'],
])('with %s nothing is written, and nothing fails', async (_, more, reason) => {
  const { code, err } = await comment(await changed(), [], more);
  expect({ code, err }).toEqual({ code: 0, err: `spec-wizard: no comment: ${reason}\n` });
  expect(github.comments).toEqual([]);
});

test('a comment has at most 65,000 bytes, and counts what it leaves out', async () => {
  const repository = new Repository();
  const slots = Array.from({ length: 60 }, (_, index) => ({
    id: `s${index}`,
    state: 'missing',
    required: true,
    message: 'section is missing 見出し',
    line: null,
  }));
  const specs = Array.from({ length: 900 }, (_, index) => ({
    path: `docs/${index}-ein-längerer-name.md`,
    completeness: { answered: 0, required: 60, ratio: 0 },
    sections: [{ path: ['Übersicht'], slots }],
  }));
  repository.write('now.json', JSON.stringify({ version: 1, specs, problems: [] }));
  const { out } = await comment(repository, ['--print']);
  expect(Buffer.byteLength(out)).toBeLessThanOrEqual(65_000);
  expect(Buffer.byteLength(out)).toBeGreaterThan(50_000);
  expect(out).toMatch(/\nAnd \d+ more specs\.\n/);
  expect((await comment(repository, [])).err).toContain('the comment is written');
});

test('what is no report is a problem that says how to write one', async () => {
  const repository = new Repository();
  repository.write('now.json', '{"version": 1}');
  const { code, err } = await comment(repository, ['--print']);
  expect(code).toBe(2);
  expect(err).toContain('now.json: it is not what check --json writes');
  expect(err).toContain('check --format json=FILE');
});

test('nothing of a spec is taken for Markdown or a mention', async () => {
  const repository = new Repository();
  const slot = {
    id: 'a',
    state: 'pending',
    required: true,
    message: 'is put off: “@team <img src=x> | [x](y)”',
    line: 3,
  };
  const spec = {
    path: 'a|@b`.md',
    completeness: { answered: 0, required: 1, ratio: 0 },
    sections: [{ path: ['<script>'], slots: [slot] }],
  };
  repository.write('now.json', JSON.stringify({ version: 1, specs: [spec], problems: [] }));
  const { out } = await comment(repository, ['--print']);
  expect(out).not.toMatch(/@|<img|<script|(?<!\\)\]\(/);
});

test('a badge says how far all specs are together', async () => {
  const repository = await changed();
  await repository.run(['check', 'one.md', '--template', './template.md', '--format', 'badge=badge.json']);
  expect(JSON.parse(repository.read('badge.json'))).toEqual({
    schemaVersion: 1,
    label: 'specs',
    message: '83%',
    color: 'green',
  });
});

test('a trend grows by a row for each commit', async () => {
  const repository = await changed();
  const run = (commit: string) =>
    repository.run(['check', 'one.md', '--template', './template.md', '--format', 'trend=trend.csv'], {
      GITHUB_SHA: commit,
    });
  await run('1111111111111111');
  await run('2222222222222222');
  repository.write('one.md', decision());
  await run('2222222222222222');
  const [head, ...rows] = repository.read('trend.csv').trimEnd().split('\n');
  expect(head).toBe('time,commit,specs,complete,gaps,answered,required,percent');
  expect(rows.map((row) => row.replace(/^[^,]*,/, ''))).toEqual([
    '111111111111,1,0,1,5,6,83',
    '222222222222,1,1,0,6,6,100',
  ]);
});
