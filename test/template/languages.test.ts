import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headsOf } from '../../src/template/languages/comparable.ts';
import {
  conceptsOf,
  LANGUAGES,
  type PhraseList,
  Phrases,
  phrasesOf,
} from '../../src/template/languages/index.ts';

const FOLDER = new URL('../../src/template/languages/', import.meta.url);
const lists = Object.entries(LANGUAGES[0]!)
  .filter(([key, value]) => typeof value === 'string' && key !== 'tag' && key !== 'wordEnds')
  .map(([key]) => key as PhraseList);

describe('the words of languages', () => {
  it('come from every file of the folder', () => {
    const files = readdirSync(FOLDER).filter(
      (name) => !/^(?:all|comparable|heads|index|language|phrases)\.ts$/.test(name),
    );
    expect(files.sort()).toEqual(LANGUAGES.map(({ tag }) => `${tag}.ts`).sort());
  });

  it.each(LANGUAGES.map((language) => [language.tag, language] as const))(
    '%s has words for all',
    (_, language) => {
      for (const list of lists) expect(language[list], list).not.toBe('');
      expect(Object.keys(language.titles).length).toBeGreaterThan(60);
    },
  );

  it.each(lists)('are sound regular expressions: %s', (list) => {
    const phrases = new Phrases(list);
    for (const text of ['', 'ß', '。'])
      expect([phrases.isWhole(text), phrases.restAfter(text), phrases.isIn(text)]).toEqual([
        false,
        null,
        false,
      ]);
  });

  it('match whole words, in any case and with any apostrophe', () => {
    const left = new Phrases('mayBeLeftOut');
    expect(left.isIn('OMIT this section if there is nothing to say.')).toBe(true);
    expect(left.isIn('Supprimer si non applicable')).toBe(true);
    expect(left.isIn('該当しない場合は削除してください')).toBe(true);
    expect(left.isIn('Describe what is required for the deployment.')).toBe(false);
    const none = new Phrases('notApplicable');
    expect(none.isWhole('**Doesn’t apply.**')).toBe(true);
    expect(none.restAfter('N/A: Nothing Changes')).toBe(': Nothing Changes');
    expect(none.restAfter('Nachts')).toBeNull();
  });

  it('name a section by every title that they list for it', () => {
    for (const { tag, titles } of LANGUAGES)
      for (const [concept, names] of Object.entries(titles))
        for (const name of phrasesOf(names)) expect(conceptsOf(name), `${tag}: ${name}`).toContain(concept);
  });

  it('give the same meaning to titles in different languages', () => {
    for (const title of [
      'Security',
      'Security Considerations',
      'Sicherheit',
      'Seguridad',
      'セキュリティ',
      '보안',
      'Безпека',
    ])
      expect(conceptsOf(title), title).toContain('security');
    expect(conceptsOf('Ferry timetable')).toEqual([]);
  });
});

describe('the heads of phrases', () => {
  const sources = [
    ...new Set(LANGUAGES.flatMap((language) => lists.flatMap((list) => phrasesOf(language[list])))),
  ];

  it('are the first characters, in all variants', () => {
    expect(headsOf('remove')).toEqual(['rem']);
    expect(headsOf('n.a.')).toEqual(['n.a']);
    expect(headsOf('(the )?authors?')).toEqual(['the', 'aut']);
    expect(headsOf('e-?mails?')).toEqual(['e-m', 'ema']);
    expect(headsOf('t[oa]b')).toEqual(['tob', 'tab']);
    expect(headsOf('z… b')).toEqual(['z']);
    expect(headsOf('(a|b|(?:c|d)+)e')).toEqual(['ae', 'be', 'c', 'd']);
  });

  it('are none where a phrase may begin with anything', () => {
    expect(headsOf('… in')).toBeNull();
    expect(headsOf('[a-z-]+s only')).toBeNull();
    expect(headsOf('(\\p{L}+ )?by')).toBeNull();
  });

  it('are those of all texts that a phrase matches', () => {
    const withVariants = sources.filter((source) => /^.{0,3}[(?*+[\\]/.test(source) && headsOf(source));
    const matches = fc.constantFrom(...withVariants).chain((source) => {
      const regexp = source
        .replace(/(?<!\\)\.|…/g, (char) => (char === '.' ? '\\.' : '.{1,3}'))
        .replace(/\$/g, '');
      return fc.record({
        source: fc.constant(source),
        text: fc.stringMatching(new RegExp(`^(?:${regexp})$`, 'u')),
      });
    });
    fc.assert(
      fc.property(matches, ({ source, text }) => headsOf(source)!.some((head) => text.startsWith(head))),
    );
  });

  it('need no alternatives outside of parentheses', () => {
    for (const source of sources) {
      let foreign = source.replace(/\\./g, '');
      for (let before = ''; before !== foreign; ) {
        before = foreign;
        foreign = foreign.replace(/\([^()]*\)/g, '');
      }
      expect(foreign, source).not.toMatch(/\|/);
    }
  });
});
