import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTemplate } from '../../src/template/read-template.ts';
import { corpusTemplates } from '../corpus/documents.ts';

/** The questions that a template asks without a flow, by slot id. */
function questions(text: string): Record<string, string> {
  const { slots } = readTemplate(text, { id: 'template' });
  return Object.fromEntries(slots.filter((slot) => !slot.boilerplate).map((slot) => [slot.id, slot.ask]));
}

describe('a question made from what a template says', () => {
  it('has no mark that says when to answer, wherever that is in the heading', () => {
    const asked = questions('# Pump\n\n## (Optional) Rollout\n\n## Risks (optional)\n');
    expect(Object.values(asked)).toEqual([
      'What is there to say about “Rollout”?',
      'What is there to say about “Risks”?',
    ]);
  });

  it('is for a text where options are followed by a request', () => {
    const { slots } = readTemplate('# Pump\n\n## Impact\n\nHigh / Medium / Low\n\nExplain why.\n', { id: 'template' });
    expect(slots.map(({ kind, options }) => [kind, options])).toEqual([['paragraph', []]]);
  });

  it('is its own, where it asks', () => {
    expect(questions('# Pump\n\n## Purpose\n\nWhat does it do? Who needs it?\n')['purpose/paragraph']).toBe(
      'What does it do?',
    );
    expect(questions('# Pump\n\n## Purpose\n\n<!-- Say what it does. -->\n')['purpose/paragraph']).toBe(
      'Say what it does.',
    );
  });

  it('is the heading, where that asks', () => {
    const asked = questions('# Pump\n\n## Can it be stopped?\n\n### Who may stop it? (optional)\n\n- [ ] Task 1\n');
    expect(Object.values(asked)).toEqual(['Who may stop it?']);
  });

  it('does not end within an abbreviation or a bracket', () => {
    const { 'parts/paragraph': asked } = questions(
      '# Pump\n\n## Parts\n\nDescribe its parts (e.g. valves, i.e. what turns) in turn. Be brief.\n',
    );
    expect(asked).toBe('Describe its parts (e.g. valves, i.e. what turns) in turn.');
  });

  it('passes over what says that it may be left out', () => {
    const { 'parts/paragraph': asked } = questions(
      '# Pump\n\n## Parts\n\n<!-- This section is optional. Which parts does it have? -->\n',
    );
    expect(asked).toBe('Which parts does it have?');
  });

  it('leaves the brackets off', () => {
    const { 'parts/paragraph': asked } = questions('# Pump\n\n## Parts\n\n[Describe its parts. Be brief.]\n');
    expect(asked).toBe('Describe its parts.');
  });

  it('takes no single word for a question, and takes off what stands round a value', () => {
    const asked = questions('---\nauthors:\n  - <name>\ndiscussion: <link>\n---\n\n# Pump\n\nText.\n');
    expect(asked).toMatchObject({
      authors: 'What belongs in the list “authors”?',
      discussion: 'What should “discussion” say?',
    });
  });

  it('asks for a title that words stand for', () => {
    const section = '\n\n## Why\n\n[Why]\n';
    expect(questions(`# ADR-NNNN: Title of the decision${section}`).title).toBe('What is the title of the decision?');
    expect(questions(`# Your feature name${section}`).title).toBe('What is the feature name?');
    expect(questions(`# How we name things${section}`)).not.toHaveProperty('title');
  });

  it('names the title without numbering and marks', () => {
    const { 'parts/list': asked } = questions('# Pump\n\n## 3. Parts (if applicable)\n\n- Part 1\n- Part 2\n');
    expect(asked).toContain('Parts');
    expect(asked).not.toMatch(/3|applicable/);
  });
});

const builtIn = ['component', 'dynamo-component', 'photoncloud', 'technical-spec'].map((id) => ({
  repo: 'built-in',
  path: id,
  text: readFileSync(new URL(`../../templates/${id}.md`, import.meta.url), 'utf8'),
}));

it.each([...builtIn, ...corpusTemplates()])('the questions of $repo $path read well without a flow', ({ text }) => {
  const { slots } = readTemplate(text, { id: 'template' });
  const balanced = (ask: string) =>
    ['()', '[]', '{}', '“”'].every(([open, close]) => ask.split(open!).length === ask.split(close!).length);
  for (const { ask, boilerplate, id, options } of slots) {
    if (boilerplate) continue;
    expect(ask, id).toMatch(/[?.]$/);
    expect(ask, id).not.toMatch(/\b(?:e\.g|i\.e)\.$|“”|“[\d.]*”|\?”\?$|:”|^[[{<(*_]|\*\*|\n/);
    expect(ask, id).not.toMatch(/\boptional\b/i);
    expect(ask.length, id).toBeLessThanOrEqual(200);
    expect(balanced(ask), `${id}: ${ask}`).toBe(true);
    expect(
      options.filter((option) => !balanced(option) || /^["'{[]/.test(option)),
      id,
    ).toEqual([]);
  }
});
