import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './program.ts';
import { startTerminal, type TestTerminal } from './terminal.ts';

/** A template with a question for each editor. */
const TEMPLATE = `# [Component Name]

**Status**: [Draft | Review | Final]
**Created**: YYYY-MM-DD

## About

[What it is for]

## Goals

- Goal 1
- Goal 2

## Variables

| Variable | Type | Description |
|----------|------|-------------|
| ...      | ...  | ...         |

## Settings

\`\`\`yaml
setting: value
\`\`\`

## Tasks

- [ ] Task 1
- [ ] Task 2
`;

/** The wizard on a spec of a small template, at its first gap. */
export async function begin(
  size: { cols?: number; rows?: number } = {},
): Promise<{ terminal: TestTerminal; text: () => string }> {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'docs'));
  writeFileSync(join(cwd, 'template.md'), TEMPLATE);
  const terminal = startTerminal({ ...size, cwd, args: ['new', './template.md', 'docs/spec.md'] });
  await terminal.waitFor('question 1 of');
  return { terminal, text: () => readFileSync(join(cwd, 'docs/spec.md'), 'utf8') };
}

/** Goes to a question by its words. */
export async function goTo(terminal: TestTerminal, section: string): Promise<void> {
  terminal.press('escape');
  await terminal.waitFor(/n next (?:gap|place found)/);
  terminal.press('/');
  await terminal.waitFor('Find:');
  terminal.type(section);
  await terminal.waitFor(`Find: ${section}`);
  terminal.press('enter');
  await terminal.waitFor('↵ edit');
  terminal.press('enter');
  await terminal.waitFor('esc outline');
}

/** Writes the answer and waits until it is in the file. */
export async function keep(terminal: TestTerminal): Promise<void> {
  await terminal.waitUntil('the answer not yet kept', (rows) => !rows.join('\n').includes('Kept in the file.'));
  terminal.press('ctrl+s');
  await terminal.waitFor('Kept in the file.');
}

/** The lines of a section. */
export function section(text: string, title: string): string {
  const from = text.slice(text.indexOf(`## ${title}\n`) + title.length + 4);
  const end = from.search(/\n## |\n<!--/);
  return (end < 0 ? from : from.slice(0, end)).trim();
}
