/** What a rule means, and the shortest template and spec to which it applies. */
export interface RuleText {
  meaning: string;
  template: string;
  spec: string;
}

/** Rules that make a required part a gap. */
export const GAP_TEXTS: Readonly<Record<string, RuleText>> = {
  'missing-section': {
    meaning: 'A section of the template does not stand in the spec, under its title or another one like it.',
    template: '# Spec\n\n## Goal\n\nSay why.\n\n## Rollback\n\nSay how to go back.\n',
    spec: '# Spec\n\n## Goal\n\nFaster exports.\n',
  },
  'missing-part': {
    meaning: 'The section is there, but a labelled value, list, table or block of the template is missing in it.',
    template: '# Spec\n\n## Owner\n\n**Team**: [team]\n\n**Contact**: [address]\n',
    spec: '# Spec\n\n## Owner\n\n**Team**: Search\n',
  },
  'empty-section': {
    meaning: 'The heading has nothing below it that a reader would see. A comment is no answer.',
    template: '# Spec\n\n## Goal\n\nSay why.\n',
    spec: '# Spec\n\n## Goal\n\n<!-- soon -->\n',
  },
  'empty-table': {
    meaning: 'A table has a header and no row.',
    template: '# Spec\n\n## Settings\n\n| Name | Type |\n|---|---|\n| [name] | [type] |\n',
    spec: '# Spec\n\n## Settings\n\n| Name | Type |\n|---|---|\n',
  },
  'empty-value': {
    meaning: 'A label or a key has nothing behind it.',
    template: '# Spec\n\n**Owner**: [name]\n',
    spec: '# Spec\n\n**Owner**:\n',
  },
  placeholder: {
    meaning:
      'A placeholder of the template is still in its place: `[name]`, `{name}`, `<name>` or `(fill me in)`. Brackets of your own are text.',
    template: '# Spec\n\n**Owner**: [name of the team]\n',
    spec: '# Spec\n\n**Owner**: [name of the team]\n',
  },
  variable: {
    meaning: 'A name that the template uses in several places is not given yet. It is asked for once.',
    template: '# {service}\n\n## Deployment\n\nRun `deploy {service}` and watch {service}.\n',
    spec: '# {service}\n\n## Deployment\n\nRun `deploy {service}` and watch {service}.\n',
  },
  'template-text': {
    meaning: "A text is still the template's own, word for word, in the place where the template has it.",
    template: '# Spec\n\n## Goal\n\nSay in one sentence what gets better, and for whom.\n',
    spec: '# Spec\n\n## Goal\n\nSay in one sentence what gets better, and for whom.\n',
  },
  example: {
    meaning: "The template's example is unchanged. It may be true of your spec, so it waits for you to keep it.",
    template: '# Spec\n\n## Dependencies\n\n- **Internal**: Service A, Database B\n',
    spec: '# Spec\n\n## Dependencies\n\n- **Internal**: Service A, Database B\n',
  },
  'example-row': {
    meaning: "A row of the template's example table is unchanged.",
    template: '# Spec\n\n## Risks\n\n| Risk | Impact |\n|---|---|\n| Performance degradation | High |\n',
    spec: '# Spec\n\n## Risks\n\n| Risk | Impact |\n|---|---|\n| Performance degradation | High |\n',
  },
  // Only a flow sets limits, so that these have no template of their own.
  'too-few': {
    meaning: 'A table has fewer rows, or a list fewer items, than the flow of the template takes at least (min).',
    template: '',
    spec: '# Spec\n\n## Goals\n\n- Exports take less than a minute\n',
  },
  'too-many': {
    meaning: 'A table has more rows, or a list more items, than the flow of the template takes at most (max).',
    template: '',
    spec: '# Spec\n\n## Goals\n\n- Fast exports\n- Small exports\n- Exports of all\n',
  },
  'too-many-copies': {
    meaning: 'A repeated section is there more often than the flow of the template allows (max).',
    template: '',
    spec: '# Spec\n\n## Option A\n\nRedis.\n\n## Option B\n\nFiles.\n\n## Option C\n\nNothing.\n',
  },
  'left-beside': {
    meaning: "Beside your answer there is still a text of the template's that it should have replaced.",
    template: '# Spec\n\n## Goals\n\n- [first goal]\n- [second goal]\n',
    spec: '# Spec\n\n## Goals\n\n- Exports take less than a minute\n- [second goal]\n',
  },
  unanswered: {
    meaning: 'A question of the template has no answer, while others beside it have theirs.',
    template: '# Spec\n\n## Data\n\n- What is stored?\n- Who may read it?\n',
    spec: '# Spec\n\n## Data\n\n- What is stored? Titles.\n- Who may read it?\n',
  },
  'open-choice': {
    meaning: 'Two or more of the options that the template offers still stand.',
    template: '# Spec\n\n**Status**: [Draft | Review | Approved]\n',
    spec: '# Spec\n\n**Status**: Draft | Review\n',
  },
  'no-tick': {
    meaning: 'The template asks to pick one of some boxes, and none of them is ticked.',
    template: '# Spec\n\n## Risk\n\nChoose one:\n\n- [ ] Low\n- [ ] High\n',
    spec: '# Spec\n\n## Risk\n\nChoose one:\n\n- [ ] Low\n- [ ] High\n',
  },
  'literal-date': {
    meaning: 'The pattern of a date is left where the date belongs.',
    template: '# Spec\n\n**Created**: YYYY-MM-DD\n',
    spec: '# Spec\n\n**Created**: YYYY-MM-DD\n',
  },
  'no-option': {
    meaning: 'A word or two in place of a choice are none of the options that the template offers.',
    template: '# Spec\n\n**Impact**: low | medium | high\n',
    spec: '# Spec\n\n**Impact**: banana\n',
  },
  'no-date': {
    meaning: 'There is a word where the template asks for a date.',
    template: '# Spec\n\n**Created**: YYYY-MM-DD\n',
    spec: '# Spec\n\n**Created**: soon\n',
  },
  'only-dots': {
    meaning: "The template's dots stand as a whole value, item or cell. Dots within a sentence are text.",
    template: '# Spec\n\n**Owner**: ...\n',
    spec: '# Spec\n\n**Owner**: ...\n',
  },
  'no-answer': {
    meaning: 'Dots, dashes, question marks, XXX or filler text in place of an answer.',
    template: '# Spec\n\n**Owner**: [name]\n',
    spec: '# Spec\n\n**Owner**: ???\n',
  },
  pending: {
    meaning: 'You put it off: TBD, TODO, "to be added", in any of the known languages.',
    template: '# Spec\n\n## Rollback\n\nSay how to go back.\n',
    spec: '# Spec\n\n## Rollback\n\nTBD, after the load test\n',
  },
  unresolved: {
    meaning: 'A mark such as [NEEDS CLARIFICATION: …] leaves a question open.',
    template: '# Spec\n\n## Goal\n\nSay why.\n',
    spec: '# Spec\n\n## Goal\n\nFaster exports [NEEDS CLARIFICATION: for all plans?].\n',
  },
  'numbered-stub': {
    meaning: 'A stub of the template is left: "Goal 1", "FR1: …", "TBD".',
    template: '# Spec\n\n## Goals\n\n- Goal 1\n- Goal 2\n',
    spec: '# Spec\n\n## Goals\n\n- Goal 1\n- Goal 2\n',
  },
  'stub-cell': {
    meaning: "A cell of a table still holds the template's dots or placeholder.",
    template: '# Spec\n\n## Settings\n\n| Name | Type |\n|---|---|\n| [name] | [type] |\n',
    spec: '# Spec\n\n## Settings\n\n| Name | Type |\n|---|---|\n| PORT | [type] |\n',
  },
  'code-stub': {
    meaning: "Code was changed, and a stub name of the template's is still in it.",
    template: '# Spec\n\n## API\n\n```python\ndef method_name(param1):\n    pass\n```\n',
    spec: '# Spec\n\n## API\n\n```python\ndef export(param1):\n    return run(param1)\n```\n',
  },
  'link-target': {
    meaning: "A link still leads to the template's stub of an address, whatever its label says.",
    template: '# Spec\n\n**Ticket**: [the ticket](url)\n',
    spec: '# Spec\n\n**Ticket**: [SEARCH-12](url)\n',
  },
};

