import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli.ts';
import { chooseCommand, parseWords } from '../../src/commands/parse-words.ts';
import { COMMANDS } from '../../src/commands/table.ts';
import { fakeIo } from './fake-io.ts';

async function run(...argv: string[]) {
  const io = fakeIo();
  const code = await main(argv, io);
  return { code, out: io.out(), err: io.err() };
}

describe('bad use is one clear line, a hint where to look, and exit 2', () => {
  test.each([
    ['an unknown command', ['prevew'], 'there is no command or file named "prevew"; did you mean preview?'],
    ['an unknown command that resembles none', ['zzz'], 'there is no command or file named "zzz"'],
    ['an unknown option', ['check', '--jsn'], 'unknown option --jsn; did you mean --json?'],
    ['an unknown option that resembles none', ['templates', '--zzzzz'], 'unknown option --zzzzz'],
    ['an unknown short option', ['check', '-q'], 'unknown option -q'],
    ['an unknown option of the wizard', ['--plan'], 'unknown option --plan; did you mean --plain?'],
    ['an option without its value', ['fill', 'a.md', '--answers'], 'option --answers needs a value'],
    ['a missing word', ['questions'], 'questions needs <FILE|TEMPLATE>'],
    ['a missing option', ['fill', 'a.md'], 'fill needs --answers'],
    ['a value for an option that takes none', ['check', '--quiet=1'], 'option --quiet takes no value'],
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

  test('no argument reaches the terminal as an escape sequence', async () => {
    const { err } = await run('check', '--\x1b]0;title\x07');
    expect(err).not.toMatch(/[\x1b\x07]/);
  });
});

describe('options are recognised', () => {
  const words = (name: string, ...argv: string[]) =>
    parseWords(COMMANDS.find((command) => command.name === name)!, argv);

  test('before and after words, with the value after a blank or an equals sign', () => {
    expect(words('check', '--min', '80', 'docs', '--format=json', '--format', 'github', '--no-cache')).toEqual({
      words: ['docs'],
      options: { min: '80', format: ['json', 'github'], cache: false },
    });
  });

  test('an optional value is the next word unless that is an option', () => {
    expect(words('check', '--changed').options).toEqual({ changed: true });
    expect(words('check', '--changed', '--json').options).toEqual({ changed: true, json: true });
    expect(words('check', '--changed', 'main', 'docs')).toEqual({
      words: ['docs'],
      options: { changed: 'main' },
    });
    expect(words('check', '--', '--changed')).toEqual({ words: ['--changed'], options: {} });
  });

  test('before the command, too', () => {
    const { command, words: left } = chooseCommand(['--plain', 'new', 'component', 'x'], '.');
    expect(command.name).toBe('new');
    expect(left).toEqual(['--plain', 'component', 'x']);
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

  test('after -- an option is a word', async () => {
    const { code, err } = await run('templates', '--', '--help');
    expect(code).toBe(2);
    expect(err).toContain('templates does not take "--help"');
  });
});
