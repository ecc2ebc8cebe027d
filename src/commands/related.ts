import type { Io } from '../host/io.ts';
import { openSpec } from '../host/spec-file.ts';
import { readSpec } from '../judge/read.ts';
import { Catalogue } from '../project/catalogue.ts';
import { findRelated, type Related, reasonsFor } from '../project/find-related.ts';
import { mustMatch } from '../project/match.ts';
import { cellWidth, padCells } from '../text/cells.ts';
import { printableName } from '../text/printable.ts';
import { type Args, flag, jsonText, openProject, option } from './args.ts';
import * as messages from './messages.ts';

/** Lists the documents of the project that are related to a spec, to be read before writing it. */
export async function run(args: Args, io: Io): Promise<number> {
  const spec = openSpec(args.words[0]!, { folder: io.cwd });
  const { template } = mustMatch(spec, new Catalogue(await openProject(args, io)), option(args, 'template'));
  const related = findRelated(spec.path, readSpec(spec.source.text, template), io.cwd);
  io.stdout.write(flag(args, 'json') ? jsonText({ related }) : list(related));
  return 0;
}

function list(related: readonly Related[]): string {
  if (related.length === 0) return ` ${messages.nothingRelated}`;
  const width = Math.max(...related.map(({ path }) => cellWidth(printableName(path))));
  return related.map((one) => ` ${padCells(printableName(one.path), width)}   ${reasonsFor(one)}\n`).join('');
}
