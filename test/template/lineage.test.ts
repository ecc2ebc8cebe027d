import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineageOf, originals, startsOf, wordingsOf } from '../../src/template/lineage.ts';
import { topicsOf } from '../../src/template/topics.ts';
import { fold } from '../../src/text/fold.ts';
import { runs } from '../properties.ts';

const keys = (...versions: string[]) => Object.fromEntries(lineageOf(versions.map(topicsOf)).former);

const WHY = 'Say in a few words what hurts today and since when it does.';

describe('the former titles of a template', () => {
  it('are none where nothing was renamed', () => {
    expect(keys('# A\n\n## Why\n\nText\n', '# A\n\n## Why\n\nOther words\n')).toEqual({});
  });

  it('are told by what stands below the title', () => {
    expect(keys(`# A\n\n## Motivation\n\n${WHY}\n`, `# A\n\n## Background\n\n${WHY}\n\n## More\n`)).toEqual({
      motivation: ['background'],
    });
  });

  it('are told by a few words below the title where its place is the same', () => {
    const version = (title: string) => `# A\n\n## Why\n\n## ${title}\n\n<!-- Who pays? -->\n\n## How\n`;
    expect(keys(version('Money'), version('Budget'))).toEqual({ money: ['budget'] });
    const two = (first: string, second: string) =>
      `# A\n\n## ${first}\n\n[Who pays?]\n\n## ${second}\n\n[Who leads?]\n\n## Rest\n`;
    expect(keys(two('Money', 'Lead'), two('Budget', 'Owner'))).toEqual({
      money: ['budget'],
      lead: ['owner'],
    });
    expect(keys(version('Money').replace('pays', 'decides when'), version('Reviewers'))).toEqual({});
  });

  it('are told by the words of the title', () => {
    expect(keys('# A\n\n## Risks and mitigations\n', '# A\n\n## Risks, mitigations\n')).toEqual({
      'risks and mitigations': ['risks, mitigations'],
    });
  });

  it('lead from a heading to the bold question or label that it was', () => {
    const now =
      '# A\n\n## Review\n\n### How is it undone again?\n\n### Who owns it?\n\nThe team that is paged at night.\n';
    const bullets = '# A\n\n## Review\n\n- **How is it undone?**\n- **Owner**: The team that is paged at night.\n';
    expect(keys(now, bullets)).toEqual({
      'how is it undone again': ['how is it undone'],
      'who owns it': ['owner'],
    });
  });

  it('go on through several versions, the latest first', () => {
    const version = (title: string) => `# A\n\n## ${title}\n\n${WHY}\n`;
    expect(keys(version('Motivation'), version('Background'), version('Context'))).toEqual({
      motivation: ['background', 'context'],
    });
  });

  it('are no others, where a section was dropped and a different one added', () => {
    const old = `# A\n\n## Budget\n\nWhat it costs in a year, with the price of each part.\n\n## Why\n\n${WHY}\n`;
    const now = `# A\n\n## Why\n\n${WHY}\n\n## Rollback\n\nHow to return to the version before, step by step.\n`;
    expect(keys(now, old)).toEqual({});
  });
});

const lineage = (...versions: string[]) => {
  const { former, wholes, parts, parents } = lineageOf(versions.map(topicsOf));
  return [former, wholes, parts, parents].map((map) => Object.fromEntries(map));
};
const section = (title: string, text = '') => `## ${title}\n\n${text}\n\n`;
const REACH = 'Say which results the project is to reach and how anybody can measure them.';
const LIMITS = 'List what you leave to others, with a reason for each of these decisions.';

describe('the lineage of a template', () => {
  it('knows the parts of a section that was divided, by its title', () => {
    const now = `# A\n\n${section('Goals')}${section('Non-Goals')}`;
    expect(lineage(now, `# A\n\n${section('Goals and Non-Goals')}`)).toEqual([
      {},
      { goals: ['goals and non-goals'], 'non-goals': ['goals and non-goals'] },
      {},
      {},
    ]);
  });

  it('knows the parts of a section that was divided, by its text', () => {
    const now = `# A\n\n${section('Aims', REACH)}${section('Scope', LIMITS)}`;
    const [, wholes] = lineage(now, `# A\n\n${section('Purpose', `${REACH} ${LIMITS}`)}`);
    expect(wholes).toEqual({ aims: ['purpose'], scope: ['purpose'] });
  });

  it('knows the sections that were joined', () => {
    const was = `# A\n\n${section('Vorteile')}${section('Nachteile')}`;
    expect(lineage(`# A\n\n${section('Vorteile / Nachteile')}`, was)[2]).toEqual({
      'vorteile / nachteile': ['vorteile', 'nachteile'],
    });
    const texts = `# A\n\n${section('Aims', REACH)}${section('Scope', LIMITS)}`;
    expect(lineage(`# A\n\n${section('Purpose', `${REACH} ${LIMITS}`)}`, texts)[2]).toEqual({
      purpose: ['aims', 'scope'],
    });
  });

  it('knows where a section stood, under the name that its parent has now', () => {
    const now = '# A\n\n## Motivation\n\nWhy.\n\n## Risks\n\n## Rollout\n\n### Steps\n';
    const was = '# A\n\n## Motivations\n\nWhy.\n\n### Risks\n\n## Steps\n\n## Rollout\n';
    expect(lineage(now, was)[3]).toEqual({ risks: ['motivation'], steps: [''] });
  });

  it('goes on through what was divided and joined again', () => {
    const one = `# A\n\n${section('Goals and Non-Goals')}`;
    const two = `# A\n\n${section('Goals')}${section('Non-Goals')}`;
    expect(lineage(one, two, one)).toEqual([{}, {}, { 'goals and non-goals': ['goals', 'non-goals'] }, {}]);
  });
});

it('knows the same original texts if it is told how they start', () => {
  const texts = [
    '',
    'Why?',
    'Say **why** it is',
    '`Because` _of_ the',
    '________________________________________ x',
    'Größe ﬁndet',
  ];
  const text = fc.array(fc.constantFrom(...texts, 'in the northern harbour', '***', 'Ｗｈｙ'), { maxLength: 6 });
  const shout = (one: string) => one.toUpperCase().replaceAll('*', '');
  fc.assert(
    fc.property(fc.array(text), fc.array(text), (template, others) => {
      const lines = template.map((parts) => parts.join(' '));
      const older = `## Goals\n\n${lines.join('\n\n')}\n`;
      const [plain, fast] = [originals(wordingsOf(older)), originals(wordingsOf(older), startsOf(older))];
      for (const one of [...lines, ...others.map((parts) => parts.join(' '))].map(fold))
        for (const asked of [one, fold(shout(one)), fold(`**${one}**`)])
          expect([asked, fast('Goals', asked)]).toEqual([asked, plain('Goals', asked)]);
    }),
    runs(300),
  );
});
