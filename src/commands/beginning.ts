import { type Args, option } from './args.ts';

/** Where a sitting begins: with a choice, with a spec (`at`: an offset into its text), or with a new one of which template and name may be said. */
export type Beginning =
  | { kind: 'home' }
  | { kind: 'open'; path: string; template?: string; at?: number }
  | { kind: 'new'; template?: string; name?: string };

/** What `spec-wizard [FILE]` begins with. */
export function openingOf(args: Args): Beginning {
  const [path] = args.words;
  return path === undefined ? { kind: 'home' } : { kind: 'open', path, template: option(args, 'template') };
}

/** What `spec-wizard new [TEMPLATE] [NAME]` begins with. */
export function newOf(args: Args): Beginning {
  const [template, name] = args.words;
  return { kind: 'new', template, name };
}
