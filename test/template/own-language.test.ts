import { afterAll, expect, test, vi } from 'vitest';
import type { Language } from '../../src/template/languages/language.ts';

/** A language that nobody speaks, with a word or two for each purpose. */
const INVENTED: Language = {
  tag: 'xx',
  wordEnds: 'both',
  optional: 'vorpu',
  required: 'zorpu',
  ifAny: 'vif vany',
  mayBeLeftOut: 'vorpu si nulo',
  condition: 'siva',
  notYours: 'nati blanko',
  notApplicable: 'nul aplika',
  seeElsewhere: '',
  forLater: '',
  none: 'nulka',
  pending: 'pozda',
  pendingAlone: 'ankora',
  instructs: 'skribu',
  addresses: 'viparo',
  note: 'konsilo',
  guidanceHeads: 'enhavo',
  firstStates: 'malneto',
  otherStates: 'farita',
  stateLabels: 'stato',
  nameColumns: 'kampo',
  valueColumns: 'valoro',
  titleWords: 'titolvorto',
  otherSections: 'aliaj sekcioj',
  exampleSections: 'ekzempla sekcio',
  openingSections: 'komenco',
  titleLast: 'titolvorto',
  templateWords: 'sablono',
  aboutTemplate: 'tiu sablono',
  fixedStarts: 'kopirajto',
  picksOne: 'elektu unu',
  or: 'auve',
  examplePeople: 'jano jansono',
  titles: { summary: 'resumovo' },
  terms: { security: 'sekurovo' },
  emptyWords: 'la',
};

vi.mock('../../src/template/languages/all.ts', async (load) => {
  const { LANGUAGES } = await load<typeof import('../../src/template/languages/all.ts')>();
  return { LANGUAGES: [...LANGUAGES, INVENTED] };
});

vi.resetModules();
afterAll(() => {
  // Test files share their modules: the next one must not know the language.
  vi.doUnmock('../../src/template/languages/all.ts');
  vi.resetModules();
});
const { readSpec } = await import('../../src/judge/read.ts');
const { readTemplate } = await import('../../src/template/read-template.ts');

const judged = (template: string, spec: string) =>
  Object.fromEntries(
    readSpec(spec, readTemplate(template, { id: 't' })).slots.map(({ id, state, required }) => [
      id,
      required ? state : `${state}, not required`,
    ]),
  );

test('a language that is added is heard for every purpose', () => {
  const template = `# Grandioza titolvorto

| Kampo | Valoro |
| --- | --- |
| Stato | Malneto |
| Posedanto | <!-- malneto, farita auve nulka --> |
| Ligilo (vorpu) | [x] |

## Enkonduko

Tiu sablono estas por vi.

Skribu la celon.

## Vorpa parto

Vorpu si nulo. La resto.

## Prokrasto

[kio]

## Neniu

[kio]

## Elekto

Elektu unu:

- Blua
- Ruga

## Aliaj sekcioj

- Iu alia
`;
  expect(
    judged(
      template,
      `# Pramo

| Kampo | Valoro |
| --- | --- |
| Stato | Malneto |
| Posedanto | Anno |

## Enkonduko

Skribu la celon.

## Prokrasto

Pozda

## Neniu

Nul aplika

## Elekto

Blua
`,
    ),
  ).toEqual({
    title: 'answered',
    stato: 'answered',
    posedanto: 'answered',
    ligilo: 'missing, not required',
    'enkonduko/paragraph': 'untouched',
    'vorpa-parto/paragraph': 'missing, not required',
    'prokrasto/paragraph': 'pending',
    'neniu/paragraph': 'not-applicable',
    'elekto/list': 'answered',
    'aliaj-sekcioj/list': 'boilerplate, not required',
  });
});

test('its titles mean what those of other languages mean', () => {
  expect(judged('# Iu\n\n## Resumovo\n\n[x]\n', '# Iu\n\n## Summary\n\nAll.\n')).toEqual({
    'resumovo/paragraph': 'answered',
  });
});
