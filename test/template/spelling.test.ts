import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bareName, formOf, spelledForm } from '../../src/template/spelling.ts';
import { FORMS, inForm, nameParts } from '../../src/text/casing.ts';

const words = fc.array(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 2, maxLength: 4 });
const brackets = fc.constantFrom(['{', '}'], ['{{', '}}'], ['{{ ', ' }}'], ['[', ']'], ['<', '>'], ['<<', '>>']);

describe('the spelling of a name', () => {
  test('shows the form in which it was written', () => {
    fc.assert(
      fc.property(words, fc.constantFrom(...FORMS), (parts, form) => {
        const spelled = spelledForm(inForm(parts.join(' '), form));
        expect(spelled).toBe(form === 'as-typed' ? null : form);
      }),
    );
  });

  test('shows none where it is one word or several', () => {
    for (const name of ['component', 'Component', 'COMPONENT', 'Component Name', 'Component-Name', 'a/b'])
      expect(spelledForm(name)).toBe(null);
  });

  test('is told in any bracket', () => {
    fc.assert(
      fc.property(words, brackets, ([first = 'a', ...more], [open, close]) => {
        const name = [first, ...more].join('-');
        expect(bareName(`${open}${name}${close}`)).toBe(name);
      }),
    );
  });
});

describe('the form in which a name is written', () => {
  const formIn = (text: string, token: string, { code = false, sole = false } = {}) =>
    formOf(token, { text, at: text.indexOf(token), code, sole });

  test('is that of the spelling where the template has several', () => {
    expect(formIn('Run {serviceName}.', '{serviceName}')).toBe('camel');
    expect(formIn('Run {{service_name}}.', '{{service_name}}')).toBe('snake');
    expect(formIn('Run <service-name>.', '<service-name>')).toBe('kebab');
    expect(formIn('Run [SERVICE_NAME].', '[SERVICE_NAME]')).toBe('UPPER');
  });

  test('is as typed in prose where the template has one, and that of the spelling in code and in longer names', () => {
    const sole = { sole: true };
    expect(formIn('# {service_name}', '{service_name}', sole)).toBe('as-typed');
    expect(formIn('run {service_name}', '{service_name}', { ...sole, code: true })).toBe('snake');
    expect(formIn('At /srv/{service_name}/log', '{service_name}', sole)).toBe('snake');
  });

  test('is as typed for words, whatever stands around them', () => {
    expect(formIn('[Service Name]', '[Service Name]')).toBe('as-typed');
    expect(formIn('{{service}} is up', '{{service}}')).toBe('as-typed');
    expect(formIn('<service> is up', '<service>')).toBe('as-typed');
    expect(formIn('run --name {{service}}', '{{service}}', { code: true })).toBe('kebab');
    expect(formIn('https://x.org/your-org/a', 'your-org')).toBe('as-typed');
    expect(formIn('By {SERVICE} and {Title}', '{SERVICE}')).toBe('as-typed');
    expect(formIn('By {SERVICE} and {Title}', '{Title}')).toBe('as-typed');
  });

  test('fits the longer name that it is part of', () => {
    expect(formIn('APP_{NAME}', '{NAME}')).toBe('UPPER');
    expect(formIn('app_{name}', '{name}')).toBe('snake');
    expect(formIn('app.{name}', '{name}')).toBe('snake');
    expect(formIn('{name}.md', '{name}')).toBe('kebab');
  });
});

test('a name in ASCII has the parts that it has beside other letters', () => {
  const name = fc.string({ unit: fc.constantFrom(..."abXY01_- ./:'~") });
  fc.assert(
    fc.property(name, (name) => {
      expect(nameParts(`${name} é`)).toEqual([...nameParts(name), 'é']);
    }),
  );
});
