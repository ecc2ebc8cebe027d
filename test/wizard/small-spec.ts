import { readTemplate } from '../../src/template/read-template.ts';
import type { Action } from '../../src/wizard/action.ts';
import { Stage } from '../view/stage.ts';

/** What stands in a small spec; a placeholder of the template where nothing is given. */
interface Answers {
  name?: string;
  about?: string;
  status?: string;
  goals?: string[];
  due?: string;
}

/** The text of a spec of the small template. */
export function spec({ name, about, status, goals = [], due }: Answers = {}): string {
  return `# Small

## A

**Name**: ${name ?? '[name]'}

${about ?? '[What it is about.]'}

## B

**Status**: ${status ?? '[Draft | Final]'}

### Goals
${goals.map((goal) => `\n- ${goal}`).join('')}${goals.length > 0 ? '\n' : ''}
## C

**Due**: ${due ?? '[YYYY-MM-DD]'}
`;
}

/** A spec with nothing answered. */
export const BLANK = spec();

/** Five questions: a line, a paragraph, a choice, a list that is optional, and a date. */
export const SMALL = readTemplate(spec({ goals: ['[goal]'] }), {
  id: 'small',
  flow: {
    id: 'small',
    title: 'Small',
    about: 'Five questions',
    when: 'In tests.',
    path: '{name}.md',
    notApplicable: 'say',
    sections: { 'b/goals': { slots: { list: { required: false } } } },
  },
});

/** The wizard with a spec of the small template open. */
export function open(text = BLANK, more: Partial<Extract<Action, { type: 'opened' }>> = {}): Stage {
  return new Stage(120, 40).open(SMALL, text, more);
}
