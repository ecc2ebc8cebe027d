import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import GithubSlugger from 'github-slugger';
import { describe, expect, test } from 'vitest';
import { fromRoot, PAPERS, readPaper } from './documents.ts';

/** A document without code, in which nothing is a link or a heading. */
const prose = (path: string) =>
  readPaper(path)
    .replace(/^ *(```|~~~)[\s\S]*?^ *\1$/gm, '')
    .replace(/`[^`\n]*`/g, '');

function anchors(path: string): string[] {
  const slugger = new GithubSlugger();
  return Array.from(
    readPaper(path)
      .replace(/^ *(```|~~~)[\s\S]*?^ *\1$/gm, '')
      .matchAll(/^#+ (.*)$/gm),
    ([, title]) => slugger.slug(title!.replace(/[`*]/g, '')),
  );
}

describe.each(PAPERS)('%s', (path) => {
  test('has no relative link that leads nowhere', () => {
    const links = Array.from(prose(path).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)]+))?\)/g));
    const broken = links.filter(([, to, anchor]) => {
      const target = to === '' ? path : join(dirname(path), to!);
      return !existsSync(fromRoot(target)) || (anchor && !anchors(target).includes(anchor));
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });
});

test('each line of the promises leads to tests that are there', () => {
  const lines = readPaper('docs/promises.md').split(/^- /m).slice(1);
  expect(lines.length).toBeGreaterThan(15);
  for (const line of lines) {
    const paths = Array.from(line.matchAll(/\]\(\.\.\/(test\/[^)]+\.test\.tsx?)\)/g), ([, path]) => path!);
    expect(paths, line).not.toEqual([]);
    expect(paths.filter((path) => !existsSync(fromRoot(path)))).toEqual([]);
  }
});

test('every file that the architecture page names is there', () => {
  const text = readPaper('docs/architecture.md');
  const files = Array.from(
    text.matchAll(/`(?:src\/)?((?:[a-z]+\/)+[\w-]*(?:\.tsx?)?|[\w-]+\.ts)`/g),
    ([, path]) => path!,
  );
  expect(files.length).toBeGreaterThan(25);
  const there = (path: string) => ['', 'src/', 'src/project/'].some((folder) => existsSync(fromRoot(folder + path)));
  expect(files.filter((path) => !there(path))).toEqual([]);
});

test('the README has what a user needs first, in at most 200 lines', () => {
  expect(readPaper('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(200);
});
