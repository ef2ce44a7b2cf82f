/**
 * Whether a request's target could be the address of a page: a path (no `*`, no absolute form) whose percent signs spell
 * UTF-8, and no NUL, which PostgreSQL's texts cannot hold. Anything else is the sender's mistake: 400.
 */
export function isReadableTarget(target: string | undefined): boolean {
  if (!target?.startsWith('/') || target.includes('%00') || !URL.canParse(`http://nacre${target}`))
    return false;
  try {
    decodeURIComponent(target.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
