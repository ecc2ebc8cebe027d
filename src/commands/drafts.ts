import {
  type Draft,
  type DraftPlace,
  dropDraft,
  isUndo,
  type ListedDraft,
  listDrafts,
  shortId,
  wholeTextIn,
  writeDraftSync,
} from '../host/drafts.ts';
import type { Io } from '../host/io.ts';
import { createSpec, saveSpec } from '../host/save-spec.ts';
import { openSpec } from '../host/spec-file.ts';
import { fillText } from '../interview/answer.ts';
import { textOfAny } from '../interview/value-text.ts';
import { Problem } from '../problem.ts';
import { Catalogue } from '../project/catalogue.ts';
import { mustMatch } from '../project/match.ts';
import { padCells } from '../text/cells.ts';
import { localMinute } from '../text/days.ts';
import { quantity } from '../text/figures.ts';
import { printable } from '../text/printable.ts';
import type { Source } from '../text/source.ts';
import { type Args, flag, jsonText, openProject, option } from './args.ts';
import * as messages from './messages.ts';

/** The actions on a draft, by name. */
const ACTIONS: Readonly<Record<string, (draft: Draft, args: Args, io: Io, place: DraftPlace) => unknown>> = {
  show: (draft, _args, io) => io.stdout.write(`${printable(textOf(draft))}\n`),
  restore: async (draft, args, io, place) => io.stdout.write(`${printable(await restore(draft, args, io, place))}\n`),
  drop: (draft, _args, _io, place) => void dropDraft(draft.id, place),
};

/** Lists the drafts of all specs, or shows, restores or drops one of them. */
export async function run(args: Args, io: Io): Promise<number> {
  const place = { env: io.env };
  const [word = 'list', id] = args.words;
  const { drafts, damaged } = listDrafts(place);
  for (const { file } of damaged) io.stderr.write(messages.fromProgram(messages.damagedDraft(printable(file))));
  if (word === 'list' && id === undefined) {
    io.stdout.write(flag(args, 'json') ? jsonText({ drafts: drafts.map(report) }) : list(drafts));
    return 0;
  }
  const action = Object.hasOwn(ACTIONS, word) ? ACTIONS[word] : undefined;
  if (!action || id === undefined) {
    throw new Problem('usage', messages.draftsUsage);
  }
  await action(chosen(drafts, id), args, io, place);
  return 0;
}

function chosen(drafts: readonly ListedDraft[], id: string): Draft {
  const found = drafts.filter((draft) => shortId(draft).startsWith(id));
  if (found.length === 1) return found[0]!;
  throw new Problem('usage', found.length === 0 ? messages.noDraft(id) : messages.severalDrafts(id), {
    hints: [messages.seeDrafts],
  });
}

/**
 * Writes a draft into its spec, or into another file, and deletes it. Returns the path. A whole text replaces the
 * present text, which becomes a draft. Raises the Problems of reading, filling and saving.
 */
async function restore(draft: Draft, args: Args, io: Io, place: DraftPlace): Promise<string> {
  const path = args.words[2] ?? draft.path;
  if (draft.slotId === null) restoreWhole(draft, path, io, place);
  else {
    const spec = openSpec(path, { folder: io.cwd });
    const { template } = mustMatch(spec, new Catalogue(await openProject(args, io)), option(args, 'template'));
    const data = { [draft.slotId]: draft.value };
    const text = fillText(spec.source.text, template, {
      path: `draft ${shortId(draft)}`,
      data,
      lineOf: () => undefined,
    });
    saveSpec(spec, { ...spec.source, text }, { drafts: place });
  }
  dropDraft(draft.id, place);
  return path;
}

function restoreWhole(draft: Draft, path: string, io: Io, place: DraftPlace): void {
  const source = sourceOf(draft);
  try {
    createSpec(path, source, { folder: io.cwd });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'file-exists') throw error;
    const there = openSpec(path, { folder: io.cwd });
    const typed = { path: there.realPath, baseHash: there.hash, slotId: null, value: there.source };
    if (!writeDraftSync(typed, place)) {
      throw new Problem('write-failed', messages.oldTextNotKept, {
        place: { path },
      });
    }
    saveSpec(there, source, { drafts: place });
  }
}

function sourceOf(draft: Draft): Source {
  const source = wholeTextIn(draft);
  if (source) return source;
  throw new Problem('unreadable', messages.draftDamaged);
}

function textOf(draft: Draft): string {
  if (draft.slotId === null) return sourceOf(draft).text;
  return textOfAny(draft.value).trimEnd();
}

function report(draft: ListedDraft) {
  const { path, slotId, time, size, vanished } = draft;
  return { id: shortId(draft), path, slot: slotId, time: new Date(time).toISOString(), size, vanished };
}

function list(drafts: readonly ListedDraft[]): string {
  if (drafts.length === 0) return ` ${messages.noDrafts}`;
  const rows = drafts.map((draft) => {
    const whole = isUndo(draft) ? messages.textBeforeUpgrade : messages.wholeText;
    const what = `${draft.slotId ?? whole}, ${quantity(draft.size, 'character')}`;
    const gone = draft.vanished ? `   ${messages.fileGone}` : '';
    return ` ${shortId(draft)}   ${localMinute(new Date(draft.time))}   ${printable(draft.path)}\n${padCells('', 11)}${printable(what)}${gone}`;
  });
  return `${[...rows, '', ` ${messages.draftsHint}`].join('\n')}\n`;
}
