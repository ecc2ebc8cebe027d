import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { textsOf } from '../../scripts/pictures/animation.ts';
import { CELL } from '../../scripts/pictures/glyphs.ts';
import { exampleProject } from '../../scripts/pictures/project.ts';
import { play, SCENES } from '../../scripts/pictures/scenes.ts';
import { textOf } from '../../scripts/pictures/screen.ts';
import { playSession } from '../../scripts/pictures/session.ts';

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const read = (name: string) => readFileSync(`${folder}${name}.svg`, 'utf8');
const THEMES = ['dark', 'light'] as const;

const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** What a picture says that it shows. */
function described(svg: string): string {
  return unescaped(/<desc[^>]*>\n([\s\S]*)\n<\/desc>/.exec(svg)?.[1] ?? '');
}

/** What a still picture shows: its words with the row and column at which they are drawn. */
function drawn(svg: string): { row: number; column: number; text: string }[] {
  return [...svg.matchAll(/<g transform="translate\(0 ([\d.]+)\)">(.*)<\/g>/g)].flatMap(([, top, content]) =>
    [...content!.matchAll(/<text x="([\d.]+)"[^>]*>([^<]*)<\/text>/g)].map(([, x, text]) => ({
      row: Math.round(Number(top) / CELL.height),
      column: Math.round(Number(x) / CELL.width),
      text: unescaped(text!),
    })),
  );
}

describe.skipIf(process.platform === 'win32')('the pictures show the program as it is (npm run pictures)', () => {
  let project = '';
  beforeAll(() => {
    project = exampleProject();
  });

  test.each(SCENES.map((scene) => [scene.name, scene] as const))('%s', async (name, scene) => {
    const now = textOf(await play(scene, project, 'dark'));
    for (const theme of THEMES) expect(described(read(`${name}-${theme}`)), theme).toBe(now);
  });

  test('session', async () => {
    const now = textsOf(await playSession('dark', 100));
    for (const theme of THEMES) expect(described(read(`session-${theme}`)), theme).toBe(now);
  });
});

test.each(SCENES.flatMap(({ name }) => THEMES.map((theme) => `${name}-${theme}`)))(
  '%s draws each word where it describes it, in at most 60 kB',
  (name) => {
    const svg = read(name);
    const rows = described(svg).split('\n');
    const words = drawn(svg);
    expect(words.length).toBeGreaterThan(20);
    for (const { row, column, text } of words) expect(rows[row]!.slice(column), text).toMatch(startOf(text));
    expect(svg.length).toBeLessThanOrEqual(60_000);
  },
);

test.each(THEMES)('the moving picture in %s has at most 300 kB, and stands still for who wants that', (theme) => {
  const svg = read(`session-${theme}`);
  expect(svg.length).toBeLessThanOrEqual(300_000);
  expect(svg).toContain('prefers-reduced-motion');
});

function startOf(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
