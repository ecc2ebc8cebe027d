import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/template/languages/all.ts';
import { firstCharactersOf, firstWordsOf, spellingsOf } from '../../src/template/languages/comparable.ts';
import { conceptsOf, type PhraseList, Phrases } from '../../src/template/languages/index.ts';
import { phrasesOf } from '../../src/template/languages/tables.ts';
import { runs } from '../properties.ts';

const FOLDER = new URL('../../src/template/languages/', import.meta.url);
const lists = Object.entries(LANGUAGES[0]!)
  .filter(([key, value]) => typeof value === 'string' && key !== 'tag' && key !== 'wordEnds')
  .map(([key]) => key as PhraseList);

describe('the words of languages', () => {
  it('come from every file of the folder', () => {
    const files = readdirSync(FOLDER).filter((name) => !/^(?:all|comparable|index|language|tables)\.ts$/.test(name));
    expect(files.sort()).toEqual(LANGUAGES.map(({ tag }) => `${tag}.ts`).sort());
  });

  it.each(LANGUAGES.map((language) => [language.tag, language] as const))('%s has words for all', (_, language) => {
    for (const list of lists) expect(language[list], list).not.toBe('');
    expect(Object.keys(language.titles).length).toBeGreaterThan(60);
  });

  it.each(LANGUAGES.map((language) => [language.tag, language] as const))(
    '%s has each once in a list',
    (_, language) => {
      const texts = [
        ...lists.map((list) => language[list]),
        ...Object.values(language.titles),
        ...Object.values(language.terms),
      ];
      for (const text of texts) {
        const phrases = phrasesOf(text?.replace(/’/g, "'"));
        expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at)).toEqual([]);
      }
    },
  );

  it.each(lists)('are sound regular expressions: %s', (list) => {
    const phrases = new Phrases(list);
    for (const text of ['', 'ß', '。'])
      expect([phrases.isWhole(text), phrases.restAfter(text), phrases.isIn(text)]).toEqual([false, null, false]);
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

describe('the spellings of phrases', () => {
  const sources = [...new Set(LANGUAGES.flatMap((language) => lists.flatMap((list) => phrasesOf(language[list]))))];
  const regexpOf = (source: string) =>
    source
      .replace(/(?<!\\)\.|…/g, (char) => (char === '.' ? '\\.' : '.{1,3}'))
      .replace(/\$/g, '')
      .replace(/\\p\{l\}/gi, '\\p{L}');

  it('are all the texts that a phrase matches, in the order in which they are tried', () => {
    expect(spellingsOf('remove')).toEqual(['remove']);
    expect(spellingsOf('n.a.')).toEqual(['n.a.']);
    expect(spellingsOf('(the )?authors?')).toEqual(['the authors', 'the author', 'authors', 'author']);
    expect(spellingsOf('e-?mail')).toEqual(['e-mail', 'email']);
    expect(spellingsOf('t[oa]b')).toEqual(['tob', 'tab']);
    expect(spellingsOf('(a|b(c|d)?)e')).toEqual(['ae', 'bce', 'bde', 'be']);
    for (const source of ['z… b', '(a|b|(?:c|d)+)e', '[a-z-]+s only', 'a\\d\\d\\d'])
      expect(spellingsOf(source), source).toBeNull();
  });

  it('begin with words, of which some may go on', () => {
    const words = (source: string) => firstWordsOf(source).map(({ text, open }) => (open ? text : `${text}…`));
    expect(words('remove it')).toEqual(['remove']);
    expect(words('(delete|remove) it')).toEqual(['delete', 'remove']);
    expect(words('(the )?authors?')).toEqual(['the', 'authors', 'author']);
    expect(words('e-?mails? to')).toEqual(['e', 'emails', 'email']);
    expect(words('remov(e|ing) … it')).toEqual(['remove', 'removing']);
    expect(words('complet\\p{L}* it')).toEqual(['complet…']);
    expect(words('z… b')).toEqual(['z…']);
    expect(words('… in')).toEqual(['…']);
    expect(words('(\\p{L}+ )?by')).toEqual(['…', 'by']);
  });

  it('begin with so many characters', () => {
    const starts = (source: string) => firstCharactersOf(source, 3).map(({ text }) => text);
    expect(starts('remove')).toEqual(['rem']);
    expect(starts('(the )?authors?')).toEqual(['the', 'aut']);
    expect(starts('(a|b|(?:c|d)+)e')).toEqual(['ae', 'be', 'c', 'd']);
  });

  it('match the phrase', () => {
    for (const source of sources)
      for (const text of spellingsOf(source) ?? [])
        expect(text, source).toMatch(new RegExp(`^(?:${regexpOf(source)})$`, 'u'));
  });

  it('are those of all texts that a phrase matches', () => {
    // No text can be made for a phrase that looks ahead or behind.
    const withVariants = sources.filter((source) => /[(?*+[\\]/.test(source) && !/\(\?<?[=!]/.test(source));
    const matches = fc.constantFrom(...withVariants).chain((source) =>
      fc.record({
        source: fc.constant(source),
        text: fc.stringMatching(new RegExp(`^(?:${regexpOf(source)})$`, 'u')),
      }),
    );
    fc.assert(
      fc.property(matches, ({ source, text }) => {
        const [first] = /^[\p{L}\p{N}]*/u.exec(text)!;
        expect(spellingsOf(source) ?? [text]).toContain(text);
        expect(firstCharactersOf(source, 3).some((start) => text.startsWith(start.text))).toBe(true);
        if (!/[^\0-~]/.test(first))
          expect(firstWordsOf(source).some(({ text, open }) => (open ? text === first : first.startsWith(text)))).toBe(
            true,
          );
      }),
      runs(100),
    );
  });

  it('are found also where the first word alone shows that there may be one', () => {
    const spelled = lists.flatMap((list) =>
      LANGUAGES.flatMap((language) => phrasesOf(language[list]))
        .flatMap((source) => spellingsOf(source)?.slice(0, 2) ?? [])
        .map((phrase) => ({ list, phrase })),
    );
    const texts = fc.record({
      spelling: fc.constantFrom(...spelled),
      marks: fc.constantFrom('', '*', '(', ' “', '«'),
      rest: fc.constantFrom('', ' – né', '’s', 'é', '\u0301', '… so', '\u00ad', ' ½'),
    });
    fc.assert(
      fc.property(texts, ({ spelling: { list, phrase }, marks, rest }) => {
        const phrases = new Phrases(list);
        const text = marks + phrase + rest;
        // A Greek letter has all phrases compared.
        expect(phrases.restAfter(text) === null, text).toBe(phrases.restAfter(`${text} Ͱ`) === null);
      }),
      runs(500),
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
