import { readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { listDrafts, shortId } from '../host/drafts.ts';
import type { Io } from '../host/io.ts';
import { openSpec } from '../host/spec-file.ts';
import { IGNORED_FOLDERS } from '../host/watch.ts';
import { Catalogue } from '../project/catalogue.ts';
import { findSpecs } from '../project/find-specs.ts';
import { mustMatch } from '../project/match.ts';
import { Project } from '../project/project.ts';
import { FORMATS } from '../project/report/formats.ts';
import { allRules } from '../project/rules/rules.ts';
import { printableName } from '../text/printable.ts';
import * as messages from './messages.ts';
import { COMMANDS, type Command } from './table.ts';

/** A completion of the word at the cursor, and its description. */
interface Candidate {
  value: string;
  about: string;
}

/** Up to this many Markdown files are offered by their whole paths; more are offered folder by folder. */
const FEW_FILES = 20;
const SHELLS = ['bash', 'zsh', 'fish', 'powershell'];

/**
 * `complete SHELL -- WORD…`, which the scripts of `completion` run: prints the completions of the last word, one a
 * line, each with its description after a tab. Prints nothing on an error, because the user is in the middle of a line.
 */
export async function complete(argv: readonly string[], io: Io): Promise<number> {
  const [shell = '', ...words] = argv.filter((word, index) => index !== 1 || word !== '--');
  const last = words.at(-1) ?? '';
  const { before, current, cut } = inShell(shell, words.slice(0, -1), shell === 'powershell' ? last.slice(1) : last);
  try {
    const found = (await candidates(before, current, io)).filter(({ value }) => value.startsWith(current));
    const lines = found
      // A name that is changed to be printed would be another name on the command line.
      .filter(({ value }) => printableName(value) === value)
      .map(({ value, about }) => (shell === 'bash' ? value.slice(cut) : `${value}\t${printableName(about)}`));
    io.stdout.write(lines.map((line) => `${line}\n`).join(''));
  } catch {
    return 0;
  }
  return 0;
}

/**
 * The words as the program gets them. Bash passes `--format`, `=` and `js` for `--format=js`, and replaces only the
 * part after the sign; `cut` is the length of the part to leave out.
 */
function inShell(
  shell: string,
  before: readonly string[],
  current: string,
): { before: readonly string[]; current: string; cut: number } {
  if (shell !== 'bash') return { before, current, cut: 0 };
  const value = current === '=' ? '' : current;
  const option = current === '=' ? before.at(-1) : before.at(-1) === '=' ? before.at(-2) : undefined;
  if (!option?.startsWith('--')) return { before, current, cut: 0 };
  const head = `${option}=`;
  return { before: before.slice(0, current === '=' ? -1 : -2), current: head + value, cut: head.length };
}

async function candidates(before: readonly string[], current: string, io: Io): Promise<Candidate[]> {
  const { command, words } = commandIn(before);
  const options = new Map(command.options.map(([flags, about]) => [flags.split(' ')[0]!, { flags, about }]));
  const [, option, sign] = /^(--[\w-]+)(=)/.exec(current) ?? [];
  if (option && sign) {
    const found = await valuesFor(
      placeholderIn(options.get(option)?.flags ?? ''),
      current.slice(option.length + 1),
      io,
      command,
      words,
    );
    return found.map(({ value, about }) => ({ value: `${option}=${value}`, about }));
  }
  const taking = options.get(before.at(-1) ?? '');
  if (taking?.flags.includes('<')) return valuesFor(placeholderIn(taking.flags), current, io, command, words);
  if (current.startsWith('-'))
    return [
      ...[...options].map(([value, { about }]) => ({ value, about })),
      { value: '--help', about: messages.howToUse },
    ];
  const positional = command.words[Math.min(words.length, command.words.length - 1)] ?? '';
  const isOver = words.length >= command.words.length && !positional.endsWith('…');
  return [
    ...(command.name === '' && words.length === 0 ? commandNames() : []),
    ...(isOver ? [] : await valuesFor(positional.replace(/[<>[\]…]/g, ''), current, io, command, words)),
  ];
}

/** The command of a line, and the words after it that are neither options nor their values. */
function commandIn(before: readonly string[]): { command: Command; words: readonly string[] } {
  const at = before.findIndex((word) => !word.startsWith('-'));
  const named = COMMANDS.find(({ name }) => name !== '' && name === before[at]);
  const command = named ?? COMMANDS[0]!;
  const taking = new Set(
    command.options.filter(([flags]) => flags.includes('<')).map(([flags]) => flags.split(' ')[0]!),
  );
  const rest = named ? before.slice(at + 1) : before;
  return {
    command,
    words: rest.filter((word, index) => !word.startsWith('-') && !taking.has(rest[index - 1] ?? '')),
  };
}

function commandNames(): Candidate[] {
  return COMMANDS.filter(({ name }) => name !== '').map(({ name, summary }) => ({
    value: name,
    about: summary,
  }));
}

/** `ID|PATH` in `--template <ID|PATH>`. */
function placeholderIn(flags: string): string {
  return /[<[]([^>\]]*)[>\]]/.exec(flags)?.[1] ?? '';
}

