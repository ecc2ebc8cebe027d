import { stringify } from 'yaml';
import type { Io } from '../host/io.ts';
import { openSpec } from '../host/spec-file.ts';
import { blankSpec, formQuestions, type Question } from '../interview/form.ts';
import { readSpec } from '../judge/read.ts';
import type { Reading } from '../judge/reading.ts';
import { Catalogue } from '../project/catalogue.ts';
import { matchSpec, mustMatch } from '../project/match.ts';
import { isPath } from '../project/spec-path.ts';
import { printable, safeJson } from '../text/printable.ts';
import { type Args, flag, jsonText, openProject, option } from './args.ts';
import * as messages from './messages.ts';

/** Prints the questions: the gaps of a spec, or all of a template's questions; as YAML to fill in, or as JSON. */
export async function run(args: Args, io: Io): Promise<number> {
  const questions = formQuestions(await readingOf(args.words[0]!, args, io), flag(args, 'all'));
  if (flag(args, 'json')) {
    io.stdout.write(jsonText({ questions }));
    return 0;
  }
  const form = questions.map((question) => {
    const about = [
      `# ${question.ask}`,
      ...helpLines(question),
      ...(question.options ? [messages.oneOf(question.options.join(', '))] : []),
      ...(question.columns ? [messages.rowsOf(question.columns.join(', '))] : []),
    ];
    // A line break or a tab in a text would end the comment or hide its indentation.
    const comment = about.map((line) => printable(line.replace(/[^\S ]+/g, ' ')));
    return `${comment.join('\n')}\n${entry(question.id, question.value ?? null)}`;
  });
  io.stdout.write(form.join('\n'));
  return 0;
}

/** What the template says, line by line, without what the question says already. */
function helpLines({ ask, help }: Question): string[] {
  const asked = ask.replace(/[?.]$/, '').toLowerCase();
  return help
    .split('\n')
    .map((line) => (line.startsWith(ask) ? line.slice(ask.length) : line).trim())
    .filter((line) => line !== '' && !asked.includes(line.replace(/[?.]$/, '').toLowerCase()))
    .map((line) => `#   ${line}`);
}

/** A question's line of the form. Most have no value yet and an id that needs no quotes. */
function entry(id: string, value: unknown): string {
  if (value === null && /^[a-z][a-z0-9-]{0,99}\/[a-z0-9/-]{1,99}$/.test(id)) return `${id}: null\n`;
  const yaml = stringify({ [id]: value }, { lineWidth: 0 });
  // YAML writes some control characters as they are. JSON that is safe to print is YAML, too.
  const isSafe = printable(yaml.replaceAll('\t', '')) === yaml.replaceAll('\t', '');
  return isSafe ? yaml : `${safeJson(id)}: ${safeJson(value)}\n`;
}

/** Reads a spec that fits a template, or any other Markdown file as a template. */
async function readingOf(word: string, args: Args, io: Io): Promise<Reading> {
  const catalogue = new Catalogue(await openProject(args, io));
  if (!isPath(word)) {
    const template = catalogue.get(word);
    return readSpec(blankSpec(template), template);
  }
  const spec = openSpec(word, { folder: io.cwd });
  const named = option(args, 'template');
  const matched = named === undefined ? matchSpec(spec, catalogue) : mustMatch(spec, catalogue, named);
  const template = matched?.template ?? catalogue.get(word);
  return readSpec(matched ? spec.source.text : blankSpec(template), template);
}
