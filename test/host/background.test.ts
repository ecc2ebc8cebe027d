import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askBackground, backgroundFrom } from '../../src/host/terminal-support.ts';

/** A terminal that answers the two questions with `answer`, or with nothing. */
function terminal(answer: string) {
  const stdin = Object.assign(new PassThrough(), { isRaw: false, setRawMode() {} });
  const asked: string[] = [];
  const stdout = {
    write(text: string) {
      asked.push(text);
      if (answer !== '') stdin.write(Buffer.from(answer, 'latin1'));
    },
  };
  return {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    asked,
  };
}

describe('the background', () => {
  it.each([
    ['\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;4c', 'light'],
    ['\x1b]11;rgb:1e/1e/2e\x07\x1b[?1;2c', 'dark'],
    ['\x1b]11;rgb:fd/f6/e3\x07\x1b[?1c', 'light'],
    ['\x1b[?1;2c', null],
  ])('is what the terminal answers: %j', async (answer, expected) => {
    const { stdin, stdout } = terminal(answer);
    expect(await askBackground(stdin, stdout)).toBe(expected);
  });

  it('does not wait for a terminal that is silent', async () => {
    const { stdin, stdout } = terminal('');
    expect(await askBackground(stdin, stdout, 10)).toBeNull();
  });

  it('gives back the keys that were pressed meanwhile', async () => {
    const { stdin, stdout } = terminal('j\x1b]11;rgb:0/0/0\x07/\x1b[?1;2c');
    expect(await askBackground(stdin, stdout)).toBe('dark');
    expect(String(stdin.read())).toBe('j/');
  });

  it.each([
    ['15;0', 'dark'],
    ['0;15', 'light'],
    ['0;default;7', 'light'],
    ['12;8', 'dark'],
    ['default', null],
    [undefined, null],
  ])('is what COLORFGBG says: %s', (setting, expected) => {
    expect(backgroundFrom(setting)).toBe(expected);
  });
});
