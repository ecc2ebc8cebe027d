import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { flowSchema } from '../../src/template/schemas.ts';
import { codeOf, plainWords, sentencesOf, skeletonOf } from './skeleton.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const ids = ['photoncloud', 'dynamo-component', 'component', 'technical-spec'];

/** The documents that the templates come from; they lie beside the checkout and may be absent. */
const seeds = {
  photoncloud: '../shared/seeds-restored/001-photoncloud.md',
  'dynamo-component': '../shared/seeds/002_0f27054a9014ceca.txt',
  component: '../shared/seeds-restored/003-component-guide.md',
  'technical-spec': '../shared/seeds/004_c790e3a479261384.txt',
};
const absent = Object.values(seeds).filter((path) => !existsSync(new URL(path, root)));
if (absent.length > 0) console.warn(`skipped: comparing with the seeds, since ${absent.join(', ')} is absent`);

/** Stubs and example values of six words or more: parts of a skeleton, which stand as they do in the seed. */
const STUBS = [
  'Diagram or description of overall architecture',
  'Performance: X requests/second, Y ms latency',
  'Load testing: X RPS for Y minutes',
  'Memory leak testing: Run for 24h',
  'Focus areas: Core logic, edge cases, error handling',
  'Business metrics: Success rate, response time',
  'System metrics: CPU, memory, disk usage',
  'Critical: Service down, error rate >5%',
  'Data encryption (at rest, in transit)',
  'Logging level (debug, info, warn, error)',
].map(plainWords);

describe('a template keeps the skeleton of its seed', () => {
  test.skipIf(absent.length > 0).each(['photoncloud', 'dynamo-component', 'technical-spec'] as const)('%s', (id) => {
    const seed = skeletonOf(read(seeds[id]));
    expect(seed.headings.length).toBeGreaterThan(20);
    expect(skeletonOf(read(`templates/${id}.md`))).toEqual(seed);
  });

  test('component, whose seed is a guide and no template', () => {
    const skeleton = skeletonOf(read('templates/component.md'));
    expect(skeleton.headings).toEqual(COMPONENT_HEADINGS);
    expect(skeleton.tableHeads).toEqual([
      '| Variable | Type | Required | Description |',
      '| Metric | Type | Description |',
      '| Service | Purpose | Criticality | Failure Impact |',
      '| Objective | Target |',
    ]);
    expect(skeleton.languages).toEqual(['json', 'json', 'json', 'json', 'yaml', 'bash', 'json']);
    expect(skeleton.labels).toEqual(expect.arrayContaining(COMPONENT_LABELS));
  });
});

test.skipIf(absent.length > 0).each(ids)('%s has its guidance in its own words, template and flow', (id) => {
  const theirs = Object.values(seeds).map((seed) => ` ${plainWords(read(seed))} `);
  const ours = [read(`templates/${id}.md`), ...textsOf(parse(read(`flows/${id}.yaml`)))].flatMap(sentencesOf);
  const taken = ours.filter((sentence) => theirs.some((text) => text.includes(` ${sentence} `)));
  expect(taken.filter((sentence) => !STUBS.includes(sentence))).toEqual([]);
});

test.each(ids)('%s has JSON and YAML that parse, blanks and all', (id) => {
  const named = read(`templates/${id}.md`).replaceAll('{component}', 'kv-router');
  for (const { language, text } of codeOf(named)) {
    if (language === 'json') expect(() => JSON.parse(text), text).not.toThrow();
    if (language === 'yaml') expect(Object.keys(parse(text)).length).toBeGreaterThan(0);
  }
});

test.each(ids)('%s ends with a line end and has no trailing blanks and tabs', (id) => {
  const text = read(`templates/${id}.md`);
  expect(text).toMatch(/[^\n]\n$/);
  expect(text).not.toMatch(/[ \t]\n|\t|\r/);
});

test.each(ids)('the flow of %s fits the schema', (id) => {
  const flow = flowSchema.safeParse(parse(read(`flows/${id}.yaml`)));
  expect(flow.error?.issues ?? []).toEqual([]);
  expect(flow.data?.id).toBe(id);
});

/** Every string in a flow that is no key. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const COMPONENT_HEADINGS = [
  '# {Component Name}',
  '## Purpose',
  '## Primary Responsibilities',
  '## Interfaces',
  '### REST API Endpoints',
  '#### METHOD /path',
  '### Event Publishing',
  '#### event.name',
  '### Dependencies (Consumed APIs)',
  '## Configuration',
  '### Environment Variables',
  '### Configuration File (config.json)',
  '### Runtime Requirements',
  '## Data Dependencies',
  '### Input Data',
  '### Output Data',
  '## Deployment',
  '### Container Image',
  '### Kubernetes Deployment',
  '### Deployment Steps',
  '### Rollback Procedure',
  '### Pre-Deployment Checklist',
  '## Monitoring',
  '### Health Checks',
  '### Metrics',
  '### Alerts',
  '### Logging',
  '## Dependencies',
  '### Service Dependencies',
  '### External Dependencies',
  '### Fallback Strategies',
  '## Performance Characteristics',
  '### Throughput',
  '### Latency',
  '### Resource Usage',
  '### Service Level Objectives (SLOs)',
  '### Scalability',
];

const COMPONENT_LABELS = [
  ...['Type', 'Version', 'Language', 'Deployment', 'Status'],
  ...['Purpose', 'Authentication', 'Request Body', 'Response'],
  ...['Memory', 'CPU', 'Disk', 'Network'],
  ...['Base Image', 'Build', 'Registry', 'Tag'],
  ...['Liveness Probe', 'Readiness Probe'],
  ...['Condition', 'Action', 'Log Levels'],
  ...['Horizontal', 'Vertical', 'Maximum tested'],
];
