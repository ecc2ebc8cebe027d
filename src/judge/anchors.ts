/** The anchor of a link's target, decoded; '' where it has none. */
export function anchorOf(target: string): string {
  const anchor = target.slice(target.indexOf('#') + 1 || target.length);
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

/** Whether a link with this anchor leads somewhere: to an anchor, to the top, or to a line of a file. */
export function hasAnchor(anchors: ReadonlySet<string>, anchor: string): boolean {
  return (
    anchor === '' ||
    anchor === 'top' ||
    /^L\d+/.test(anchor) ||
    anchors.has(anchor) ||
    anchors.has(anchor.toLowerCase())
  );
}
