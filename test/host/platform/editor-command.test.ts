import { expect, test } from 'vitest';
import { editorCommand, editorProgram, findEditor, withWaitFlag } from '../../../src/host/editor.ts';

test.each([
  ['vim', 'vim'],
  ['/usr/bin/nano -w', 'nano'],
  ['"/Applications/Sublime Text.app/bin/subl" -n', 'subl'],
  ['"C:\\Program Files\\Microsoft VS Code\\bin\\code.cmd" --new-window', 'code'],
  ['C:\\Windows\\notepad.exe', 'notepad'],
  ["'/opt/my editor/hx'", 'hx'],
])('the program of %s is %s', (line, program) => {
  expect(editorProgram(line)).toBe(program);
});

test.each([
  ['code', 'code --wait'],
  ['code --wait', 'code --wait'],
  ['"C:\\Program Files\\VS Code\\bin\\code.cmd" -n', '"C:\\Program Files\\VS Code\\bin\\code.cmd" --wait -n'],
  ['/usr/local/bin/subl', '/usr/local/bin/subl --wait'],
  ['notepad', 'notepad'],
  ['vi', 'vi'],
])('%s is started as %s', (line, started) => {
  expect(withWaitFlag(line)).toBe(started);
});

test('the shell of a POSIX system reads the line and gets the path as a word of its own', () => {
  for (const platform of ['linux', 'darwin'] as const)
    expect(editorCommand('vim -n', "/tmp/it's a.md", platform)).toEqual({
      file: 'sh',
      args: ['-c', 'vim -n "$@"', 'vim -n', "/tmp/it's a.md"],
      shell: false,
    });
});

test('on Windows the path stands in double quotes behind the line', () => {
  expect(editorCommand('notepad', 'C:\\Users\\Mira Okafor\\Temp\\answer.md', 'win32')).toEqual({
    file: 'notepad "C:\\Users\\Mira Okafor\\Temp\\answer.md"',
    args: [],
    shell: true,
  });
});

test('where nobody named an editor, Windows has notepad and others what is on the PATH', async () => {
  const env = { PATH: '', HOME: '/nowhere', XDG_CONFIG_HOME: '/nowhere' };
  expect(await findEditor(env, 'win32')).toMatchObject({ editor: 'notepad' });
  await expect(findEditor(env, 'linux')).rejects.toThrow('neither nano nor vi');
  expect(await findEditor({ ...env, EDITOR: 'code' }, 'win32')).toMatchObject({ editor: 'code' });
});
