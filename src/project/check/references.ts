import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { readStart, staysWithin } from '../../host/data-path.ts';
import { gitRoot } from '../../host/git-folder.ts';
import { openSpec } from '../../host/spec-file.ts';
import type { Advice, Severity } from '../../judge/advice/advice.ts';
import { anchorOf, anchorsIn, hasAnchor, type References, referencesIn } from '../../judge/references.ts';
import { readDocument } from '../../markdown/document.ts';
import { BoundedCache, getOrInsert } from '../../text/memo.ts';
import { nearest } from '../../text/nearest.ts';
import { findSpecs } from '../find-specs.ts';
import * as messages from '../messages.ts';
import { type ProjectSettings, projectRoot } from '../project-settings.ts';

/** The prefixes of ids by which specs refer to each other, whether or not the project has such a spec. */
const PREFIXES = ['DES', 'API', 'DATA', 'DEPLOY', 'CMP'];
/** The most documents whose anchors are kept during a run. */
const MOST_REMEMBERED = 500;

/** The rules on references, with their severities. */
export const REFERENCE_RULES: Readonly<Record<'unknown-reference' | 'broken-link' | 'broken-anchor', Severity>> = {
  'unknown-reference': 'warning',
  'broken-link': 'warning',
  'broken-anchor': 'warning',
};

/** The anchors of a file (absolute); null if it cannot be read, which is reported for the file itself. */
export function readAnchors(file: string): ReadonlySet<string> | null {
  try {
    return anchorsIn(readDocument(openSpec(file).source.text));
  } catch {
    return null;
  }
}

/** Checks that the targets of references exist. Keeps what it learns of other files during a run. */
export class ReferenceCheck {
  readonly #cwd: string;
  readonly #readAnchors: typeof readAnchors;
  readonly #roots = new Map<string, string>();
  /** The states of targets by their root and path. */
  readonly #targets = new Map<string, 'outside' | 'missing' | 'exists'>();
  readonly #named = new Map<string, ReadonlySet<string>>();
  readonly #titled = new Map<string, ReadonlySet<string>>();
  readonly #anchors = new BoundedCache<string, { anchors: ReadonlySet<string> | null }>(MOST_REMEMBERED);

  /** `cwd` is the absolute folder that paths are relative to; `anchors` finds the anchors of a file. */
  constructor(cwd: string, anchors = readAnchors) {
    this.#cwd = cwd;
    this.#readAnchors = anchors;
  }

  /** Advice on references that do not resolve. */
  advice(path: string, { ids, links, dangling }: References, project: ProjectSettings | null): Advice[] {
    const file = resolve(this.#cwd, path);
    return [
      ...ids.flatMap(({ to, line }) => this.#unknown(to, line, file, project)),
      ...links.flatMap(({ to, line }) => this.#broken(to, line, file)),
      ...dangling.map(({ to, line, nearest: near }) => noAnchor(to, line, near)),
    ];
  }

  #unknown(id: string, line: number, file: string, project: ProjectSettings | null): Advice[] {
    const root = project?.folder ?? gitRoot(dirname(file)) ?? this.#cwd;
    const named = getOrInsert(this.#named, root, () => new Set(idsByName(root)));
    if (named.has(id)) return [];
    const prefixes = new Set([...PREFIXES, ...(project?.settings.references?.ids ?? []), ...[...named].map(prefixOf)]);
    if (!prefixes.has(prefixOf(id))) return [];
    const titled = getOrInsert(this.#titled, root, () => new Set(idsByTitle(root)));
    if (titled.has(id)) return [];
    const near = nearest(id, [...named, ...titled]);
    const fix = near ? messages.didYouMeanId(near) : messages.correctId;
    return [advice('unknown-reference', line, messages.noSpecWithId(id), fix)];
  }

  #broken(to: string, line: number, file: string): Advice[] {
    const path = decoded(to.replace(/[#?].*$/s, ''));
    const target = resolve(dirname(file), path);
    // Nothing outside the project is read, and its existence is not tested.
    const folder = dirname(file);
    const root = getOrInsert(this.#roots, folder, () => projectRoot(folder, this.#cwd));
    const state = getOrInsert(this.#targets, `${root}\0${target}`, () =>
      !staysWithin(target, root) ? 'outside' : existsSync(target) ? 'exists' : 'missing',
    );
    if (state === 'outside') return [];
    if (state === 'missing') return [advice('broken-link', line, messages.brokenLink(path), messages.correctPath)];
    const anchor = anchorOf(to);
    if (anchor === '' || !/\.(?:md|markdown)$/i.test(target)) return [];
    const anchors = this.#anchorsOf(target);
    return !anchors || hasAnchor(anchors, anchor) ? [] : [noAnchor(anchor, line, nearest(anchor, anchors))];
  }

  #anchorsOf(file: string): ReadonlySet<string> | null {
    return getOrInsert(this.#anchors, file, () => ({ anchors: this.#readAnchors(file) })).anchors;
  }
}

function* idsByName(root: string): Generator<string> {
  for (const path of findSpecs('.', root)) {
    const id = idOfName(path);
    if (id) yield id;
  }
}

/** The ids in titles, which are near the top, so that the rest of a file need not be read. */
function* idsByTitle(root: string): Generator<string> {
  const buffer = Buffer.alloc(4096);
  for (const path of findSpecs('.', root)) {
    const head = buffer.toString('utf8', 0, readStart(resolve(root, path), buffer));
    const own = /^# .*[A-Z]-\d/m.test(head) ? referencesIn(readDocument(head)).own : null;
    if (own) yield own;
  }
}

/** The id in a file's name: DES-001 for `des-001-export.md`; null if there is none. */
export function idOfName(path: string): string | null {
  const [, prefix, number] = /^([a-z][a-z0-9]{1,11})-(\d{1,6})(?!\d)/i.exec(basename(path)) ?? [];
  return prefix ? `${prefix.toUpperCase()}-${number}` : null;
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

function noAnchor(anchor: string, line: number, near: string | null): Advice {
  const fix = near ? messages.didYouMeanAnchor(near) : messages.correctAnchor;
  return advice('broken-anchor', line, messages.brokenAnchor(anchor), fix);
}
