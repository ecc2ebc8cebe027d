import type { Command } from './command.ts';

const JSON_OUTPUT = ['--json', 'print the result as JSON'] as const;
const TEMPLATE = ['--template <ID|PATH>', 'hold it to this template'] as const;
const HISTORY = ['--no-history', "leave the template's earlier versions in git aside"] as const;
const PLAIN = ['--plain', 'ask line by line, without a full screen'] as const;

/** Every command: its words, its options and the module that does it, loaded only when it runs. */
export const COMMANDS: readonly Command[] = [
  {
    name: '',
    words: ['[FILE]'],
    summary: 'start a spec, or continue one',
    options: [TEMPLATE, HISTORY, PLAIN],
    load: () => import('./open.ts'),
  },
  {
    name: 'new',
    words: ['[TEMPLATE]', '[NAME|PATH]'],
    summary: 'start a spec from a template',
    options: [
      ['--blank', 'write it unanswered and ask nothing'],
      ['--answers <FILE|->', 'fill it from YAML or JSON (- is stdin)'],
      PLAIN,
    ],
    load: () => import('./new.ts'),
  },
  {
    name: 'preview',
    words: ['<FILE|->'],
    summary: 'show a spec, or any Markdown, rendered in the terminal',
    options: [
      ['--no-pager', 'print it at once, also in a terminal'],
      ['--width <N>', 'wrap at N columns'],
      ['--gaps', 'only the sections in which something is missing'],
      ['--line-numbers', 'number the lines as in the file'],
      ['--no-comments', 'leave out HTML comments'],
      ['--theme <NAME>', 'dark, light or none, instead of what the terminal tells'],
      TEMPLATE,
      HISTORY,
    ],
    load: () => import('./preview.ts'),
  },
  {
    name: 'check',
    words: ['[PATH|GLOB]…'],
    summary: 'say what is missing and how to fix it',
    options: [
      ['--min <PERCENT>', 'let each spec pass from so much on'],
      ['--min-overall <PERCENT>', 'let all of them together pass from so much on'],
      ['--baseline <FILE>', 'let the gaps in FILE stand, and no new ones'],
      ['--update-baseline', 'take filled gaps out of it, or begin it'],
      ['--changed [REF]', 'only specs that changed since a commit (HEAD)'],
      ['--strict', 'fail on advice, too'],
      ['--format <NAME>…', 'pretty, json, sarif, junit, github, markdown; NAME=FILE'],
      JSON_OUTPUT,
      ['--summary', 'only the meters'],
      ['--quiet', 'print problems alone'],
      ['--watch', 'check again whenever a file changes'],
      ['--budget <SECONDS>', 'give up a file that takes longer (10)'],
      ['--no-cache', 'read every spec anew'],
      TEMPLATE,
      HISTORY,
    ],
    sparing: true,
    load: () => import('./check.ts'),
  },
  {
    name: 'related',
    words: ['<FILE>'],
    summary: 'list what else has to do with a spec',
    options: [TEMPLATE, HISTORY, JSON_OUTPUT],
    load: () => import('./related.ts'),
  },
  {
    name: 'questions',
    words: ['<FILE|TEMPLATE>'],
    summary: 'print what would be asked, as a form to fill',
    options: [['--all', 'the answered ones too'], TEMPLATE, HISTORY, JSON_OUTPUT],
    load: () => import('./questions.ts'),
  },
  {
    name: 'fill',
    words: ['<FILE>'],
    summary: 'answer questions without a terminal',
    options: [['--answers <FILE|->', 'YAML or JSON (- is stdin)'], TEMPLATE, HISTORY],
    needs: 'answers',
    load: () => import('./fill.ts'),
  },
  {
    name: 'init',
    words: [],
    summary: 'write the settings of a project by what is there',
    options: [],
    load: () => import('./init.ts'),
  },
  {
    name: 'templates',
    words: [],
    summary: 'list what can be chosen',
    options: [JSON_OUTPUT],
    load: () => import('./templates.ts'),
  },
  {
    name: 'drafts',
    words: ['[show|restore|drop]', '[ID]', '[PATH]'],
    summary: 'what was typed and is in no file yet',
    options: [TEMPLATE, HISTORY, JSON_OUTPUT],
    load: () => import('./drafts.ts'),
  },
];