/** Rules that leave nothing to do. */
export const CLOSED_TEXTS: Readonly<Record<string, RuleText>> = {
  answered: {
    meaning: 'The author wrote something of their own.',
    template: '# Spec\n\n## Goal\n\nSay why.\n',
    spec: '# Spec\n\n## Goal\n\nFaster exports.\n',
  },
  'not-applicable': {
    meaning: 'The author says that it does not apply, with or without a reason.',
    template: '# Spec\n\n## Rollback\n\nSay how to go back.\n',
    spec: '# Spec\n\n## Rollback\n\nNot applicable: nothing is stored.\n',
  },
  default: {
    meaning: 'The template gives the state in which every document starts, and it still holds.',
    template: '# Spec\n\n**Status**: Draft <!-- Draft, Review or Approved -->\n',
    spec: '# Spec\n\n**Status**: Draft\n',
  },
  'name-alone': {
    meaning: 'The value is only a name that is used throughout. The name has a question of its own.',
    template: '',
    spec: '',
  },
  allowed: {
    meaning: "The flow lists the template's value among the answers it allows.",
    template: '',
    spec: '',
  },
  'filled-row': {
    meaning: 'A row is as the template has it, and nothing in it is to be filled in.',
    template: '',
    spec: '',
  },
  kept: {
    meaning: "The author accepted the template's text as it is; the mark at the end of the spec records it.",
    template: '# Spec\n\n## Dependencies\n\n- **Internal**: Service A, Database B\n',
    spec: '# Spec\n\n## Dependencies\n\n- **Internal**: Service A, Database B\n\n<!-- spec-wizard: template=spec keep=dependencies/internal -->\n',
  },
  'own-words': {
    meaning: "The section answers the part in a form of the author's own.",
    template: '',
    spec: '',
  },
  boilerplate: {
    meaning: 'The text is meant to stay in every spec, such as a licence, and is never asked for.',
    template: '',
    spec: '',
  },
  'not-needed': {
    meaning: 'The part is optional, or answered by the text around it.',
    template: '',
    spec: '',
  },
};
