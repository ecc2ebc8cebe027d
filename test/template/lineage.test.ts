import { describe, expect, it } from 'vitest';
import { formerKeys, topicsOf } from '../../src/template/lineage.ts';

const keys = (...versions: string[]) => Object.fromEntries(formerKeys(versions.map(topicsOf)));

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

  it('are told by the words of the title', () => {
    expect(keys('# A\n\n## Risks and mitigations\n', '# A\n\n## Risks, mitigations\n')).toEqual({
      'risks and mitigations': ['risks, mitigations'],
    });
  });

  it('lead from a heading to the bold question or label that it was', () => {
    const now =
      '# A\n\n## Review\n\n### How is it undone again?\n\n### Who owns it?\n\nThe team that is paged at night.\n';
    const bullets =
      '# A\n\n## Review\n\n- **How is it undone?**\n- **Owner**: The team that is paged at night.\n';
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
