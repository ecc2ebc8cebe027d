import { basename, resolve } from 'node:path';
import { gitRoot } from '../host/git-folder.ts';
import { relativePath } from '../host/platform.ts';
import { openSpec } from '../host/spec-file.ts';
import { type Relation, relationOf, type Subject } from '../judge/match.ts';
import type { Reading } from '../judge/reading.ts';
import { referencesIn } from '../judge/references.ts';
import { readDocument } from '../markdown/document.ts';
import { readTitle } from '../template/title.ts';
import { quantity } from '../text/figures.ts';
import { fold } from '../text/fold.ts';
import { idOfName } from './check/references.ts';
import { findSpecs } from './find-specs.ts';
import * as messages from './messages.ts';

/** A document that is related to a spec. */
export interface Related extends Relation {
  /** The path from the working folder. */
  path: string;
}

/**
 * The Markdown documents of the project that name a spec's component, refer to it or share ids with it, the most
 * relevant first. `path` is the spec's, from the working folder.
 */
export function findRelated(path: string, reading: Reading, cwd: string): Related[] {
  const file = resolve(cwd, path);
  const root = gitRoot(cwd) ?? cwd;
  const subject = subjectOf(path, reading);
  const found: Related[] = [];
  for (const other of findSpecs('.', root)) {
    const absolute = resolve(root, other);
    if (absolute === file) continue;
    try {
      const { text } = openSpec(absolute).source;
      const relation = relationOf(readDocument(text), subject);
      if (relation) found.push({ path: relativePath(cwd, absolute), ...relation });
    } catch {
      // A document that cannot be read is skipped.
    }
  }
  return found.sort((a, b) => weight(b) - weight(a) || (a.path < b.path ? -1 : 1));
}

/** The names of a spec: its variables, its title without the template's part, its file's name and its id. */
function subjectOf(path: string, reading: Reading): Subject {
  const { own, ids } = referencesIn(reading.document);
  const variables = reading.slots.flatMap(({ slot, value, state }) =>
    slot.kind === 'variable' && slot.section === '' && state === 'answered' && typeof value === 'string'
      ? [fold(value)]
      : [],
  );
  const title = reading.sections[0]?.found?.title;
  // A title that is still the template's names nothing.
  const named = title && title !== reading.sections[0]?.section.title ? [readTitle(title).plain] : [];
  const slugged = basename(path)
    .replace(/\.[^.]*$/, '')
    .replace(/^[a-z][a-z0-9]*-\d+-/i, '');
  return {
    names: [...new Set([...(variables.length > 0 ? variables : named), slugged])],
    own: idOfName(path) ?? own,
    ids: new Set(ids.map(({ to }) => to)),
  };
}

function weight({ mentions, refers, shared }: Relation): number {
  return (refers ? 1000 : 0) + shared.length * 100 + Math.min(mentions, 99);
}

/** Why a document is related, in words. */
export function reasonsFor({ mentions, refers, shared }: Related): string {
  return [
    ...(refers ? [messages.refersToIt] : []),
    ...(shared.length > 0 ? [`shares ${shared.join(', ')}`] : []),
    ...(mentions > 0 ? [`names it ${mentions === 1 ? 'once' : quantity(mentions, 'time')}`] : []),
  ].join(', ');
}
