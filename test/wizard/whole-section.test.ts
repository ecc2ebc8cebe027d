import { describe, expect, test } from 'vitest';
import { readSpec } from '../../src/judge/read.ts';
import { isGap } from '../../src/judge/reading.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import { Stage, templateOf } from '../view/stage.ts';

const component = templateOf('component');
const OWN = `# Order Search

* **Type:** Microservice

## Purpose

Finds orders.

## Talking to it

Orders are found by GET /orders?q=…, for everyone who is signed in.
`;

const small = readTemplate(
  '# {Name}\n\n## Goal\n\n{goal}\n\n## Events\n\n### Sent\n\n{events sent}\n\n### Heard\n\n{events heard}\n\n## Risks\n\n{risks}\n',
  { id: 'small' },
);

function gapsBelow(text: string, id: string, template = component): number {
  return readSpec(text, template).slots.filter((slot) => slot.id.startsWith(id) && isGap(slot)).length;
}

describe('a whole section', () => {
  test('that is missing can be marked as not applicable: it is added with the reason, and leaves no gap', () => {
    const stage = new Stage(80, 24).open(component, OWN).press('<escape>/');
    stage.press('name on the wire<enter>S');
    expect(stage.screen()).toContain('The whole section “event.name”');
    stage.press('o');
    expect(stage.screen()).toContain('The whole section “Event Publishing”');
    stage.press('x');
    expect(stage.screen()).toContain('Why does “Event Publishing” not apply?');
    stage.press('It publishes none<enter>');
    expect(stage.file).toContain('### Event Publishing\n');
    expect(stage.file).toMatch(/Event Publishing\n(?:\n<!--[^>]*-->\n)?\nNot applicable: It publishes none\n/);
    expect(gapsBelow(stage.file!, 'interfaces/event-publishing')).toBe(0);
    expect(stage.screen()).toContain('“Event Publishing” does not apply. u undoes it.');
    expect(stage.press('u').file).toBe(OWN);
  });

  test('is what x marks if the heading of its only part is asked for', () => {
    const stage = new Stage(80, 24).open(component, OWN).press('<escape>/');
    stage.press('name on the wire<enter>x');
    expect(stage.screen()).toContain('Why does “Event Publishing” not apply?');
    stage.press('none<enter>');
    expect(gapsBelow(stage.file!, 'interfaces/event-publishing')).toBe(0);
  });

  test('that is in the file can be marked as not applicable with all below it; others stay', () => {
    const text =
      '# Shop\n\n## Goal\n\nSell.\n\n## Events\n\n### Sent\n\n{events sent}\n\n### Heard\n\n{events heard}\n\n## Risks\n\n{risks}\n';
    const stage = new Stage(80, 24).open(small, text).press('<escape>n');
    stage.press('So');
    stage.press('x<enter>');
    expect(stage.file).toBe('# Shop\n\n## Goal\n\nSell.\n\n## Events\n\nNot applicable\n\n## Risks\n\n{risks}\n');
  });

  test('that contains an answer is not removed', () => {
    const text =
      '# Shop\n\n## Goal\n\nSell.\n\n## Events\n\n### Sent\n\nOrders.\n\n### Heard\n\n{events heard}\n\n## Risks\n\n{risks}\n';
    const stage = new Stage(80, 24).open(small, text).press('<escape>So');
    expect(stage.screen()).toContain('It cannot be left out: it contains an answer.');
    expect(stage.screen()).not.toContain('it does not apply');
    expect(stage.file).toBe(text);
  });

  test('can be skipped with all its questions', () => {
    const stage = new Stage(80, 24)
      .open(small, '# Shop\n\n## Goal\n\nSell.\n\n## Events\n\n## Risks\n')
      .press('<escape>So');
    stage.press('s');
    expect(stage.at).toBe('risks/paragraph outline');
  });

  test('can be one of the author’s own', () => {
    const stage = new Stage(80, 24).open(component, OWN).press('<escape>/');
    stage.press('method and path<enter>Soo');
    expect(stage.screen()).toContain('The whole section “Interfaces”');
    stage.press('m');
    expect(stage.screen()).toContain('Which of your sections is “Interfaces”?');
    expect(stage.screen()).toContain('## Talking to it');
    stage.press('1');
    expect(stage.screen()).toContain('“Talking to it” is read as this section now. u undoes it.');
    const interfaces = readSpec(stage.file!, component).sections.find(({ id }) => id === 'interfaces');
    expect(interfaces?.found?.title).toBe('Talking to it');
    expect(stage.file!.replace(/\n<!-- spec-wizard:.*\n/, '')).toBe(OWN);
  });
});

describe('in the review', () => {
  const blank =
    '# Shop\n\n## Goal\n\nSell.\n\n## Events\n\n### Sent\n\n{events sent}\n\n### Heard\n\n{events heard}\n\n## Risks\n\n{risks}\n';
  const review = () => new Stage(80, 24).open(small, blank).press('<escape>r');

  test('x says that the row’s question does not apply, and the review stays', () => {
    const stage = review().press('x');
    expect(stage.screen()).toContain('Why does “Sent” not apply?');
    stage.press('none<enter>');
    expect(stage.file).toContain('### Sent\n\nNot applicable: none\n');
    expect(stage.at).toBe('review');
    expect(stage.screen()).toContain('What is left: 2');
  });

  test('s skips a question and goes on; S skips the whole section', () => {
    const stage = review().press('s');
    expect(stage.at).toBe('review');
    expect(stage.state.walk?.reviewAt).toBe(1);
    stage.press('So').press('x<enter>');
    expect(stage.file).toContain('## Events\n\nNot applicable\n\n## Risks');
    expect(stage.at).toBe('review');
    expect(stage.screen()).toContain('What is left: 1');
  });

  test('^K refuses a placeholder as the field does', () => {
    const stage = review().press('<ctrl+k>');
    expect(stage.file).toBe(blank);
    expect(stage.screen()).toContain("Only the template's placeholder is here");
    expect(stage.at).toBe('review');
  });

  test('ends with the last gap', () => {
    const stage = review().press('x<enter>x<enter>x<enter>');
    expect(stage.at).toBe('end');
  });
});

test('the document beside the question scrolls to its ends and at once back', () => {
  const stage = new Stage(120, 40).open(component).press('<escape>');
  const first = stage.screen();
  const downs = '<ctrl+d>'.repeat(60);
  stage.press(downs);
  const last = stage.screen();
  expect(stage.press('<ctrl+d>').screen()).toBe(last);
  expect(stage.press('<ctrl+u>').screen()).not.toBe(last);
  stage.press('<ctrl+u>'.repeat(60));
  expect(stage.screen()).toBe(first);
});
