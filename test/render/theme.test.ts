import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/markdown/document.ts';
import { painter } from '../../src/project/report/report.ts';
import { ROLES } from '../../src/render/line.ts';
import { styleLine, themeOf } from '../../src/render/theme.ts';
import { PALETTES } from '../../src/view/paint.ts';
import { renderDocument } from './lines.ts';

const style = (text: string, ...theme: Parameters<typeof themeOf>): string =>
  renderDocument(readDocument(text), { width: 60, targets: false })
    .map((line) => styleLine(line, themeOf(...theme)))
    .join('\n');

describe('a theme', () => {
  it('colours what has a role and leaves plain text plain', () => {
    expect(style('Plain **bold** `code`', 'dark')).toBe('Plain \x1b[1mbold\x1b[0m \x1b[33mcode\x1b[0m');
  });

  it('writes no escape sequence without colours', () => {
    expect(style('# A *b* [c](https://example.org)\n\n> [!NOTE]\n> d', 'none', true)).not.toContain('\x1b');
  });

  it('makes links of harmless targets only, where the terminal has them', () => {
    expect(style('[a](https://example.org/ü)', 'dark', true)).toContain('\x1b]8;;https://example.org/%C3%BC\x1b\\');
    for (const target of ['javascript:alert(1)', 'file:///etc/passwd', 'https://x/\u0007', 'docs/a.md']) {
      const shown = style(`[a](<${target}>)`, 'dark', true);
      if (target.startsWith('https')) expect(shown).not.toContain('\x07');
      else expect(shown).not.toContain('\x1b]8');
    }
    expect(style('[a](https://example.org)', 'dark')).not.toContain('\x1b]8');
  });

  it.each(['dark', 'light'] as const)('can be read on %s backgrounds in common terminals', (name) => {
    const check = painter(true, name);
    const codes = new Set([
      ...ROLES.filter((role) => role !== 'found').map((role) => themeOf(name).colours![role]),
      ...Object.entries(PALETTES[name]!).flatMap(([tone, code]) => (tone === 'picked' ? [] : [code])),
      ...(['dim', 'accent', 'good', 'bad', 'warn'] as const).map((look) => check(look, 'x').slice(2).split('m')[0]!),
    ]);
    for (const code of codes)
      for (const [terminal, colours] of Object.entries(TERMINALS[name]))
        expect(contrast(code, colours), `${code} in ${terminal}`).toBeGreaterThanOrEqual(4.5);
  });
});

/** Background, text and the sixteen colours as terminals set out with them. */
interface Colours {
  back: string;
  text: string;
  sixteen: string;
}

const XTERM =
  '000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff';
const CAMPBELL =
  '0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2';
const TANGO =
  '2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf 555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec';
const TERMINALS: Record<'dark' | 'light', Record<string, Colours>> = {
  dark: {
    xterm: { back: '000000', text: 'e5e5e5', sixteen: XTERM },
    'Windows Terminal': { back: '0c0c0c', text: 'cccccc', sixteen: CAMPBELL },
    'GNOME Terminal': { back: '000000', text: 'd3d7cf', sixteen: TANGO },
    'Visual Studio Code': {
      back: '1e1e1e',
      text: 'cccccc',
      sixteen:
        '000000 cd3131 0dbc79 e5e510 2472c8 bc3fbc 11a8cd e5e5e5 666666 f14c4c 23d18b f5f543 3b8eea d670d6 29b8db e5e5e5',
    },
  },
  light: {
    xterm: { back: 'ffffff', text: '000000', sixteen: XTERM },
    'Windows Terminal': { back: 'ffffff', text: '0c0c0c', sixteen: CAMPBELL },
    'GNOME Terminal': { back: 'ffffff', text: '000000', sixteen: TANGO },
    'Visual Studio Code': {
      back: 'ffffff',
      text: '3b3b3b',
      sixteen:
        '000000 cd3131 00bc00 949800 0451a5 bc05bc 0598bc 555555 666666 cd3131 14ce14 b5ba00 0451a5 bc05bc 0598bc a5a5a5',
    },
  },
};

/** The contrast of text against its background, as WCAG 2 has it; faint text is taken at six tenths of its strength. */
function contrast(code: string, { back, text, sixteen }: Colours): number {
  const [, indexed] = /38;5;(\d+)/.exec(code) ?? [];
  const [, bright, number] = /(?:^|;)([39])([0-7])(?:;|$)/.exec(indexed === undefined ? code : '') ?? [];
  const named = number && sixteen.split(' ')[Number(number) + (bright === '9' ? 8 : 0)]!;
  const ink = indexed === undefined ? rgb(named ?? text) : ofCube(Number(indexed));
  const isFaint = /(?:^|;)2(?:;|$)/.test(code);
  const ground = rgb(back);
  const seen = isFaint ? ink.map((value, at) => value * 0.6 + ground[at]! * 0.4) : ink;
  const [light, dark] = [luminance(seen), luminance(ground)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

const rgb = (hex: string): number[] => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** A colour of the 256: of the cube, or a grey. */
function ofCube(index: number): number[] {
  if (index >= 232) return [0, 0, 0].map(() => 8 + 10 * (index - 232));
  const steps = [0, 95, 135, 175, 215, 255];
  return [36, 6, 1].map((size) => steps[Math.floor((index - 16) / size) % 6]!);
}

function luminance(colour: readonly number[]): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
