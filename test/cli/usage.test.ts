import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli.ts';
import { COMMANDS } from '../../src/commands/table.ts';
import { fakeIo } from './fake-io.ts';

async function run(...argv: string[]) {
  const io = fakeIo();
  const code = await main(argv, io);
  return { code, out: io.out(), err: io.err() };
}

describe('bad use is one clear line, a hint where to look, and exit 2', () => {
  test.each([
    ['an unknown command', ['prevew'], 'no command and no file is called "prevew"; did you mean preview?'],
    ['an unknown command that resembles none', ['zzz'], 'no command and no file is called "zzz"'],
    ['an unknown option', ['check', '--jsn'], 'unknown option --jsn; did you mean --json?'],
    ['an unknown option that resembles none', ['templates', '--zzzzz'], 'unknown option --zzzzz'],
    ['an unknown short option', ['check', '-q'], 'unknown option -q'],
    ['an unknown option of the wizard', ['--plan'], 'unknown option --plan; did you mean --plain?'],
    ['an option without its value', ['fill', 'a.md', '--answers'], 'option --answers needs a value'],
    ['a missing word', ['questions'], 'questions needs <FILE|TEMPLATE>'],
    ['a missing option', ['fill', 'a.md'], 'fill needs --answers'],
    ['too many words', ['templates', 'more'], 'templates does not take "more"'],
    ['two files for the wizard', ['a.md', 'b.md'], 'the wizard does not take "b.md"'],
  ])('%s', async (_, argv, message) => {
    const { code, out, err } = await run(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const [first, hint, ...rest] = err.split('\n');
    expect(first).toBe(`spec-wizard: ${message}`);
    expect(hint).toMatch(/^ {2}See: spec-wizard (\w+ )?--help$/);
    expect(rest).toEqual(['']);
  });

  test('what a word holds never reaches the terminal as an escape sequence', async () => {
    const { err } = await run('check', '--\x1b]0;title\x07');
    expect(err).not.toMatch(/[\x1b\x07]/);
  });
});

describe('help', () => {
  test('--help, -h and help print the same, and that to standard output', async () => {
    const { code, out, err } = await run('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(await run('-h')).toEqual({ code, out, err });
    expect(await run('help')).toEqual({ code, out, err });
  });

  test.each(COMMANDS.filter(({ name }) => name !== '').map((command) => [command.name, command] as const))(
    '%s --help names its words and all its options',
    async (name, command) => {
      const { code, out } = await run(name, '--help');
      expect(code).toBe(0);
      for (const shown of [...command.words, ...command.options.map(([flags]) => flags)]) {
        expect(out).toContain(shown);
      }
      expect((await run('help', name)).out).toBe(out);
    },
  );

  test('no line of it is wider than 80 columns', async () => {
    for (const { name } of COMMANDS) {
      const { out } = await run(...[name].filter(Boolean), '--help');
      expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    }
  });

  test('behind -- it is a word like any other', async () => {
    const { code, err } = await run('templates', '--', '--help');
    expect(code).toBe(2);
    expect(err).toContain('templates does not take "--help"');
  });
});
