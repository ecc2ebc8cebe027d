import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/markdown/document.ts';
import { ROLES } from '../../src/render/line.ts';
import { renderDocument } from '../../src/render/rendering.ts';
import { styleLine, themeOf } from '../../src/render/theme.ts';

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
    expect(style('[a](https://example.org/ü)', 'dark', true)).toContain(
      '\x1b]8;;https://example.org/%C3%BC\x1b\\',
    );
    for (const target of ['javascript:alert(1)', 'file:///etc/passwd', 'https://x/\u0007', 'docs/a.md']) {
      const shown = style(`[a](<${target}>)`, 'dark', true);
      if (target.startsWith('https')) expect(shown).not.toContain('\x07');
      else expect(shown).not.toContain('\x1b]8');
    }
    expect(style('[a](https://example.org)', 'dark')).not.toContain('\x1b]8');
  });

  it.each(['dark', 'light'] as const)(
    'of %s backgrounds gives every role one of the sixteen colours',
    (name) => {
      for (const role of ROLES)
        expect(themeOf(name).colours![role]).toMatch(/^(?:(?:[1-9]|3[0-7]|9[0-7])(?:;|$))*$/);
    },
  );
});
