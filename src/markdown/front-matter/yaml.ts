import matter from 'gray-matter';
import { isMap, isNode, isScalar, parseDocument } from 'yaml';

/** What a YAML text maps its top-level names to; no values, and what is wrong, where it is not valid. */
export interface Yaml {
  values: Map<string, unknown> | null;
  error: string | null;
}

/** How often anchors may be repeated in a value: what expands further stays text. */
const MAX_ALIASES = 100;

/**
 * Reads YAML, the text between the `---` lines, by gray-matter. Its engines for other languages are closed, so that
 * nothing is executed; the options keep it from its cache, which forgets errors.
 */
export function readYaml(yaml: string): Yaml {
  // Only LF and CRLF end lines for gray-matter.
  const text = yaml.replace(/\r(?!\n)/g, '\n');
  const values = new Map<string, unknown>();
  try {
    matter(`---\n${text}\n---\n`, {
      language: 'yaml',
      engines: {
        yaml: (block) => {
          if (block.trim() !== text.trim()) throw new Error('a line within it begins with ---');
          readValues(block, values);
          return {};
        },
        json: closed,
        javascript: closed,
        js: closed,
        coffee: closed,
      },
    });
    return { values, error: null };
  } catch (error) {
    return {
      values: null,
      error: error instanceof Error ? error.message.split('\n')[0]!.replace(/:$/, '') : String(error),
    };
  }
}

function closed(): never {
  throw new Error('only YAML is read');
}

function readValues(block: string, values: Map<string, unknown>): void {
  const document = parseDocument(block, { logLevel: 'silent' });
  if (document.errors.length > 0) throw document.errors[0];
  const { contents } = document;
  if (contents === null) return;
  if (!isMap(contents)) throw new Error('it is no mapping of names to values');
  for (const { key, value } of contents.items) {
    const name = isScalar(key)
      ? String(isScalar(key) && key.source !== undefined ? key.source : key.value)
      : null;
    if (name === null) continue;
    try {
      values.set(name, isNode(value) ? value.toJS(document, { maxAliasCount: MAX_ALIASES }) : value);
    } catch {
      const range = isNode(value) ? value.range : null;
      values.set(name, range ? block.slice(range[0], range[1]) : null);
    }
  }
}
