import { fromSource } from './from-source.js';

/** The functions of src/template/languages/tables.ts whose results the parts have in their place. */
const TABLES = ['conceptTable', 'emptyWords', 'termTable'];

/**
 * A plugin that puts the tables of all languages in the place of the languages and of what makes the tables. Each is
 * text until it is used: V8 reads JSON faster than code.
 *
 * @returns {import('esbuild').Plugin}
 */
export function languageTables() {
  return {
    name: 'language-tables',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]languages[\\/]tables\.ts$/ }, async () => ({ contents: await tablesModule() }));
    },
  };
}

async function tablesModule() {
  const { LANGUAGES, SCRIPTS, tables } = await fromSource(
    `export * as tables from './src/template/languages/tables.ts';
     export { LANGUAGES } from './src/template/languages/all.ts';
     export { SCRIPTS } from './src/template/languages/comparable.ts';`,
  );
  /** @type {Record<string, string[]>} */
  const phrases = {};
  for (const [list, words] of LANGUAGES.flatMap(Object.entries))
    if (typeof words === 'string' && list !== 'tag' && list !== 'wordEnds')
      phrases[list] ??= [...SCRIPTS.keys()].map((script) => JSON.stringify(tables.phraseTable(list, script)));
  return [
    `const phrases = ${JSON.stringify(phrases)};`,
    'export const phraseTable = (list, script) => JSON.parse(phrases[list][script]);',
    ...TABLES.map(
      (name) => `export const ${name} = () => JSON.parse(${JSON.stringify(JSON.stringify(tables[name]()))});`,
    ),
  ].join('\n');
}
