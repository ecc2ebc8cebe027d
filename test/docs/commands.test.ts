import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { chooseCommand, parseWords } from '../../src/commands/parse-words.ts';
import { DOCUMENTS, readPaper } from './documents.ts';

/** What ends a command on a line of a shell. */
const END = /\s*(?:[|>;]|&&| #|\)).*$/;

/** The command lines that a document shows, in code blocks and in running text, without `spec-wizard` itself. */
function commandLines(text: string): string[] {
  const blocks = [...text.matchAll(/^```(\w+).*\n([\s\S]*?)^```$/gm)].flatMap(([, language, body]) =>
    ['sh', 'console', 'yaml', 'powershell'].includes(language!) ? body!.split('\n') : [],
  );
  const spans = [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`]+)`/g)].map(([, code]) =>
    code!.replaceAll('\\|', '|'),
  );
  const commands = /^(?:[^#]*?(?:^|[\s/(]))(?:npx )?spec-wizard(?:\.js)?(?:$| (?![:=]))(.*)$/;
  const shell = blocks.filter((line) => !/^\S+:\d|^spec-wizard:|^ *-? ?(?:uses|repo|id):/.test(line));
  return [...shell, ...spans].flatMap((line) => commands.exec(line)?.[1] ?? []);
}

/** The words of a command line; what stands for a word of the reader's, such as `FILE` or `[NAME|PATH]`, becomes one. */
function wordsOf(line: string): string[] {
  const open = line.replace(/\[([^\]]*)\]/g, '$1').replace(/([A-Z]+)\|[A-Z-]+/g, '$1');
  return open
    .replace(END, '')
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '…')
    .map((word) => (/^[A-Z]+(?:\.md)?…?$/.test(word) ? 'file.md' : word.replace(/=[A-Z]+$/, '=1').replace(/…$/, '')));
}

const documented = DOCUMENTS.flatMap((path) =>
  commandLines(readPaper(path)).map((line) => [path, line.trim()] as const),
);

test('the documents show many commands', () => {
  expect(documented.length).toBeGreaterThan(60);
});

test.each(documented)('%s: the program takes spec-wizard %s', (_, line) => {
  const words = wordsOf(line);
  if (words.includes('--help') || words.includes('--version')) return;
  const { command, words: rest } = chooseCommand(words, tmpdir());
  // A command that is only named needs no words behind it.
  if (words.length === 1 && command.name === words[0]) return;
  expect(() => parseWords(command, rest)).not.toThrow();
});

test('an option that the program does not have would be found', () => {
  const [line] = commandLines('Run `npx spec-wizard check docs --sumary`.');
  const { command, words } = chooseCommand(wordsOf(line!), tmpdir());
  expect(() => parseWords(command, words)).toThrow('--sumary');
});
