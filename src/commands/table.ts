import type { Io } from '../host/io.ts';
import type { Args } from './args.ts';

const JSON_OUTPUT = ['--json', 'print the result as JSON'] as const;
const TEMPLATE = ['--template <ID|PATH>', 'use this template'] as const;
const HISTORY = ['--no-history', 'ignore earlier versions of the template'] as const;
const ASCII = ['--ascii', 'draw with ASCII characters alone'] as const;
const PLAIN = ['--plain', 'ask line by line instead of full screen'] as const;

/** The commands with their words, options and modules, which are loaded only to run. */
export const COMMANDS: readonly Command[] = [
  {
    name: '',
    words: ['[FILE]'],
    summary: 'start a spec, or continue one',
    options: [TEMPLATE, ['--section <SECTION>', 'begin at a section, named by id or title'], HISTORY, PLAIN, ASCII],
    load: () => import('./open.ts'),
  },
  {
    name: 'demo',
    words: [],
    summary: 'try it in two minutes; nothing is left behind',
    options: [PLAIN, ASCII],
    load: () => import('./demo.ts'),
  },
  {
    name: 'new',
    words: ['[TEMPLATE]', '[NAME|PATH]'],
    summary: 'start a spec from a template',
    options: [
      ['--blank', 'write the unanswered spec and exit'],
      ['--answers <FILE|->', 'fill it from YAML or JSON (- is stdin)'],
      PLAIN,
      ASCII,
    ],
    load: () => import('./new.ts'),
  },
  {
    name: 'preview',
    words: ['<FILE|->'],
    summary: 'show a spec, or any Markdown, rendered in the terminal',
    options: [
      ['--no-pager', 'print without paging'],
      ['--width <N>', 'wrap at N columns'],
      ['--gaps', 'show only sections with gaps'],
      ['--line-numbers', 'show the line numbers of the file'],
      ['--no-comments', 'leave out HTML comments'],
      ['--theme <NAME>', 'dark, light or none (default: by the terminal)'],
      ASCII,
      TEMPLATE,
      HISTORY,
    ],
    load: () => import('./preview.ts'),
  },
  {
    name: 'check',
    words: ['[PATH|GLOB]…'],
    summary: 'report what is missing and how to fix it',
    options: [
      ['--min <PERCENT>', 'fail any spec below PERCENT'],
      ['--min-overall <PERCENT>', 'fail if all specs together are below PERCENT'],
      ['--baseline <FILE>', 'ignore the gaps in FILE; fail on new ones'],
      ['--update-baseline', 'create FILE, or drop gaps that are filled'],
      ['--changed [REF]', 'only specs that changed since a commit (HEAD)'],
      ['--strict', 'also fail on advice'],
      ['--drift', 'also fail on specs in the form of an earlier template'],
      [
        '--format <NAME>…',
        'pretty (terminal), lines (pipe), json, sarif, junit, github, markdown, badge, trend; NAME=FILE',
      ],
      JSON_OUTPUT,
      ['--summary', 'print the meters only'],
      ['--quiet', 'print errors only'],
      ['--watch', 'check again whenever a file changes'],
      ['--budget <SECONDS>', 'skip a file after SECONDS (default 10)'],
      ['--no-cache', 'ignore cached results'],
      TEMPLATE,
      HISTORY,
    ],
    load: () => import('./check.ts'),
  },
  {
    name: 'comment',
    words: ['<REPORT>'],
    summary: 'write a report of check --json as a comment on a pull request',
    options: [
      ['--base <REPORT>', 'a report of the base branch: also say what the change adds and fills'],
      ['--print', 'print the comment instead'],
    ],
    load: () => import('./comment.ts'),
  },
  {
    name: 'related',
    words: ['<FILE>'],
    summary: 'list related documents',
    options: [TEMPLATE, HISTORY, JSON_OUTPUT],
    load: () => import('./related.ts'),
  },
  {
    name: 'questions',
    words: ['<FILE|TEMPLATE>'],
    summary: 'print the open questions as a form',
    options: [['--all', 'include answered questions'], TEMPLATE, HISTORY, JSON_OUTPUT],
    load: () => import('./questions.ts'),
  },
  {
    name: 'fill',
    words: ['<FILE>'],
    summary: 'answer questions without a terminal',
    options: [
      ['--answers <FILE|->', 'YAML or JSON (- is stdin)'],
      ['--drop-guidance', "take the template's comments and tips out as well"],
      TEMPLATE,
      HISTORY,
    ],
    needs: 'answers',
    load: () => import('./fill.ts'),
  },
  {
    name: 'upgrade',
    words: ['[PATH|GLOB]…'],
    summary: 'bring specs to the form that their template has now',
    options: [['--dry-run', 'print what would change'], ['--yes', 'change it without asking'], TEMPLATE, JSON_OUTPUT],
    load: () => import('./upgrade.ts'),
  },
  {
    name: 'init',
    words: [],
    summary: 'create spec-wizard.yaml from what this project contains',
    options: [],
    load: () => import('./init.ts'),
  },
  {
    name: 'templates',
    words: [],
    summary: 'list templates',
    options: [JSON_OUTPUT],
    load: () => import('./templates.ts'),
  },
  {
    name: 'rules',
    words: [],
    summary: 'list the rules that check knows, with their severity',
    options: [JSON_OUTPUT],
    load: () => import('./rules.ts'),
  },
  {
    name: 'explain',
    words: ['<RULE>'],
    summary: 'explain a rule: meaning, example, and how to fix or accept it',
    options: [JSON_OUTPUT],
    load: () => import('./explain.ts'),
  },
  {
    name: 'drafts',
    words: ['[show|restore|drop]', '[ID]', '[PATH]'],
    summary: 'list, show, restore or drop unsaved drafts',
    options: [TEMPLATE, HISTORY, JSON_OUTPUT],
    load: () => import('./drafts.ts'),
  },
  {
    name: 'completion',
    words: ['<SHELL>'],
    summary: 'print completions for bash, zsh, fish or powershell',
    options: [],
    load: () => import('./completion.ts'),
  },
];

/** What a command's module exports. `run` returns the exit status and raises Problem. */
interface CommandModule {
  run: (args: Args, io: Io) => Promise<number>;
}

/** One row of the command table. */
export interface Command {
  /** '' for the wizard, which runs where no command is named. */
  name: string;
  /** Its words as help shows them: `<NAME>` is required, `[NAME]` optional, `…` allows any number. */
  words: readonly string[];
  /** One line for the list of commands. */
  summary: string;
  /** Options and their summaries: `--json`, `--template <ID|PATH>` (takes a value; with `…`, several), `--no-pager`. */
  options: readonly (readonly [flags: string, summary: string])[];
  /** The one required option, by its long name in camel case. */
  needs?: string;
  load: () => Promise<CommandModule>;
}