/** The completions for a placeholder of the command table. */
async function valuesFor(
  placeholder: string,
  current: string,
  io: Io,
  { name }: Command,
  words: readonly string[],
): Promise<Candidate[]> {
  const found = await Promise.all(
    placeholder.split('|').map(async (kind): Promise<Candidate[]> => {
      switch (kind) {
        case 'FILE':
        case 'PATH':
          return [...paths(current, io.cwd, name)];
        case 'TEMPLATE':
          return templates(io);
        case 'ID':
          return name === 'drafts' ? drafts() : templates(io);
        case 'SECTION':
          return sections(words[0], io);
        case 'RULE':
          return (await rules(io)).map(({ id, meaning }) => ({ value: id, about: meaning }));
        case 'SHELL':
          return SHELLS.map((shell) => ({ value: shell, about: '' }));
        case 'NAME':
          return name === 'check'
            ? names(Object.keys(FORMATS))
            : name === 'preview'
              ? names(['dark', 'light', 'none'])
              : [];
        case 'show':
        case 'restore':
        case 'drop':
          return names([kind]);
        default:
          return [];
      }
    }),
  );
  return found.flat();
}

function names(values: readonly string[]): Candidate[] {
  return values.map((value) => ({ value, about: '' }));
}

async function templates(io: Io): Promise<Candidate[]> {
  const project = await Project.open(io.cwd, { history: false });
  return project.all(io.cwd).map((source) => ({ value: source.id, about: source.flow()?.about ?? '' }));
}

async function rules(io: Io) {
  const project = await Project.open(io.cwd, { history: false });
  return allRules(project);
}

/** The sections of the spec in the line. */
async function sections(path: string | undefined, io: Io): Promise<Candidate[]> {
  if (path === undefined) return [];
  const project = await Project.open(io.cwd, { folders: [dirname(resolve(io.cwd, path))], history: false });
  const spec = openSpec(path, { folder: io.cwd });
  const { template } = mustMatch(spec, new Catalogue(project));
  return template.sections
    .filter(({ id }) => id !== '')
    .map(({ id, path: titles }) => ({ value: id, about: titles.join(' › ') }));
}

function drafts(): Candidate[] {
  return listDrafts().drafts.map((draft) => ({ value: shortId(draft), about: draft.path }));
}

const MARKDOWN = /\.(?:md|markdown)$/i;
const DATA = /\.(?:json|ya?ml)$/i;

/** Markdown files by path if there are few, else the entries of the folder that is being typed. */
function* paths(current: string, cwd: string, command: string): Generator<Candidate> {
  const isAnswers = command === 'fill' || command === 'new';
  const specs: string[] = [];
  for (const path of findSpecs('.', cwd)) if (specs.push(path) > FEW_FILES) break;
  if (specs.length <= FEW_FILES) for (const path of specs) yield { value: path, about: '' };
  const folder = current.slice(0, current.lastIndexOf('/') + 1);
  for (const entry of readdirSync(resolve(cwd, folder === '' ? '.' : folder), { withFileTypes: true })) {
    if (entry.name.startsWith('.') && !current.slice(folder.length).startsWith('.')) continue;
    const value = `${folder}${entry.name}`;
    if (entry.isDirectory() && !IGNORED_FOLDERS.has(entry.name)) yield { value: `${value}/`, about: '' };
    else if (isAnswers && DATA.test(entry.name)) yield { value, about: '' };
    else if (MARKDOWN.test(entry.name) && !specs.includes(value)) yield { value, about: '' };
  }
}
