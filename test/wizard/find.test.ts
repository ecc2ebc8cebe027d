import { describe, expect, it } from 'vitest';
import { hitsOf } from '../../src/wizard/overlays/find.ts';
import { Stage, templateOf } from '../view/stage.ts';

/** The titles found for some words in a blank technical specification, best first. */
function found(query: string): string[] {
  const { machine } = new Stage(120, 40).open(templateOf('technical-spec'));
  return hitsOf(machine.current(), query).map(({ title }) => title.join(' › '));
}

describe('finding', () => {
  it('lists titles equal to the words first, then titles that begin with them', () => {
    expect(found('Non-Goals')[0]).toBe('Goals & Non-Goals › Non-Goals');
    expect(found('goals')[0]).toBe('Goals & Non-Goals › Goals');
    expect(found('unit')[0]).toMatch(/^Testing Strategy › Unit Tests/);
  });

  it('finds a title before a question, and a question before an answer', () => {
    const [first] = found('configuration');
    expect(first).toBe('Detailed Design › Configuration');
    expect(found('growth withstand')).toEqual(['Requirements › Non-Functional Requirements › Scalability']);
    expect(found('Comprehensive')).toEqual(['Risk Assessment']);
  });

  it('matches letters in order if no word matches, and nothing if not even those match', () => {
    expect(found('rskass')).toEqual(['Risk Assessment']);
    expect(found('zzz')).toEqual([]);
  });

  it('lists everything in order while nothing is typed', () => {
    expect(found('').slice(0, 2)).toEqual(['Title & Metadata › Component', 'Document Info › Status']);
  });
});

it('a search ends when the author leaves an answered question, so that n goes to the next gap', () => {
  const stage = new Stage(120, 40).open(templateOf('technical-spec')).press('<escape>/goals<enter>');
  expect(stage.screen()).toContain('next place found');
  expect(stage.press('<enter><escape>').screen()).toContain('next place found');
  stage.press('<enter>One goal.<tab><escape>');
  expect(stage.screen()).toContain('n next gap');
});
