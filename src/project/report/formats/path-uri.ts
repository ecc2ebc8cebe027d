import { sep } from 'node:path';

/** A path as a URI reference (RFC 3986): relative stays relative, each part percent-encoded. */
export function pathUri(path: string): string {
  const parts = path.replaceAll(sep, '/').split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return `file://${parts}`;
  return /^[^/]*:/.test(parts) ? `./${parts}` : parts;
}
