import type { Database } from '#platform/database/connect.ts';
import { numbersInPart, numbersOfPart, sitemapPartOf } from '../rules/sitemap-part.ts';
import { publishedSlugs, publishedSpans } from '../store/sitemap.ts';

/** The parts of the sitemap that hold practices, with the last change in each. */
export async function sitemapParts(db: Database): Promise<{ part: number; changedAt: Date }[]> {
  const spans = await publishedSpans(db, numbersInPart);
  return spans.map(({ from, changedAt }) => ({ part: sitemapPartOf(Number(from)), changedAt }));
}

/** The published practices of a part, `numbersInPart` at most; none where the part is empty or there is no such part. */
export async function practicesOfSitemapPart(
  db: Database,
  part: number,
): Promise<{ slug: string; changedAt: Date }[]> {
  return await publishedSlugs(db, numbersOfPart(part));
}
