import fc from 'fast-check';

/** A block of a template, and an answer that takes its place. */
export interface AskedBlock {
  /** The form of its slots. */
  form: 'prose' | 'list' | 'table' | 'fence' | 'checklist' | 'label';
  asks: string;
  answer: string;
  /** Whether the spec has the template's text still. */
  kept: boolean;
}

/** A section of a random template, and what a random spec makes of it. */
export interface RandomSection {
  title: string;
  comment: string;
  /** No two of one form, so that each can be told by its slots. */
  blocks: AskedBlock[];
  fate: 'there' | 'missing' | 'emptied';
  /** What the spec writes before its title. */
  number: string;
}

const thing = fc.constantFrom('pump', 'ledger', 'gauge', 'lantern', 'harbour', 'ferry', 'tide', 'lock', 'bell');
const does = fc.constantFrom('lifts', 'counts', 'measures', 'lights', 'shelters', 'carries', 'turns', 'rings');
const TITLES = ['Purpose', 'Reach of it', 'Parts', 'Costs', 'Risks', 'Plan', 'People', 'History', 'Limits'];
const LABELS = ['Owner', 'Depth', 'Since', 'Price', 'Yield'];

type Write = (words: { a: string; b: string; does: string; labels: readonly string[] }) => string;

/** What templates ask for in ways that mark it, and answers of the same form. */
const FORMS: Readonly<Record<AskedBlock['form'], { asks: readonly Write[]; answers: readonly Write[] }>> = {
  prose: {
    asks: [
      ({ a, b, does }) => `Describe how the ${a} ${does} the ${b} and why it does so.`,
      ({ a, does }) => `What does the ${a} do? Who ${does} it?`,
      ({ a, does }) => `[What the ${a} ${does}]`,
      ({ a }) => `{describe the ${a} here}`,
      ({ a, does }) => `*Describe the ${a} and what it ${does}.*`,
      ({ a, does }) => `> Say what the ${a} ${does} in your own words.`,
      ({ a, does }) => `<How the ${a} ${does}>`,
      ({ a }) => `(Describe the ${a}.)`,
    ],
    answers: [
      ({ a, b, does }) => `The ${a} ${does} the ${b} at dusk.`,
      ({ a, b, does }) => `Every ${a} ${does} twice, as [the ${b}](x.md) says.\n\n![The ${a}](a.png)`,
      ({ does }) => `It ${does}; nothing else {does}, says <ola@example.org>...`,
      ({ a }) => `> The ${a} is old.`,
      () => 'None.',
    ],
  },
  list: {
    asks: [
      () => '* Goal 1\n* Goal 2',
      ({ a, b }) => `* [${a} and its use]\n* [another ${b}]`,
      () => '* ...\n* ...',
      () => '1. {First step}\n2. {Second step}',
    ],
    answers: [
      ({ a, b }) => `* Lift the ${a}\n* Lower the ${b} [slowly]`,
      ({ a, b, does }) => `1. the ${a} ${does}\n2. the ${b} ... rests`,
    ],
  },
  table: {
    asks: [
      () => '| Name | Use |\n|---|---|\n| [name] | [use] |\n| ... | ... |',
      () => '| Name | Use |\n|---|---|\n| ... | ... |',
      () => '| Name | Use |\n|---|---|\n| {name} | day / night |',
    ],
    answers: [
      ({ a }) => `| Name | Use |\n|---|---|\n| ${a} | night |`,
      ({ a, b }) => `| Name | Use |\n|---|---|\n| the ${a} | n/a |\n| [${b}](b.md) | day |`,
    ],
  },
  fence: {
    asks: [
      () => '```yaml\nkey: value\n```',
      () => '```sh\nrun --with {option}\n```',
      () => '```ts\nclass ServiceName {}\n```',
    ],
    answers: [
      ({ a, does }) => `\`\`\`yaml\n${a}: ${does}\n# TODO: more, [maybe] {more}...\n\`\`\``,
      ({ a }) => `\`\`\`sh\nrun --with ${a}\n\`\`\``,
    ],
  },
  checklist: {
    asks: [() => '+ [ ] Task 1\n+ [ ] Task 2', ({ a }) => `+ [ ] [What the ${a} needs]`],
    answers: [({ a, b }) => `+ [x] oil the ${a}\n+ [ ] paint the ${b}`],
  },
  label: {
    asks: [
      ({ labels: [one, two] }) => `- **${one}**: [${one} of it]\n- **${two}**: {${two}, in words}`,
      ({ labels: [one, two] }) => `**${one}**: [${one}]\\\n**${two}**: YYYY-MM-DD`,
      ({ labels: [one, two] }) => `- ${one}: (fill me in)\n- ${two}: yes | no`,
    ],
    answers: [
      ({ a, labels: [one, two] }) => `- **${one}**: ${a}\n- **${two}**: no`,
      ({ a, labels: [one, two] }) => `**${one}**: the ${a}\\\n**${two}**: 2024-01-02`,
    ],
  },
};

function block(form: AskedBlock['form']): fc.Arbitrary<AskedBlock> {
  const words = () => ({ a: thing, b: thing, does });
  return fc
    .record({
      asks: fc.record({ write: fc.constantFrom(...FORMS[form].asks), ...words() }),
      answer: fc.record({ write: fc.constantFrom(...FORMS[form].answers), ...words() }),
      labels: fc.shuffledSubarray(LABELS, { minLength: 2, maxLength: 2 }),
      kept: fc.boolean(),
    })
    .map(({ asks, answer, labels, kept }) => ({
      form,
      asks: asks.write({ ...asks, labels }),
      answer: answer.write({ ...answer, labels }),
      kept,
    }));
}

const forms = Object.keys(FORMS) as AskedBlock['form'][];

/** The sections of a random template with their fate in a random spec, two to five of them. */
export const randomSections: fc.Arbitrary<RandomSection[]> = fc
  .shuffledSubarray(TITLES, { minLength: 2, maxLength: 5 })
  .chain((titles) => fc.tuple(...titles.map(section)));

function section(title: string): fc.Arbitrary<RandomSection> {
  return fc.shuffledSubarray(forms, { minLength: 1, maxLength: 3 }).chain((chosen) =>
    fc.record({
      title: fc.constant(title),
      comment: fc.constantFrom('', `<!-- All about ${title}. -->`),
      blocks: fc.tuple(...chosen.map(block)),
      fate: fc.constantFrom('there', 'there', 'there', 'there', 'missing', 'emptied'),
      number: fc.constantFrom('', '', '1. ', '2.3 '),
    }),
  );
}

/** The template that the sections make up. */
export function templateOf(sections: readonly RandomSection[]): string {
  const bodies = sections.map(({ title, comment, blocks }) =>
    [`## ${title}`, comment, ...blocks.map(({ asks }) => asks)].filter(Boolean).join('\n\n'),
  );
  return `# Works\n\n${bodies.join('\n\n')}\n`;
}

/** The spec that the sections make up. */
export function specOf(sections: readonly RandomSection[]): string {
  const bodies = sections
    .filter(({ fate }) => fate !== 'missing')
    .map(({ title, comment, blocks, fate, number }) => {
      const written = blocks.map(({ asks, answer, kept }) => (kept ? asks : answer));
      return [`## ${number}${title}`, comment, ...(fate === 'emptied' ? [] : written)].filter(Boolean).join('\n\n');
    });
  return `# The works\n\n${bodies.join('\n\n')}\n`;
}
