import type { Io } from '../host/io.ts';
import { isQuestion } from '../interview/questions.ts';
import { Catalogue } from '../project/catalogue.ts';
import type { Template } from '../template/template.ts';
import { padCells } from '../text/cells.ts';
import { printable } from '../text/printable.ts';
import { type Args, flag, jsonText, openProject } from './args.ts';
import * as messages from './messages.ts';

/** A template in `templates --json`. */
interface TemplateReport {
  id: string;
  title: string;
  about: string;
  /** When to use it; Markdown. */
  when: string;
  /** The path of a new spec; `{name}` stands for its name. */
  path: string;
  aliases: string[];
  questions: number;
}

/** Lists the templates. */
export async function run(args: Args, io: Io): Promise<number> {
  const templates = new Catalogue(await openProject(args, io)).all().map(report);
  io.stdout.write(flag(args, 'json') ? jsonText({ templates }) : list(templates));
  return 0;
}

function report({ id, title, flow, slots }: Template): TemplateReport {
  return {
    id,
    title,
    about: flow?.about ?? '',
    when: flow?.when ?? '',
    path: flow?.path ?? '{name}.md',
    aliases: flow?.aliases ?? [],
    questions: slots.filter(isQuestion).length,
  };
}

function list(templates: readonly TemplateReport[]): string {
  const width = Math.max(...templates.map(({ id }) => id.length));
  const rows = templates.map(
    ({ id, about, questions }) =>
      ` ${padCells(id, width)}   ${String(questions).padStart(3)} questions   ${printable(about)}`,
  );
  return `${[...rows, '', ` ${messages.startOne}`].join('\n')}\n`;
}
