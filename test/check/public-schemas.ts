import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';
import { validateXML } from 'xmllint-wasm';

const require = createRequire(import.meta.url);

function json(path: string): object {
  return JSON.parse(readFileSync(path, 'utf8')) as object;
}

/** What the schema of SARIF 2.1.0 finds wrong with a log; [] where it is valid. */
export function sarifFaults(log: unknown): unknown[] {
  const ajv = new Ajv({ schemaId: 'auto', unknownFormats: 'ignore' });
  ajv.addMetaSchema(json(require.resolve('ajv/lib/refs/json-schema-draft-04.json')));
  const package_ = dirname(require.resolve('@microsoft/jest-sarif/package.json'));
  const validate = ajv.compile(json(join(package_, 'lib/schemas/sarif-2.1.0-rtm.5.json')));
  return validate(log) ? [] : (validate.errors ?? []);
}

/** What the schema of Apache Ant's JUnit reports finds wrong with a document; [] where it is valid. */
export async function junitFaults(xml: string): Promise<readonly unknown[]> {
  const package_ = dirname(require.resolve('junit-xml/package.json'));
  const holder = readFileSync(join(package_, 'src/index.test.ts'), 'utf8');
  const schema = /const antJunitSchema =\s*'([^\n]*)';/.exec(holder)![1]!;
  const { errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: xml }],
    schema: [schema],
  });
  return errors;
}
