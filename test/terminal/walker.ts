import { readFileSync } from 'node:fs';
import { questionsOf } from '../../src/interview/questions.ts';
import { readSpec } from '../../src/judge/read.ts';
import type { SlotReading } from '../../src/judge/reading.ts';
import { Catalogue } from '../../src/project/catalogue.ts';
import { Project } from '../../src/project/project.ts';
import type { Template } from '../../src/template/template.ts';
import type { TestTerminal } from './terminal.ts';

const catalogue = new Catalogue(new Project(process.cwd()));

/** A built-in template by its id. */
export function templateOf(id: string): Template {
  return catalogue.get(id);
}

/** `12 of 45  …  question 3 of 50`: how far the header says we are, and where. */
export function standing(screen: readonly string[]): { answered: number; question: number | null } {
  const text = screen.join('\n');
  const answered = Number(/(\d+) of \d+\s+[█░ \d]*%/.exec(text)?.[1] ?? -1);
  const question = /question (\d+) of \d+/.exec(text)?.[1];
  return { answered, question: question === undefined ? null : Number(question) };
}

/** The question on the screen, as the core reads the file; `text` stands for a file that is not there yet. */
export function questionOn(terminal: TestTerminal, template: Template, path: string, text: string): SlotReading {
  const now = textOf(path) ?? text;
  const { question } = standing(terminal.screen());
  return questionsOf(readSpec(now, template))[question! - 1]!;
}

/** A file's text, null where there is none. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** The keys that answer a question of any kind, as somebody in a hurry would. */
export function answerKeys({ slot }: SlotReading): string[] {
  switch (slot.kind) {
    case 'line':
    case 'variable':
      return [...'Export', 'enter'];
    case 'date':
      return [...'2026-02-03', 'enter'];
    case 'choice':
      return ['enter'];
    case 'choices':
      return ['space', 'enter'];
    case 'paragraph':
      return [...'Jobs wait in a queue.', 'tab'];
    case 'code':
      return [...'run: true', 'alt+enter'];
    case 'list':
      return [...'one', 'enter', ...'two', 'tab'];
    case 'checklist':
      return [...'A task', 'tab'];
    case 'table':
      return slot.columns.flatMap(({ options }) => [...(options?.[0] ?? 'cell'), 'tab']);
  }
}

/** Answers question after question until nothing is left; gives how many. */
export async function answerAll(
  terminal: TestTerminal,
  template: Template,
  path: string,
  blank: string,
): Promise<number> {
  for (let answers = 0; answers < 200; answers++) {
    const screen = await terminal.waitUntil('a question or the end', (rows) =>
      /question \d+ of|Nothing is left/.test(rows.join('\n')),
    );
    if (screen.join('\n').includes('Nothing is left')) return answers;
    const before = standing(screen);
    const slot = questionOn(terminal, template, path, blank);
    for (const key of answerKeys(slot)) terminal.press(key);
    await terminal.waitUntil(`an answer to ${slot.id}`, (rows) => {
      const now = standing(rows);
      return rows.join('\n').includes('Nothing is left') || (now.question !== null && now.question !== before.question);
    });
  }
  throw new Error('there is no end to the questions');
}
