import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conceptsOf, LANGUAGES, type PhraseList, Phrases } from '../../src/template/languages/index.ts';

const FOLDER = new URL('../../src/template/languages/', import.meta.url);
const lists = Object.entries(LANGUAGES[0]!)
  .filter(([key, value]) => typeof value === 'string' && key !== 'tag' && key !== 'wordEnds')
  .map(([key]) => key as PhraseList);

describe('the words of languages', () => {
  it('come from every file of the folder', () => {
    const files = readdirSync(FOLDER).filter((name) => !/^(?:all|index|language)\.ts$/.test(name));
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
