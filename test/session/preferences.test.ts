import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Problem } from '../../src/problem.ts';
import { readPreferences, settingsPath } from '../../src/session/preferences.ts';
import { keyFor } from '../../src/wizard/keymap.ts';
import { DEFAULT_PREFERENCES } from '../../src/wizard/preferences.ts';
import { Stage, templateOf } from '../view/stage.ts';

/** The environment of a person with these settings. */
function withSettings(text: string): { env: Record<string, string> } {
  const folder = mkdtempSync(join(tmpdir(), 'preferences-'));
  mkdirSync(join(folder, 'spec-wizard'));
  writeFileSync(join(folder, 'spec-wizard/settings.yaml'), text);
  return { env: { XDG_CONFIG_HOME: folder, LANG: 'en_US.UTF-8' } };
}

async function faultOf(text: string): Promise<string> {
  try {
    await readPreferences(withSettings(text));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.place.path).toMatch(/settings\.yaml$/);
    return `${error.place.line}: ${error.place.key}: ${[error.message, ...error.hints].join('. ')}`;
  }
  return 'nothing is wrong';
}

test('without a file the defaults apply', async () => {
  expect(await readPreferences({ env: { HOME: '/nowhere', LANG: 'C.UTF-8' } })).toEqual({
    ...DEFAULT_PREFERENCES,
    file: '~/.config/spec-wizard/settings.yaml',
  });
  expect(settingsPath({ HOME: '/home/ada' })).toBe('/home/ada/.config/spec-wizard/settings.yaml');
});

test('keys, theme, marks and mouse can be chosen', async () => {
  const { theme, ...preferences } = await readPreferences(
    withSettings(
      'theme: light\nmarks: ascii\nmouse: false\nkeys:\n  outline:\n    next-gap: [ctrl+n, Space]\n    page-down: pgdn\n',
    ),
  );
  expect(theme).toBe('light');
  expect(preferences).toMatchObject({ ascii: true, mouse: false });
  expect(preferences.keys).toEqual({ outline: { 'next-gap': ['ctrl+n', ' '], 'page-down': ['pagedown'] } });
  expect(keyFor({ preferences }, 'outline', 'next-gap')).toBe('^N');
  const stage = new Stage(80, 24, preferences).open(templateOf('component')).press('<escape>');
  const first = stage.at;
  expect(stage.press('n').at).toBe(first);
  expect(stage.press(' ').at).not.toBe(first);
  expect(stage.screen()).toMatch(/\^N next gap/);
  expect(stage.press('?').press('/next gap<enter>').screen()).toMatch(/\^N {2}space +next gap/);
});

test.each([
  [
    'keys:\n  outline:\n    nxt-gap: n\n',
    '3: keys.outline.nxt-gap: there is no such action here. Did you mean “next-gap”?',
  ],
  ['keys:\n  outlin:\n    next-gap: n\n', '2: keys.outlin: there is no such place. Did you mean “outline”?'],
  [
    'keys:\n  outline:\n    undo: x\n',
    '3: keys.outline.undo: “x” is the key of “does not apply” already. Give that another key, or none: [].',
  ],
  [
    'keys:\n  field:\n    next: ctrl+enter\n',
    '3: keys.field.next: “ctrl+enter” cannot be a key: no terminal sends Ctrl with enter alone',
  ],
  ['keys:\n  list:\n    done: x\n', '3: keys.list.done: “x” is typed here; take a key with Ctrl or Alt'],
  ['keys:\n  home:\n    open: ctrl+c\n', '3: keys.home.open: “ctrl+c” works everywhere: leave'],
  ['keys:\n  everywhere:\n    leave: []\n', '3: keys.everywhere.leave: it needs a key, or there would be no way out'],
  ['mouse: maybe\n', '1: mouse: it must be boolean, received string'],
  ['theme: pink\n', '1: theme: it must be one of "dark"|"light"|"none"'],
  ['colour: red\n', '1: colour: there is no such setting'],
])('what is wrong with %j is told with its line', async (text, fault) => {
  expect(await faultOf(text)).toContain(fault);
});

test('two keys may be swapped', async () => {
  expect(await faultOf('keys:\n  outline:\n    undo: x\n    not-applicable: u\n')).toBe('nothing is wrong');
});

test('ASCII is drawn where the terminal or the person needs it', async () => {
  const ascii = async (env: Record<string, string>, asked = false) =>
    (await readPreferences({ env: { HOME: '/nowhere', ...env } }, asked)).ascii;
  expect(await ascii({ TERM: 'linux', LANG: 'C.UTF-8' })).toBe(true);
  expect(await ascii({ LANG: 'C' })).toBe(true);
  expect(await ascii({ LC_ALL: 'de_DE.ISO-8859-1', LANG: 'C.UTF-8' })).toBe(true);
  expect(await ascii({ LC_ALL: '', LANG: 'en_US.UTF-8' })).toBe(false);
  expect(await ascii({ LANG: 'de_DE' })).toBe(false);
  expect(await ascii({})).toBe(false);
  expect(await ascii({}, true)).toBe(true);
});

test('a screen in ASCII is as wide as the other, and shows every state by a sign of its own', () => {
  const stage = new Stage(80, 24, { ...DEFAULT_PREFERENCES, ascii: true }).open(templateOf('technical-spec'));
  for (const keys of ['', '<escape>', '?', '<escape>r', '<escape><escape>p', 'n']) {
    for (const row of stage.press(keys).screen().split('\n')) {
      expect(row).toMatch(/^[\x20-\x7e]*$/);
      expect(row.length).toBeLessThanOrEqual(80);
    }
  }
});
