import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { findSpecs, gitRoot } from '../../host/find-specs.ts';
import type { Project } from '../../host/project.ts';
import { openSpec } from '../../host/spec-file.ts';
import { readDocument } from '../../markdown/outline.ts';
import type { Advice, Severity } from '../../spec/advice/advice.ts';
import { anchorsIn, type References, referencesIn } from '../../spec/references.ts';
import { nearest } from '../../text/nearest.ts';

/** The kinds of specs that refer to each other by id, whether or not the project has one of them. */
const PREFIXES = ['DES', 'API', 'DATA', 'DEPLOY', 'CMP'];
/** Documents whose anchors are remembered during a run. */
const MOST_REMEMBERED = 500;

/** The rules on references, with how much they matter. */
export const REFERENCE_RULES: Readonly<Record<'unknown-reference' | 'broken-link' | 'broken-anchor', Severity>> = {
  'unknown-reference': 'warning',
  'broken-link': 'warning',
  'broken-anchor': 'warning',
};

/** Looks whether what specs refer to is there. What it learns of other files it remembers for a run. */
export class ReferenceCheck {
  readonly #cwd: string;
  readonly #ids = new Map<string, ReadonlySet<string>>();
  readonly #anchors = new Map<string, ReadonlySet<string> | null>();

  /** `cwd`: the absolute folder from which paths go. */
  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** What does not resolve, as advice. */
  advice(path: string, { ids, links }: References, project: Project | null): Advice[] {
    if (ids.length === 0 && links.length === 0) return [];
    const file = resolve(this.#cwd, path);
    return [
      ...ids.flatMap(({ to, line }) => this.#unknown(to, line, file, project)),
      ...links.flatMap(({ to, line }) => this.#broken(to, line, file)),
    ];
  }

  #unknown(id: string, line: number, file: string, project: Project | null): Advice[] {
    const known = this.#idsFor(file, project);
    if (known.has(id)) return [];
    const prefixes = new Set([...PREFIXES, ...(project?.settings.references?.ids ?? []), ...[...known].map(prefixOf)]);
    if (!prefixes.has(prefixOf(id))) return [];
    const near = nearest(id, known);
    return [
      advice(
        'unknown-reference',
        line,
        `no spec here has the id [${id}]`,
        near ? `Did you mean [${near}]?` : 'Correct the id, or write the spec.',
      ),
    ];
  }

  #broken(to: string, line: number, file: string): Advice[] {
    const [path = '', anchor] = decoded(to).split('#');
    const target = path === '' ? file : resolve(dirname(file), path.replace(/\?.*$/, ''));
    if (!existsSync(target))
      return [advice('broken-link', line, `the link leads to ${path}, which is not there`, 'Correct the path.')];
    if (!anchor || !/\.(?:md|markdown)$/i.test(target)) return [];
    const anchors = this.#anchorsOf(target);
    if (!anchors || anchors.has(anchor) || anchors.has(anchor.toLowerCase()) || /^L\d+/.test(anchor)) return [];
    const near = nearest(anchor, anchors);
    return [
      advice(
        'broken-anchor',
        line,
        `the link leads to #${anchor}, and no heading makes that anchor`,
        near ? `Did you mean #${near}?` : 'Correct the anchor.',
      ),
    ];
  }

  #anchorsOf(file: string): ReadonlySet<string> | null {
    const known = this.#anchors.get(file);
    if (known !== undefined) return known;
    let anchors: ReadonlySet<string> | null = null;
    try {
      anchors = anchorsIn(readDocument(openSpec(file).source.text));
    } catch {
      // What cannot be read is said where it is checked itself.
    }
    if (this.#anchors.size >= MOST_REMEMBERED) this.#anchors.clear();
    this.#anchors.set(file, anchors);
    return anchors;
  }

  /** The ids of all specs of the project: by file name, and where names have none, by title. */
  #idsFor(file: string, project: Project | null): ReadonlySet<string> {
    const root = project?.folder ?? gitRoot(dirname(file)) ?? this.#cwd;
    const known = this.#ids.get(root) ?? new Set(idsBelow(root));
    this.#ids.set(root, known);
    return known;
  }
}

function* idsBelow(root: string): Generator<string> {
  for (const path of findSpecs('.', root)) {
    const named = idOfName(path);
    if (named) yield named;
    const titled = titleId(resolve(root, path));
    if (titled) yield titled;
  }
}

/** The id in a file's name: DES-001 for `des-001-export.md`; null where there is none. */
export function idOfName(path: string): string | null {
  const [, prefix, number] = /^([a-z][a-z0-9]{1,11})-(\d{1,6})(?!\d)/i.exec(basename(path)) ?? [];
  return prefix ? `${prefix.toUpperCase()}-${number}` : null;
}

function titleId(file: string): string | null {
  try {
    const { text } = openSpec(file).source;
    // The title stands near the top; the rest need not be read for it.
    return /^# .*[A-Z]-\d/m.test(text.slice(0, 4000)) ? referencesIn(readDocument(text.slice(0, 4000))).own : null;
  } catch {
    return null;
  }
}

function prefixOf(id: string): string {
  return id.slice(0, id.lastIndexOf('-'));
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

function advice(id: keyof typeof REFERENCE_RULES, line: number, message: string, fix: string): Advice {
  return { id, severity: REFERENCE_RULES[id], place: '', line, message, fix };
}
