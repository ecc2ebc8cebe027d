import { expect, it } from 'vitest';
import { knowsHyperlinks } from '../../src/host/terminal-support.ts';

it.each([
  [{ TERM_PROGRAM: 'WezTerm' }, true],
  [{ TERM_PROGRAM: 'Apple_Terminal' }, false],
  [{ VTE_VERSION: '6800' }, true],
  [{ VTE_VERSION: '4600' }, false],
  [{ TERM: 'xterm-kitty' }, true],
  [{ TERM: 'xterm-256color' }, false],
  [{ TERM: 'xterm-kitty', FORCE_HYPERLINK: '0' }, false],
  [{ FORCE_HYPERLINK: '1' }, true],
])('%j makes links: %s', (env, expected) => {
  expect(knowsHyperlinks(env)).toBe(expected);
});
