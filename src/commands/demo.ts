import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../host/io.ts';
import { packageRoot } from '../host/package.ts';
import { isPlainTerminal } from '../host/terminal-support.ts';
import { Problem } from '../problem.ts';
import { checkAll } from '../project/check/run.ts';
import { start } from '../session/start.ts';
import { printable } from '../text/printable.ts';
import { type Args, CHECK_DEFAULTS, flag } from './args.ts';
import * as messages from './messages.ts';

/** The subject of the demo's spec; the wizard suggests it as the first answer. */
const NAME = 'One queue for all jobs';

/** Walks through a small spec in a temporary folder, shows and checks it, and deletes everything. */
export async function run(args: Args, io: Io): Promise<number> {
  const plain = flag(args, 'plain');
  if (!plain && !(io.stdin.isTTY && io.stdout.isTTY))
    throw new Problem('no-terminal', messages.demoNeedsTerminal, {
      hints: [messages.plainHint],
    });
  const project = temporaryProject(join(packageRoot(), 'templates', 'demo'));
  try {
    const inside = { ...io, cwd: project.folder };
    const how = { plain, history: false, ascii: flag(args, 'ascii'), within: true };
    const template = plain || isPlainTerminal(io.env) ? 'decision-plain' : 'decision';
    const status = await start({ kind: 'new', template, name: NAME }, how, inside);
    if (status !== 0) return status;
    for (const path of specs(project.folder)) {
      io.stdout.write(`\n$ cat ${path}\n${printable(readFileSync(join(project.folder, path), 'utf8'))}\n`);
      io.stdout.write('$ spec-wizard check\n');
      await checkAll([], CHECK_DEFAULTS, inside);
    }
    io.stdout.write(messages.demoFarewell);
    return 0;
  } finally {
    project.remove();
  }
}

/** The paths of the demo's spec, from its folder; empty if nothing was answered. */
function specs(folder: string): string[] {
  const written = join(folder, 'decisions');
  return existsSync(written) ? readdirSync(written).map((name) => `decisions/${name}`) : [];
}

/** A project that exists as long as the process. */
interface TemporaryProject {
  /** Its folder, absolute. */
  folder: string;
  /** Deletes it with all state about it, and returns to the previous folder. Safe to call twice. */
  remove: () => void;
}

/** The variables that name the folders of state and caches, on POSIX systems and on Windows. */
const KEPT_BY = ['XDG_STATE_HOME', 'XDG_CACHE_HOME', 'LOCALAPPDATA'];

/**
 * Copies a folder (absolute) to a temporary one and makes that the working folder. Drafts, locks and caches go there as
 * well. Everything is deleted at the latest when the process exits.
 */
function temporaryProject(from: string): TemporaryProject {
  const whole = realpathSync(mkdtempSync(join(tmpdir(), 'spec-wizard-demo-')));
  const before = process.cwd();
  const variables = KEPT_BY.map((name) => [name, process.env[name]] as const);
  const remove = () => {
    process.off('exit', remove);
    process.chdir(before);
    for (const [name, value] of variables) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(whole, { recursive: true, force: true, maxRetries: 3 });
  };
  process.on('exit', remove);
  const folder = join(whole, 'demo');
  mkdirSync(join(whole, 'state'));
  cpSync(from, folder, { recursive: true });
  for (const name of KEPT_BY) process.env[name] = join(whole, 'state');
  process.chdir(folder);
  return { folder, remove };
}
