import { describe, expect, test } from 'vitest';
import { candidateFor } from '../../src/interview/answer.ts';
import { blankSpec } from '../../src/interview/form.ts';
import { readSpec } from '../../src/judge/read.ts';
import { isGap } from '../../src/judge/reading.ts';
import { Catalogue } from '../../src/project/catalogue.ts';
import { Project } from '../../src/project/project.ts';
import { Stage, templateOf } from '../view/stage.ts';

const template = new Catalogue(new Project(process.cwd())).get('component');
const text = blankSpec(template, 'component');
const id = 'interfaces/rest-api-endpoints/method-path/title';
const not = { kind: 'not-applicable', reason: 'a worker\nwithout HTTP' } as const;

describe('a group of sections of which there is none', () => {
  const reading = readSpec(text, template);
  const { text: after, broken } = candidateFor(reading, id, not);

  test('says so below its own heading, and the pattern goes', () => {
    expect(after).toContain(
      '### REST API Endpoints\n\n<!-- One heading for each endpoint, with its method and path. -->\n\nNot applicable: a worker without HTTP\n\n### Event Publishing\n',
    );
    expect(after).not.toContain('METHOD /path');
    expect(broken).toBe(null);
  });

  test('leaves no gap', () => {
    const answered = readSpec(after, template);
    const own = answered.slots.filter((slot) => slot.id.startsWith('interfaces/rest-api-endpoints'));
    expect(own.filter(isGap)).toEqual([]);
    expect(reading.slots.filter(isGap).length - answered.slots.filter(isGap).length).toBe(5);
  });

  test('may not be so where one is there already', () => {
    const two = text.replace('#### METHOD /path', '#### GET /a\n\nx\n\n#### METHOD /path');
    expect(() => candidateFor(readSpec(two, template), id, not)).toThrow('a name cannot be left out');
  });
});

test('the wizard asks why the group does not apply, takes it back, and leaves other names alone', () => {
  const stage = new Stage(80, 24).open(templateOf('component')).press('<escape>x');
  expect(stage.screen()).toContain('A name cannot be left out.');
  const blank = stage.file;
  // A reason that is typed on changes nothing, nor does Enter behind it.
  const { at } = stage;
  for (const letter of 'It publishes no events, skip') stage.press(letter === ' ' ? '<space>' : letter);
  expect(stage.press('<enter>').at).toBe(at);
  expect(stage.file).toBe(blank);
  stage.press('/');
  stage.press('method and path');
  stage.press('<enter>x');
  expect(stage.screen()).toContain('Why does “REST API Endpoints” not apply?');
  stage.press('a worker<enter>');
  expect(stage.file).toContain('Not applicable: a worker\n\n### Event Publishing');
  expect(stage.screen()).toContain("What is the event's name on the wire");
  expect(stage.press('<escape>u').file).toBe(blank);
});
