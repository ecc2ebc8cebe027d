/**
 * Of templates that fit a document alike, the one whose file is nearest to the document's: with the most folders in
 * common, then the fewest below them. Files are paths from one folder, with slashes; null for one that has none.
 * Undefined where there are no templates; the first of those that are equally near.
 */
export function nearestOf<Template>(
  templates: readonly Template[],
  fileOf: (template: Template) => string | null,
  path: string,
): Template | undefined {
  return templates.reduce<Template | undefined>(
    (best, one) =>
      best !== undefined && distance(fileOf(best), path) <= distance(fileOf(one), path) ? best : one,
    undefined,
  );
}

/** How many steps lead from a file's folder to that of another; infinite where there is no file. */
export function distance(file: string | null, path: string): number {
  if (file === null) return Number.POSITIVE_INFINITY;
  const [a, b] = [file.split('/').slice(0, -1), path.split('/').slice(0, -1)];
  let common = 0;
  while (common < a.length && common < b.length && a[common] === b[common]) common++;
  return a.length - common + (b.length - common);
}
