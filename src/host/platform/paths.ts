import system from 'node:path';

/** The part of `node:path` that says how a system writes paths; `path.posix` and `path.win32` are others. */
type PathRules = Pick<typeof system, 'relative' | 'sep'>;

/** A path with `/` between its parts, as documents, settings and reports have it on every system. */
export function withSlashes(path: string, { sep }: Pick<PathRules, 'sep'> = system): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** The way from one folder to a path, with `/` between its parts; the whole path where there is none, as between drives. */
export function relativePath(from: string, to: string, rules: PathRules = system): string {
  return withSlashes(rules.relative(from, to), rules);
}
