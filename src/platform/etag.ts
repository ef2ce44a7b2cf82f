/**
 * Whether a reader's `if-none-match` names this state, so that nothing need be sent again. Compared weakly: compression on the way marks
 * an etag as weak (RFC 9110, 13.1.2).
 */
export function isKnown(ifNoneMatch: string | null | undefined, etag: string): boolean {
  const plain = (tag: string) => tag.trim().replace(/^W\//, '');
  return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim() === '*' || plain(tag) === plain(etag));
}
