import { expect, test } from 'vitest';
import { anotherSection, repeatSection } from '../../src/interview/answer/whole-section.ts';
import { candidateFor } from '../../src/interview/answer.ts';
import { blankSpec } from '../../src/interview/form.ts';
import { readSpec } from '../../src/judge/read.ts';
import { Catalogue } from '../../src/project/catalogue.ts';
import { Project } from '../../src/project/project.ts';
import { readTemplate } from '../../src/template/read-template.ts';
import { applySplices } from '../../src/text/range.ts';

test('an unanswered copy comes behind the older ones, as it does in the document, and leaves them their ids', () => {
  const template = new Catalogue(new Project(process.cwd())).get('component');
  const text = blankSpec(template).replace('#### METHOD /path', '#### GET /exports');
  const reading = readSpec(text, template);
  const id = 'interfaces/rest-api-endpoints/method-path';
  const again = readSpec(applySplices(text, repeatSection(reading, id)), template);
  const copies = again.sections.filter(({ section }) => section.id === id);
  expect(copies.map((copy) => [copy.id, copy.found?.title])).toEqual([
    [id, 'GET /exports'],
    [`${id}-2`, 'METHOD /path'],
  ]);
});

const COUNTED = readTemplate(
  `# Choice

## Options

### Option A: [name]

[what it is]

#### Costs

[what it costs]

#### Risks

[what may go wrong]

### Option B: [name]

[what it is]

#### Costs

[what it costs]

#### Risks

[what may go wrong]

## Outcome

[outcome]
`,
  { id: 'counted' },
);
const OPTIONS = `# Choice

## Options

### Option A: Boats

By water.

#### Costs

Ten.

#### Risks

Storms.

### Option B: Carts

By land.

#### Costs

Five.

#### Risks

Mud.

### Option C: Kites

By air.

#### Costs

Two.

## Outcome

Boats.
`;

test('what a copy of the author’s lacks is put into that copy', () => {
  const reading = readSpec(OPTIONS, COUNTED);
  const lacking = reading.slots.find(({ state }) => state === 'missing')!;
  expect(lacking.id).toBe('options/option-b-name/risks-2/paragraph');
  const { text } = candidateFor(reading, lacking.id, { kind: 'value', value: 'No wind.' });
  expect(text).toBe(OPTIONS.replace('Two.\n', 'Two.\n\n#### Risks\n\nNo wind.\n'));
  expect(readSpec(text, COUNTED).meter.ratio).toBe(1);
});

test('one more of a counted series follows the last, in its own letters, wherever it is asked for', () => {
  const reading = readSpec(OPTIONS, COUNTED);
  for (const { id } of reading.sections.filter(({ section }) => section.series !== '')) {
    if (!/^options\/option-[ab]-name(?:-\d)?$/.test(id)) continue;
    const copy = anotherSection(reading, id)!;
    const text = applySplices(OPTIONS, copy.splices);
    expect(text).toContain('#### Costs\n\nTwo.\n\n### Option D: [name]\n\n[what it is]\n\n#### Costs\n');
    expect(copy.gap).toMatch(/^options\/option-b-name-3\//);
  }
});

test('placeholders of headings are copied as the template has them', () => {
  const template = readTemplate('# Map\n\n## [Domain / Layer]\n\n[what it holds]\n', { id: 'map' });
  const spec = '# Map\n\n## Harbour\n\nBoats.\n\n## Pier\n\nPlanks.\n';
  const reading = readSpec(spec, template);
  const { splices } = anotherSection(reading, reading.sections.find(({ found }) => found?.title === 'Harbour')!.id)!;
  expect(applySplices(spec, splices)).toBe(`${spec}\n## [Domain / Layer]\n\n[what it holds]\n`);
});
