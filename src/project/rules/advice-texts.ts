import type { RuleText } from './gap-texts.ts';

/** When a general advice is given, for specs of any template. */
export const ADVICE_TEXTS: Readonly<Record<string, RuleText>> = {
  'unmeasured-requirement': {
    meaning: 'a section on latency, throughput, availability or the like has no number',
    template: '# Spec\n\n## Performance\n\nSay how fast it has to be.\n',
    spec: '# Spec\n\n## Performance\n\nExports are fast.\n',
  },
  'alert-without-action': {
    meaning: 'no alert says what to do when it fires',
    template: '# Spec\n\n## Alerts\n\n- [alert]\n',
    spec: '# Spec\n\n## Alerts\n\n- The queue is longer than 500\n',
  },
  'dependency-without-failure': {
    meaning: 'nothing says what happens when a dependency fails',
    template: '# Spec\n\n## Dependencies\n\n- [dependency]\n',
    spec: '# Spec\n\n## Dependencies\n\n- PostgreSQL\n',
  },
  'columns-lost': {
    meaning: "a table has fewer columns than the template's",
    template: '# Spec\n\n## Settings\n\n| Name | Type | Default |\n|---|---|---|\n| [name] | [type] | [value] |\n',
    spec: '# Spec\n\n## Settings\n\n| Name | Type |\n|---|---|\n| PORT | number |\n',
  },
  'table-without-rows': {
    meaning: 'a required table has a header and no row',
    template: '# Spec\n\n## Settings\n\n| Name | Type |\n|---|---|\n| [name] | [type] |\n',
    spec: '# Spec\n\n## Settings\n\n| Name | Type |\n|---|---|\n',
  },
  'barely-changed': {
    meaning: "an answer shares nine of ten words with the template's guidance",
    template:
      '# Spec\n\n## Goal\n\nSay in one or two sentences what gets better for all of the people who use the system on each and every day.\n',
    spec: '# Spec\n\n## Goal\n\nSay in one or two sentences what gets better for all of the people who use the system on each and every week.\n',
  },
  'brackets-kept': {
    meaning: "a value is still in the placeholder's brackets",
    template: '# Spec\n\n**Owner**: [name of the team]\n',
    spec: '# Spec\n\n**Owner**: [Search team]\n',
  },
  'instructions-left': {
    meaning: "the template's instructions for its own use are still there",
    template: '# Spec\n\n> Copy this template and delete this note.\n\n## Goal\n\nSay why.\n',
    spec: '# Spec\n\n> Copy this template and delete this note.\n\n## Goal\n\nFaster exports.\n',
  },
  'guidance-left': {
    meaning: "the template's comments and tips to the author are still there, with their lines",
    template: '# Spec\n\n## Goal\n\n<!-- One sentence is enough. -->\n\nSay why.\n',
    spec: '# Spec\n\n## Goal\n\n<!-- One sentence is enough. -->\n\nFaster exports.\n',
  },
  'value-in-comment': {
    meaning: 'a value in the front matter begins with `#`, so that YAML reads a comment',
    template: '---\nissue: <number>\n---\n\n# Spec\n\n## Goal\n\nSay why.\n',
    spec: '---\nissue: #1234\n---\n\n# Spec\n\n## Goal\n\nFaster exports.\n',
  },
  'key-twice': {
    meaning: "a key is in the front matter more often than in the template's",
    template: '---\nowner: <name>\n---\n\n# Spec\n\n## Goal\n\nSay why.\n',
    spec: '---\nowner: Ann\nowner: Bo\n---\n\n# Spec\n\n## Goal\n\nFaster exports.\n',
  },
  'not-closed': {
    meaning: 'a code block or a comment that is never closed takes in headings below it',
    template: '# Spec\n\n## Goal\n\nSay why.\n\n## Risks\n\nSay which.\n',
    spec: '# Spec\n\n## Goal\n\n```\nexport()\n\n## Risks\n\nLoad.\n',
  },
  'older-form': {
    meaning: "a section has a title or form of the template's earlier version; it counts as before",
    template: '# Spec\n\n## Review\n\n### Has the change been rehearsed?\n\nSay when.\n',
    spec: '# Spec\n\n## Review\n\n- **Has the change been rehearsed?** In May.\n',
  },
  'still-open': {
    meaning: 'there is a "TBD" or a placeholder of the template where the template asks nothing',
    template: '# Spec\n\n## Steps\n\n1. [step]\n',
    spec: '# Spec\n\n## Steps\n\n1. Export the data.\n\n**Owner**: TBD\n',
  },
};

/** When an advice on references is given: it depends on other files. `spec` shows the reference. */
export const REFERENCE_TEXTS: Readonly<Record<string, RuleText>> = {
  'unknown-reference': {
    meaning: 'an id such as `[DES-001]` names no spec of the project',
    template: '',
    spec: 'It follows [DES-001].\n',
  },
  'broken-link': {
    meaning: 'a link leads to a file of the project that is not there',
    template: '',
    spec: 'See [the design](design.md).\n',
  },
  'broken-anchor': {
    meaning: 'a link leads to a heading that is not there',
    template: '',
    spec: 'See [the limits](#limits).\n',
  },
};
